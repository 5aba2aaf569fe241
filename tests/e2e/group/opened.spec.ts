/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { removeGroup } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { restoreCard } from '../support/network.ts'
import { others } from '../support/others.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'thibaut-salabert'
const STRANGER = 'sophie-lanternier'
const TITLE = `Fours et moulins ${Date.now()}`
/** A team that everybody finds and joins, and one that nobody does. */
const OPEN = 8 + 16
const PRIVATE = 0

let id: number
let teamId: string

test.beforeAll(async () => {
	for (const uid of [FACILITATOR, STRANGER]) {
		await restoreCard(uid)
	}
	const { teams, dispose } = await others(FACILITATOR)
	const own = await api(FACILITATOR)
	id = (await own.post('/groups', { title: TITLE, purpose: 'Cuire ensemble.', join: 'open' })).data.id
	teamId = (await teams('POST', '/circles', { name: TITLE, personal: false })).id
	await teams('PUT', `/circles/${teamId}/config`, { value: OPEN })
	await own.post(`/groups/${id}/making/lease`, { runner: 'e2e' })
	expect((await own.put(`/groups/${id}/making`, { runner: 'e2e', teamId, step: 'done' })).status).toBe(200)
	await own.dispose()
	await dispose()
})
test.afterAll(async () => {
	await removeGroup(id, FACILITATOR)
	const { teams, dispose } = await others(FACILITATOR)
	await teams('DELETE', `/circles/${teamId}`)
	await dispose()
})

const main = (page: Page) => page.getByRole('main')

/** Without Réseau, by the interface of Teams: whether Teams let them in. */
async function joinTeam(uid: string): Promise<boolean> {
	const { teams, dispose } = await others(uid)
	const joined = await teams('PUT', `/circles/${teamId}/join`).then(() => true, () => false)
	await dispose()
	return joined
}

async function config(): Promise<number> {
	const { teams, dispose } = await others(FACILITATOR)
	const { config } = await teams('GET', `/circles/${teamId}`)
	await dispose()
	return config
}

test('the team of an open group that becomes private is private too, and nobody enters the group through it', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, `/groups/${id}/edit`)
	await main(page).getByLabel(fr('How people join')).selectOption('private')
	await main(page).getByRole('button', { name: fr('Save'), exact: true }).first().click()
	await expect(page.getByText(fr('Group updated.'))).toBeVisible()
	await expect.poll(config).toBe(PRIVATE)
	expect(await joinTeam(STRANGER)).toBe(false)

	// A person who manages the team opens it again in Nextcloud.
	const { teams, dispose } = await others(FACILITATOR)
	await teams('PUT', `/circles/${teamId}/config`, { value: OPEN })
	await dispose()
	expect(await joinTeam(STRANGER)).toBe(true)
	const stranger = await api(STRANGER)
	const refused = await stranger.post(`/groups/${id}/join`, { commitment: 'Pétrir' })
	expect([refused.status, refused.data.error]).toEqual([403, 'by_invitation'])
	expect((await stranger.get(`/groups/${id}`)).data.teamOpen).toBe(false)
	await stranger.dispose()
})

test('a team that was opened in Nextcloud is shown to the facilitator, who closes it', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, `/groups/${id}`)
	const opened = main(page).getByText(fr('This group is by invitation only, but people can get into its team in Nextcloud without one, and see what is shared with it.'))
	await expect(opened).toBeVisible()
	await everyLook(page, [1280, 320])
	await main(page).getByRole('button', { name: fr('Close the team again') }).click()
	await expect(page.getByText(fr('The team lets people in as the group does again. Those who got into it in the meantime are still there.'))).toBeVisible()
	await expect(opened).toHaveCount(0)
	expect(await config()).toBe(PRIVATE)
})
