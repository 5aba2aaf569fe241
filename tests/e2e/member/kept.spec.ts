/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { mailsTo } from '../support/mail.ts'
import { person, removeCard, removeKept, restoreCard } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const KEEPER = 'delphine-azemar'
const READER = 'bernat-estevenin'
/** In no group: what goes with the card can be put back. */
const PERSON = 'lison-peyrebrune'
const NAME = 'Personne du Marché'
const SEEK = 'Quelqu’un qui remplace la porte du poulailler'
const ADDRESS = 'personne.du.marche@example.org'

test.use({ refused: [404] })
test.beforeAll(async () => {
	await removeKept(KEEPER)
	await removeCard(PERSON)
})
test.afterAll(async () => {
	await removeKept(KEEPER)
	await removeCard(PERSON)
	await restoreCard(PERSON)
})

/** Number and link of the one card kept, from one test to the next. */
let id: number
let link: string

const claimField = (page: Page) => page.getByRole('textbox', { name: fr('Link for {name}', { name: NAME }) })

test('a card for a person without an account begins as a draft that no one else sees', async ({ page, browser }) => {
	await login(page, KEEPER)
	await open(page, '/kept')
	await page.getByRole('link', { name: fr('Keep a card for someone') }).click()
	await page.getByRole('button', { name: fr('Create the card') }).click()
	await expect(page.getByText(fr('A card needs a name.'))).toBeVisible()
	const name = page.getByRole('textbox', { name: fr('Name of the person') })
	await expect(name).toBeFocused()
	await name.fill(NAME)
	await page.getByRole('textbox', { name: fr('What would they need or like at the moment?') }).fill(SEEK)
	await page.getByRole('button', { name: fr('Create the card') }).click()
	await expect(page).toHaveURL(/\/members\/\d+\/edit$/)
	id = Number(/\d+/.exec(new URL(page.url()).pathname.split('/members/')[1]!)![0])
	await expect(page.getByText(fr('The card was created as a draft that only you see.'))).toBeVisible()
	await expect(page.getByText(fr('Draft: no one else sees this card yet.'))).toBeVisible()

	const reader = await someone(browser, READER)
	await open(reader, `/members/${id}`)
	await expect(reader.getByRole('heading', { level: 1, name: fr('No card here') })).toBeVisible()
})

test('it cannot be shown before the person’s consent is entered', async ({ page }) => {
	await login(page, KEEPER)
	await open(page, `/members/${id}/edit`)
	await expect(page.getByText(fr('It can be shown once the person’s agreement is recorded below.'))).toBeVisible()
	await expect(page.getByRole('button', { name: fr('Show it to the network') })).toBeHidden()
	const keeper = await api(KEEPER)
	const { data } = await keeper.get(`/members/${id}`)
	const refused = await keeper.put(`/members/${id}/status`, { status: 'published', version: data.version })
	await keeper.dispose()
	expect([refused.status, refused.data.error]).toEqual([422, 'consent_missing'])

	await page.getByRole('textbox', { name: fr('How did the person agree?') }).fill('De vive voix, au marché')
	await page.getByRole('button', { name: fr('Record the agreement') }).click()
	await expect(page.getByText(fr('The agreement was recorded.'))).toBeVisible()
	await expect(page.getByText('De vive voix, au marché')).toBeVisible()
	await page.getByRole('button', { name: fr('Show it to the network') }).click()
	await expect(page.getByText(fr('The card is shown to the network.'))).toBeVisible()
})

test('the others see it, with its keeper', async ({ page, browser }) => {
	await login(page, READER)
	await open(page, `/members/${id}`)
	await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
	await expect(page.getByText(SEEK)).toBeVisible()
	await expect(page.getByText(fr('Card kept by {name}', { name: person(KEEPER).name }))).toBeVisible()
	await expect(page.getByText('De vive voix, au marché')).toBeHidden()

	const keeper = await someone(browser, KEEPER)
	await open(keeper, '/kept')
	await expect(keeper.getByRole('main').getByRole('link', { name: NAME })).toBeVisible()
})

test('the keeper creates a link, and sends another one to the person’s address', async ({ page }) => {
	await login(page, KEEPER)
	await open(page, `/members/${id}/edit`)
	await expect(page.getByRole('button', { name: fr('Send a link by email') })).toBeHidden()
	await page.getByRole('textbox', { name: fr('Email address') }).fill(ADDRESS)
	await expect(page.getByText(fr('Saved just now'))).toBeVisible()

	await page.getByRole('button', { name: fr('Create a link'), exact: true }).click()
	await expect(claimField(page)).toHaveValue(/\/apps\/reseau\/claim\/\w+$/)
	const first = await claimField(page).inputValue()
	await page.getByRole('button', { name: fr('Send a link by email') }).click()
	await expect(claimField(page)).not.toHaveValue(first)
	link = await claimField(page).inputValue()

	const sent = mailsTo(ADDRESS)?.[0]
	if (sent) {
		expect(sent.plain).toContain(NAME)
		// The mail leads to a page that needs no account.
		expect(sent.plain).toContain(link.replace('/claim/', '/card/'))
		expect(sent.plain).not.toContain(first)
	}

	await open(page, new URL(first).pathname.split('/apps/reseau')[1])
	await expect(page.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
})

test('the person takes the card over, and the link is used up', async ({ page, browser }) => {
	await login(page, PERSON)
	const path = new URL(link).pathname.split('/apps/reseau')[1]
	await open(page, path)
	await expect(page.getByRole('heading', { level: 1, name: fr('The card of {name}', { name: NAME }) })).toBeVisible()
	await expect(page.getByText(frLike('{steward} kept this card for {name}. If that is you, you can take it over with this account.'))).toContainText(person(KEEPER).name)
	await page.getByRole('button', { name: fr('Take over the card') }).click()
	await expect(page).toHaveURL(/\/me$/)
	await expect(page.getByRole('textbox', { name: fr('Name'), exact: true })).toHaveValue(NAME)
	await expect(page.getByRole('region', { name: fr('What I seek') }).getByRole('textbox')).toHaveValue(SEEK)

	await open(page, path)
	await expect(page.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()

	// The former keeper sees what any member sees of it.
	const keeper = await someone(browser, KEEPER)
	await open(keeper, `/members/${id}`)
	await expect(keeper.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
	await expect(keeper.getByText(fr('See as…'))).toBeHidden()
	await expect(keeper.getByText(fr('Card kept by {name}', { name: person(KEEPER).name }))).toBeHidden()
	await expect(keeper.getByRole('main').locator('a[href^="mailto:"]')).toHaveCount(0)
})

test('a person who already has a card merges the two', async ({ page }) => {
	const keeper = await api(KEEPER)
	const { data: card } = await keeper.post('/members', { name: 'Encore la même', offers: [{ text: 'Des graines de poireau', terms: [] }] })
	const { data: claim } = await keeper.post(`/members/${card.id}/claim-link`)
	await keeper.dispose()

	await login(page, PERSON)
	await open(page, new URL(claim.url).pathname.split('/apps/reseau')[1])
	await expect(page.getByText(fr('You already have a card. You can merge the two: the content of yours stays, and the content of the other is added.'))).toBeVisible()
	await page.getByRole('button', { name: fr('Merge the two cards') }).click()
	await expect(page).toHaveURL(/\/me$/)
	await expect(page.getByRole('textbox', { name: fr('Name'), exact: true })).toHaveValue(NAME)
	await expect(page.getByRole('region', { name: fr('What I seek') }).getByRole('textbox')).toHaveValue(SEEK)
	await expect(page.getByRole('region', { name: fr('What I offer') }).getByRole('textbox')).toHaveValue('Des graines de poireau')
})

test('a kept card is handed over to the facilitators, who find it in their list', async ({ page, browser }) => {
	const keeper = await api(KEEPER)
	const { data: card } = await keeper.post('/members', { name: 'Carte à confier' })
	await keeper.dispose()

	await login(page, KEEPER)
	await open(page, `/members/${card.id}/edit`)
	await page.getByRole('combobox', { name: fr('To') }).selectOption({ label: fr('the facilitators jointly') })
	await page.getByRole('button', { name: fr('Pass the card on') }).click()
	await page.getByRole('dialog').getByRole('button', { name: fr('Pass the card on') }).click()
	await expect(page).toHaveURL(/\/kept$/)
	await expect(page.getByRole('main').getByRole('link', { name: 'Carte à confier' })).toBeHidden()

	const facilitator = await someone(browser, 'nadege-tremolieres')
	await open(facilitator, '/kept')
	const row = facilitator.getByRole('listitem').filter({ hasText: 'Carte à confier' })
	await expect(row.first()).toContainText(fr('kept jointly by the facilitators'))
	const nadege = await api('nadege-tremolieres')
	await nadege.delete(`/members/${card.id}`)
	await nadege.dispose()
})
