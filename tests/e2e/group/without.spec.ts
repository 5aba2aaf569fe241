/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { execFileSync } from 'node:child_process'
import { startSandbox } from '../../../scripts/lib/sandbox.mjs'
import { accountOf } from '../support/accounts.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { openFacilitation } from '../support/group.ts'
import { PASSWORD } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

// Apps are enabled for all accounts, so this test has its own sandbox: no other test loses Deck.
const FACILITATOR = accountOf('romain-vielfaure')
const TITLE = 'Fours à pain'

let sandbox: Awaited<ReturnType<typeof startSandbox>>
let page: Page

function occ(...words: string[]): void {
	execFileSync('sh', ['-c', [sandbox.occ, ...words].join(' ')])
}
const main = () => page.getByRole('main')
async function open(path: string) {
	await page.goto(`${sandbox.url}/index.php/apps/reseau${path}`)
	await page.locator('#content-vue').waitFor()
}
const made = () => expect(main().getByText(fr('Everything was created: the group is ready.'))).toBeVisible()

test.beforeAll(async ({ browser }) => {
	sandbox = await startSandbox({ built: true, accounts: process.env.RESEAU_ACCOUNTS })
	page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
	await page.goto(`${sandbox.url}/index.php/login`)
	await page.locator('#user').fill(FACILITATOR)
	await page.locator('#password').fill(PASSWORD)
	await page.locator('#password').press('Enter')
	await page.waitForURL((url) => !url.pathname.endsWith('/login'))
})
test.afterAll(async () => {
	await page.close()
	await sandbox.stop()
})

test('a board without Deck shows where it is, without a link', async () => {
	await open('/groups/new')
	await main().getByLabel(fr('Name of the group')).fill(TITLE)
	await main().getByRole('button', { name: fr('Create the group') }).click()
	await made()
	const group = page.url().match(/\/groups\/(\d+)/)![1]!
	occ('app:disable', 'deck')

	await open(`/groups/${group}`)
	const sentence = main().getByText(fr('The board is in Deck, a Nextcloud app that is not available to you. Ask your administrator.'))
	await expect(sentence).toBeVisible()
	await expect(main().getByRole('link', { name: fr('Open in Deck') })).toHaveCount(0)
	await everyLook(page, [1280, 320])
	await open('/boards')
	await expect(sentence).toBeVisible()
	await open(`/groups/${group}/making`)
	await main().getByRole('button', { name: fr('Recreate what is missing') }).click()
	await expect(main().getByText(fr('What is done is kept. Continue now or later to do the rest.'))).toBeVisible()
	await everyLook(page, [1280, 320])

	// Deck is back: so is the board.
	occ('app:enable', 'deck')
	await open(`/groups/${group}`)
	await expect(main().getByRole('link', { name: fr('Open in Deck') })).toBeVisible()
})

test('a group is created without Teams and Deck, and says what is missing', async () => {
	occ('app:disable', 'deck')
	occ('app:disable', 'circles')
	await open('/groups/new')
	await expect(main().getByText(fr('Teams is not available to you: the group will have no team, and its board and folder stay yours.'))).toBeVisible()
	await expect(main().getByText(fr('Deck is not available to you: the group will have no board.'))).toBeVisible()
	await expect(main().getByLabel(fr('Board'), { exact: true })).toHaveCount(0)
	await main().getByLabel(fr('Name of the group')).fill(`${TITLE} à bois`)
	await main().getByRole('button', { name: fr('Create the group') }).click()
	await expect(main().getByText(frLike('Everything was created, except: {what}. The group is ready, and what was created is kept. Fix the problem, then resume to create the rest.'))).toBeVisible()
	const why = fr('skipped: {app} is not available', { app: 'Teams' })
	const remedy = fr('An administrator can make {app} available to you.', { app: 'Teams' })
	await expect(main().getByText(why).first()).toBeVisible()
	await expect(main().getByText(remedy).first()).toBeVisible()
	await expect(main().getByText(fr('What was skipped can be created later: on the page of the group, open “Facilitate this group”.'))).toBeVisible()
	await everyLook(page, [1280, 320])
	await main().getByRole('link', { name: fr('Go to the group') }).click()
	await expect(main().getByText(fr('This group has no board yet.'))).toBeVisible()
	await openFacilitation(page)
	await expect(main().getByRole('region', { name: fr('What is missing') })).toContainText(why)
	await expect(main().getByRole('region', { name: fr('What is missing') })).toContainText(remedy)
	await everyLook(page, [1280, 320])
})

test('minutes become groups without Teams and Deck', async () => {
	await open('/minutes')
	await page.getByLabel(fr('Choose the minutes file, or drop it here')).setInputFiles('tests/fixtures/minutes/ateliers.txt')
	const create = page.getByRole('button', { name: frCount('Create the group', 2), exact: true })
	await create.click()
	await everyLook(page, [1280, 320])
	await create.click()
	await expect(page.getByText(frCount('%n group created', 2))).toBeVisible()
	await everyLook(page, [1280, 320])
})

test('a missing folder of the library is reported, and used once it exists', async () => {
	occ('app:enable', 'deck')
	occ('app:enable', 'circles')
	occ('config:app:set', 'reseau', 'library', '--value=/Commun')
	await open('/groups/new')
	await main().getByLabel(fr('Name of the group')).fill(`${TITLE} du village`)
	await main().getByRole('button', { name: fr('Create the group') }).click()
	await expect(main().getByText(fr('The library folder is not in your files.'))).toBeVisible()
	await expect(main().getByText(fr('What is done is kept. Continue now or later to do the rest.'))).toBeVisible()
	await everyLook(page, [1280, 320])

	const group = page.url().match(/\/groups\/(\d+)/)![1]!
	const asMe = { Authorization: `Basic ${btoa(`${FACILITATOR}:${PASSWORD}`)}`, 'OCS-APIRequest': 'true', Accept: 'application/json' }
	expect((await fetch(`${sandbox.url}/remote.php/dav/files/${encodeURIComponent(FACILITATOR)}/Commun`, { method: 'MKCOL', headers: asMe })).status).toBe(201)
	await main().getByRole('button', { name: fr('Resume') }).click()
	await made()
	await main().getByRole('link', { name: fr('Go to the group') }).click()
	await expect(main().getByRole('link', { name: fr('Folder'), exact: true })).toBeVisible()
	const { data } = (await (await fetch(`${sandbox.url}/ocs/v2.php/apps/reseau/api/v1/groups/${group}`, { headers: asMe })).json()).ocs
	expect(data).toMatchObject({ status: 'active', folderPath: `/Commun/${TITLE} du village`, folderId: expect.any(Number) })
	// Shared with the team: each of its members has it among their files.
	const member = accountOf('maelle-roumegous')
	await fetch(`${sandbox.url}/ocs/v2.php/apps/circles/circles/${data.teamId}/members`, { method: 'POST', headers: { ...asMe, 'Content-Type': 'application/json' }, body: JSON.stringify({ userId: member, type: 1 }) })
	const theirs = { ...asMe, Authorization: `Basic ${btoa(`${member}:${PASSWORD}`)}`, Depth: '1' }
	const files = await (await fetch(`${sandbox.url}/remote.php/dav/files/${encodeURIComponent(member)}/`, { method: 'PROPFIND', headers: theirs })).text()
	expect(decodeURIComponent(files)).toContain(`${TITLE} du village`)
})
