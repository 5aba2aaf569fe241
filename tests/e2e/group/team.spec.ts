/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr, frCount } from '../support/french.ts'
import { joinButton, removeGroup } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person, restoreCard } from '../support/network.ts'
import { others } from '../support/others.ts'
import { A_TRY, untilAt } from '../support/patience.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'soledad-canizares'
const NEWCOMER = 'florence-tastavin'
const TITLE = `Lavoirs et fontaines ${Date.now()}`
const CARD = 'Curer le lavoir du haut'

let id: number
let teamId: string
let boardId: number
let cardId: number

test.beforeAll(async () => {
	// One after another: a Nextcloud on SQLite does not allow several first logins at the same time.
	for (const uid of [FACILITATOR, NEWCOMER]) {
		await restoreCard(uid)
	}
	const { teams, deck, dispose } = await others(FACILITATOR)
	const own = await api(FACILITATOR)
	id = (await own.post('/groups', { title: TITLE, purpose: 'Que l’eau coule encore.', join: 'request' })).data.id
	teamId = (await teams('POST', '/circles', { name: TITLE, personal: false })).id
	// Found by everybody, joined by asking.
	await teams('PUT', `/circles/${teamId}/config`, { value: 8 + 16 + 64 })
	boardId = (await deck('POST', '/boards', { title: TITLE, color: '2e7d32' })).id
	const stack = await deck('POST', '/stacks', { title: 'À faire', boardId, order: 0 })
	cardId = (await deck('POST', '/cards', { title: CARD, stackId: stack.id, type: 'plain', order: 0, description: '' })).id
	await deck('POST', `/boards/${boardId}/acl`, { type: 7, participant: teamId, permissionEdit: true, permissionShare: false, permissionManage: false })
	await own.post(`/groups/${id}/making/lease`, { runner: 'e2e' })
	const saved = await own.put(`/groups/${id}/making`, { runner: 'e2e', teamId, boardId, step: 'done' })
	expect(saved.status, JSON.stringify(saved.data)).toBe(200)
	await own.dispose()
	await dispose()
})
test.afterAll(async () => {
	await removeGroup(id, FACILITATOR)
	const { teams, deck, dispose } = await others(FACILITATOR)
	await deck('DELETE', `/boards/${boardId}`)
	await teams('DELETE', `/circles/${teamId}`)
	await dispose()
})

const main = (page: Page) => page.getByRole('main')

test('a person who asks is admitted to the group and its team, and then works on its board', async ({ page, browser }) => {
	await login(page, NEWCOMER)
	await open(page, `/groups/${id}`)
	await main(page).getByRole('link', { name: fr('Ask to join') }).click()
	await main(page).getByLabel(fr('What are you committing to?')).fill('Une pelle et deux bras')
	await untilAt(page, new RegExp(`/groups/${id}$`), () => joinButton(page, 'Ask to join').click(A_TRY))
	await expect(main(page).getByText(fr('You asked to join. A facilitator of the group will answer; until then you cannot access what it shares (board, files).'))).toBeVisible()

	const facilitator = await someone(browser, FACILITATOR)
	await open(facilitator, `/groups/${id}`)
	const requests = main(facilitator).getByRole('region', { name: frCount('%n person is waiting for your answer', 1) })
	await expect(requests).toContainText('Une pelle et deux bras')
	await everyLook(facilitator, [1280, 320])
	await main(facilitator).getByRole('button', { name: fr('Approve {name}', { name: person(NEWCOMER).name }) }).click()
	await expect(facilitator.getByText(fr('{name} was approved.', { name: person(NEWCOMER).name }))).toBeVisible()
	await expect(requests).toHaveCount(0)

	const { deck, dispose } = await others(NEWCOMER)
	await deck('POST', `/cards/${cardId}/assign`, { userId: accountOf(NEWCOMER), type: 0 })
	await dispose()
	await page.reload()
	await expect(main(page).getByRole('link', { name: fr('Open in Deck') })).toBeVisible()
})

test('a person who leaves hands over their card, and is removed from the team', async ({ page }) => {
	await login(page, NEWCOMER)
	await open(page, `/groups/${id}/leave`)
	const heir = main(page).getByRole('combobox', { name: fr('Who takes over “{card}”?', { card: CARD }) })
	await heir.selectOption({ label: person(FACILITATOR).name })
	await everyLook(page, [1280, 320])
	await main(page).getByRole('button', { name: fr('Leave the group') }).click()
	await expect(page).toHaveURL(new RegExp(`/groups/${id}$`))

	const { teams, deck, dispose } = await others(FACILITATOR)
	const stacks = await deck('GET', `/stacks/${boardId}`)
	const assigned = stacks.flatMap((stack: any) => stack.cards ?? []).find((card: any) => card.id === cardId).assignedUsers
	expect(assigned.map((one: any) => one.participant.uid)).toEqual([accountOf(FACILITATOR)])
	expect((await teams('GET', `/circles/${teamId}/members`)).map((member: any) => member.userId)).toEqual([accountOf(FACILITATOR)])
	await dispose()
})
