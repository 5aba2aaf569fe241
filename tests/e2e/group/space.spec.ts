/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { execFileSync } from 'node:child_process'
import { startSandbox } from '../../../scripts/lib/sandbox.mjs'
import { accountOf } from '../support/accounts.ts'
import { fr } from '../support/french.ts'
import { PASSWORD } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

// Whether teams have a folder of their own holds for everybody, so this is a sandbox of its own. A real Nextcloud either has them or not:
// then the group's folder is in the library, and stays there.
const FACILITATOR = accountOf('romain-vielfaure')
const TITLE = `Halles couvertes ${Date.now().toString(36)}`

let sandbox: Awaited<ReturnType<typeof startSandbox>> | null = null
let url = process.env.RESEAU_URL!
let page: Page
let group = ''
let team = ''
/** Path of the folder that the team has; null: this Nextcloud gives it none. */
let space: string | null = null

const main = () => page.getByRole('main')
async function open(path: string) {
	await page.goto(`${url}/index.php/apps/reseau${path}`)
	await page.locator('#content-vue').waitFor()
}

/** Sends a request as the logged-in account, from the page. */
function ask(path: string, init: RequestInit = {}): Promise<{ status: number, text: string }> {
	return page.evaluate(async ([address, options]) => {
		const token = document.head.dataset.requesttoken!
		const answer = await fetch(address, { ...options, headers: { requesttoken: token, 'OCS-APIRequest': 'true', Accept: 'application/json' } })
		return { status: answer.status, text: await answer.text() }
	}, [url + path, init] as const)
}
const ocs = async (path: string) => JSON.parse((await ask(`/ocs/v2.php/apps${path}`)).text).ocs.data

test.beforeAll(async ({ browser }) => {
	if (!process.env.RESEAU_REAL) {
		sandbox = await startSandbox({ built: true, accounts: process.env.RESEAU_ACCOUNTS })
		url = sandbox.url
		execFileSync('sh', ['-c', `${sandbox.occ} app:enable groupfolders`])
	}
	page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
	await page.goto(`${url}/index.php/login`)
	await page.locator('#user').fill(FACILITATOR)
	await page.locator('#password').fill(PASSWORD)
	await page.locator('#password').press('Enter')
	await page.waitForURL((to) => !to.pathname.endsWith('/login'))
})
test.afterAll(async () => {
	await page.close()
	await sandbox?.stop()
})

test('a group works in the folder of its team, and the pages show where it is', async () => {
	await open('/groups/new')
	await main().getByLabel(fr('Name of the group')).fill(TITLE)
	await main().getByRole('button', { name: fr('Create the group') }).click()
	await expect(main().getByText(fr('Everything was created: the group is ready.'))).toBeVisible()
	group = page.url().match(/\/groups\/(\d+)/)![1]!
	const made = await ocs(`/reseau/api/v1/groups/${group}`)
	team = made.teamId
	const { status, text } = await ask(`/ocs/v2.php/apps/circles/teams/${team}/folder`)
	space = status === 200 ? `/${JSON.parse(text).ocs.data.mountPoint}` : null
	expect([`/${TITLE}`, ...sandbox ? [] : [null]]).toContain(space)
	const row = main().getByRole('listitem').filter({ hasText: fr('Folder') })
	if (space === null) {
		expect(made.folderPath).not.toBe(`/${TITLE}`)
		return
	}
	expect(made.folderPath).toBe(space)
	await expect(row.getByText(fr('done: it is the team’s own folder'))).toBeVisible()
	await everyLook(page, [1280, 320])

	await open(`/groups/${group}`)
	await expect(main().getByText(fr('This group uses the folder of its team: “{folder}”, at the top of your files, next to the library.', { folder: TITLE }))).toBeVisible()
	await expect(main().getByRole('link', { name: fr('Folder'), exact: true })).toHaveAttribute('href', new RegExp(`/f/${made.folderId}$`))
	await everyLook(page, [1280, 320])

	await open('/library?folder=top')
	await expect(main().getByRole('link', { name: TITLE, exact: true })).toHaveAttribute('href', new RegExp(`/f/${made.folderId}$`))
	await everyLook(page, [1280, 320])
})

test('the last member leaves without losing files, and sees where they are', async () => {
	const { folderPath } = await ocs(`/reseau/api/v1/groups/${group}`)
	const put = await ask(`/remote.php/dav/files/${encodeURIComponent(FACILITATOR)}${encodeURI(folderPath)}/note.txt`, { method: 'PUT', body: 'à garder' })
	expect(put.status).toBe(201)
	await open(`/groups/${group}/leave`)
	const look = main().getByRole('button', { name: fr('View my cards') })
	await main().getByRole('button', { name: fr('Leave the group') }).click()
	await expect(look).toHaveCount(0)
	const sentence = space === null
		? fr('You left “{group}”.', { group: TITLE })
		: fr('You left “{group}”. Nobody is left in its team: an administrator can find its folder as “{folder}” in the Team folders, with everything in it.', { group: TITLE, folder: TITLE })
	await expect(page.getByText(sentence)).toBeVisible()
	const teams: { id: string }[] = await ocs('/circles/probecircles')
	expect(teams.map(({ id }) => id)).not.toContain(team)
	if (space === null) {
		expect((await ask(`/remote.php/dav/files/${encodeURIComponent(FACILITATOR)}${encodeURI(folderPath)}/note.txt`)).status).toBe(200)
		return
	}
	// It belongs to nobody now: tests/contract/spaces.spec.ts checks that it is kept.
	expect((await ask(`/remote.php/dav/files/${encodeURIComponent(FACILITATOR)}${encodeURI(folderPath)}/note.txt`)).status).toBe(404)
})
