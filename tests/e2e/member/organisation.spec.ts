/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { cardId, person, removeKept } from '../support/network.ts'
import { openPanel, panel } from '../support/panel.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const KEEPER = 'bernat-estevenin'
const READER = 'delphine-azemar'
const NAME = 'Le Fournil partagé de la Placette'
const WHY = 'Rallumer ensemble le four du village'
const OFFER = 'Un four à bois communal'
const FREE = 'Le samedi matin, sur demande'
const WHO = 'Sa présidente, au téléphone'

/** Number of the card, from one test to the next. */
let id: number

const field = (page: Page, name: string) => page.getByRole('textbox', { name: fr(name), exact: true })

test.beforeAll(() => removeKept(KEEPER))
test.afterAll(() => removeKept(KEEPER))

test('a card for an organisation is made, in the words of its people, and shown once it agreed', async ({ page }) => {
	await login(page, KEEPER)
	await open(page, '/kept/new')
	await page.getByText(fr('An organisation'), { exact: true }).click()
	await expect(page.getByText(fr('An organisation is found like a person: by what it seeks and offers. It needs no account; you write for it, with its agreement.'))).toBeVisible()
	await everyLook(page)
	await field(page, 'Name of the organisation').fill(NAME)
	await field(page, 'What could it offer?').fill(OFFER)
	await page.getByRole('button', { name: fr('Create the card') }).click()
	await expect(page).toHaveURL(/\/members\/\d+\/edit$/)
	id = Number(/\/members\/(\d+)\//.exec(page.url())![1])

	await expect(page.getByText(fr('It can be shown once the organisation’s agreement is recorded below.'))).toBeVisible()
	await page.getByRole('region', { name: fr('Why we exist') }).getByRole('textbox').fill(WHY)
	await field(page, 'When our places and equipment are free').fill(FREE)
	await expect(page.getByText(fr('Saved just now'))).toBeVisible()
	await expect(page.getByRole('region', { name: fr('What this person can do') })).toHaveCount(0)
	await expect(page.getByRole('heading', { name: fr('Hand the card over to the person') })).toHaveCount(0)
	await everyLook(page)

	await field(page, 'Who agreed for it, and how?').fill(WHO)
	await page.getByRole('button', { name: fr('Record the agreement') }).click()
	await expect(page.getByText(fr('The agreement was recorded.'))).toBeVisible()
	await page.getByRole('button', { name: fr('Show it to the network') }).click()
	await expect(page.getByText(fr('The card is shown to the network.'))).toBeVisible()
})

test('the others find it among organisations, and read its card', async ({ page }) => {
	await login(page, READER)
	await open(page, '/members?facet[kind][]=organisation')
	const tile = page.getByRole('listitem').filter({ hasText: NAME })
	await expect(tile).toContainText(fr('Organisation, card kept by {name}', { name: person(KEEPER).name }))
	await expect(page.getByRole('listitem').filter({ hasText: person(READER).name })).toHaveCount(0)
	await tile.getByRole('link', { name: NAME }).click()
	await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
	await expect(page.getByRole('heading', { name: fr('Why we exist') })).toBeVisible()
	await expect(page.getByText(FREE)).toBeVisible()
	await expect(page.getByText(WHO)).toBeHidden()
	await everyLook(page)
})

test('what is written to it goes to the keeper of its card', async ({ page }) => {
	await login(page, READER)
	await open(page, `/messages/to/${id}`)
	await expect(page.getByText(fr('{keeper}, who keeps the card of this organisation, gets your message and passes it on.', { keeper: person(KEEPER).name }))).toBeVisible()
})

test('a person is linked as speaking for it, in the only direction that makes sense', async ({ page, browser }) => {
	await login(page, READER)
	await open(page, `/members/${id}`)
	await openPanel(page)
	const name = person(KEEPER).name
	// Nothing is around it yet: the form for a link is open immediately.
	await panel(page).getByRole('combobox', { name: fr('To what?') }).fill(name)
	await panel(page).getByRole('option').filter({ hasText: name }).first().click()
	await panel(page).getByRole('combobox', { name: fr('How?') }).selectOption('parle pour')
	await expect(panel(page).locator('.link-sentence')).toHaveText(`${name} parle pour ${NAME}`)
	await expect(panel(page).getByRole('button', { name: fr('Reverse direction') })).toBeHidden()
	await panel(page).getByRole('button', { name: fr('Link'), exact: true }).click()
	await expect(panel(page).getByRole('region', { name: fr('People'), exact: true })).toContainText(name)

	// Its spokesperson can undo it.
	const keeper = await someone(browser, KEEPER)
	await open(keeper, `/members/${await cardId(KEEPER)}`)
	await openPanel(keeper)
	await panel(keeper).getByRole('button', { name: fr('About the link to “{title}”', { title: NAME }) }).click()
	await panel(keeper).getByRole('button', { name: frLike('Remove the link: {sentence}') }).click()
	await expect(panel(keeper).getByRole('link', { name: NAME })).toHaveCount(0)
})

test('no account takes it over', async () => {
	const keeper = await api(KEEPER)
	const refused = await keeper.post(`/members/${id}/claim-link`, {})
	await keeper.dispose()
	expect([refused.status, refused.data.error]).toEqual([422, 'only_people'])
})
