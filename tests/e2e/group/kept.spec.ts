/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { ensureCharter, makeGroup, openFacilitation, removeGroup } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person } from '../support/network.ts'
import { A_TRY } from '../support/patience.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'ginette-bousquie'
const KEEPER = 'guilhem-roquelaure'

const TITLE = `Lavoir ${Date.now()}`
const NAME = `Rosette Sanscompte ${Date.now()}`

let group: number
let card: number
test.beforeAll(async () => {
	await ensureCharter()
	group = await makeGroup(FACILITATOR, { title: TITLE })
	const keeper = await api(KEEPER)
	const { data } = await keeper.post('/members', { name: NAME })
	card = data.id
	await keeper.post(`/members/${card}/consent`, { date: '2026-01-15', how: 'De vive voix' })
	await keeper.put(`/members/${card}/status`, { status: 'published', version: data.version })
	await keeper.dispose()
})
test.afterAll(async () => {
	await removeGroup(group, FACILITATOR)
	const keeper = await api(KEEPER)
	await keeper.delete(`/members/${card}`)
	await keeper.dispose()
})

const main = (page: Page) => page.getByRole('main')

test('a person without an account is invited through the keeper of their card, who answers for them', async ({ page, browser }) => {
	await login(page, FACILITATOR)
	await open(page, `/groups/${group}`)
	await openFacilitation(page)
	await main(page).getByRole('combobox', { name: fr('Invite someone to the group') }).fill(NAME)
	await main(page).getByRole('option', { name: NAME }).click()
	await expect(main(page).getByText(fr('{name} has no account: the keeper of their card is asked and answers for them.', { name: NAME }))).toBeVisible()
	await expect(main(page).getByText(fr('asked through the keeper of their card, no answer yet'))).toBeVisible()
	await expect(main(page).getByRole('button', { name: fr('Record that {name} will come', { name: NAME }) })).toHaveCount(0)

	const keeper = await someone(browser, KEEPER)
	await open(keeper, '/')
	await main(keeper).getByRole('region', { name: fr('What is waiting for you') }).getByRole('listitem').filter({ hasText: TITLE }).getByRole('link', { name: fr('Go to the group') }).click()
	await expect(main(keeper).getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
	await expect(main(keeper).getByText(fr('{by} invites {name}, whose card you keep, to this group. Ask them, then record their answer.', { by: person(FACILITATOR).name, name: NAME }))).toBeVisible()
	await everyLook(keeper, [320])
	await main(keeper).getByRole('button', { name: fr('Record that {name} will come', { name: NAME }) }).click()
	await main(keeper).getByLabel(fr('How did the person agree?')).fill('Au téléphone, mardi')
	// Another test may write a new charter at any moment: it must be accepted again.
	await expect(async () => {
		await main(keeper).getByRole('checkbox', { name: fr('They have read the charter and accept it') }).check(A_TRY).catch(() => undefined)
		await main(keeper).getByRole('button', { name: fr('Record it') }).click(A_TRY).catch(() => undefined)
		await expect(main(keeper).getByRole('row').filter({ hasText: NAME })).toBeVisible(A_TRY)
	}).toPass()
	await expect(keeper.getByText(fr('{name} is in the group.', { name: NAME }))).toBeVisible()
})
