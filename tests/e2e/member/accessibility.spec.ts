/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook, fits, stopName } from '../support/looks.ts'
import { cardId, person, removeCard, removeKept, restoreCard } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const UID = 'clementine-fabregues'
/** Keeps a card in the demo network, but no draft. */
const KEEPER = 'thibaut-salabert'
const DRAFTER = 'gaspard-montolieu'
/** In no group: what goes with the card can be put back. */
const NEWCOMER = 'emmanuelle-viguerie'

test.use({ refused: [404, 409] })

/** Two drafts kept for another person: with and without consent. */
let draft: number
let agreed: number
let link: string
test.beforeAll(async () => {
	await restoreCard(UID)
	await removeCard(NEWCOMER)
	await removeKept(DRAFTER)
	const drafter = await api(DRAFTER)
	const make = async (name: string) => (await drafter.post('/members', { name, contact: { email: 'a@example.org' } })).data.id
	draft = await make('Brouillon sans accord')
	agreed = await make('Brouillon avec accord')
	await drafter.post(`/members/${agreed}/consent`, { date: '2026-11-02', how: 'De vive voix' })
	link = new URL((await drafter.post(`/members/${agreed}/claim-link`)).data.url).pathname.split('/apps/reseau')[1]!
	await drafter.dispose()
})
test.afterAll(async () => {
	await restoreCard(UID)
	await restoreCard(NEWCOMER)
	await removeKept(DRAFTER)
})

/** Opens a page as an account and waits for its heading and for all of its content. */
async function show(page: Page, uid: string, path: string, title: string): Promise<void> {
	await page.setViewportSize({ width: 1280, height: 800 })
	await login(page, uid)
	await open(page, path)
	await expect(page.getByRole('main').getByRole('heading', { level: 1, name: title })).toBeVisible()
	await expect(page.getByText(fr('Loading…'))).toHaveCount(0)
}

test.describe('every page and dialog, light and dark, wide and narrow', () => {
	test('home', async ({ page }) => {
		await show(page, UID, '/', fr('Hello {name}', { name: person(UID).name.split(' ')[0]! }))
		await everyLook(page)
	})

	test('home with an open task', async ({ page }) => {
		await show(page, DRAFTER, '/', fr('Hello {name}', { name: person(DRAFTER).name.split(' ')[0]! }))
		await expect(page.getByRole('region', { name: fr('What is waiting for you') })).toBeVisible()
		await everyLook(page)
	})

	test('the list', async ({ page }) => {
		await show(page, UID, '/members', fr('Members'))
		await everyLook(page)
	})

	test('the compact list, words mistyped and criteria chosen', async ({ page }) => {
		await show(page, UID, '/members?q=jadrin&facet[territory][]=region:76&view=list', fr('Members'))
		await expect(page.locator('.members__how')).toHaveText(fr('No results for “{from}”; showing “{to}”.', { from: 'jadrin', to: 'jardin' }))
		await expect(page.getByRole('button', { name: fr('Remove {name}', { name: 'Occitanie' }) })).toBeVisible()
		await everyLook(page)
	})

	test('few results, with wider searches', async ({ page }) => {
		await show(page, UID, '/members?q=salle&facet[sector][]=education-populaire', fr('Members'))
		await expect(page.getByRole('link', { name: fr('See them') }).first()).toBeVisible()
		await everyLook(page)
	})

	test('no results', async ({ page }) => {
		await show(page, UID, '/members?q=zzqxw', fr('Members'))
		await expect(page.getByText(fr('Nobody matches these words and criteria.'))).toBeVisible()
		await everyLook(page)
	})

	test('an open criterion, with few choices and with many', async ({ page }) => {
		for (const criterion of ['Sector', 'Themes', 'Group']) {
			await show(page, UID, '/members', fr('Members'))
			await page.getByRole('main').getByRole('button', { name: fr(criterion), exact: true }).click()
			await expect(page.locator('.facet-choices')).toBeVisible()
			await everyLook(page, [1280])
		}
	})

	test('the criteria on a narrow screen', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 })
		await login(page, UID)
		await open(page, '/members?facet[sector][]=education-populaire')
		await page.getByRole('button', { name: frCount('Criteria chosen: %n', 1) }).click()
		const sheet = page.getByRole('dialog', { name: fr('Criteria') })
		await sheet.getByText(frCount('{criterion}: %n chosen', 1).replace('{criterion}', fr('Sector'))).click()
		await expect(sheet.getByRole('checkbox', { name: 'Éducation populaire' })).toBeChecked()
		await everyLook(page, [320])
	})

	test('the card of another', async ({ page }) => {
		await show(page, UID, `/members/${await cardId('mireia-casanoves')}`, person('mireia-casanoves').name)
		await everyLook(page)
	})

	test('a card as its keeper sees it, and as others do', async ({ page }) => {
		await show(page, KEEPER, `/members/${await cardId('fernand-courrege-abadie')}`, person('fernand-courrege-abadie').name)
		await everyLook(page)
		await page.getByRole('main').getByText(fr('A visitor'), { exact: true }).click()
		await expect(page.getByText(frLike('A visitor without an account'))).toBeVisible()
		await everyLook(page)
	})

	test('the editor', async ({ page }) => {
		await show(page, UID, '/me', fr('My card'))
		await page.getByRole('region', { name: fr('What I seek') }).getByRole('button', { name: fr('Specify kind and themes') }).or(page.getByRole('button', { name: fr('Change') })).first().click()
		await everyLook(page)
	})

	test('the editor with suggested places', async ({ page }) => {
		await show(page, UID, '/me', fr('My card'))
		await page.getByRole('combobox', { name: fr('Territories') }).click()
		await page.keyboard.type('limou')
		await expect(page.getByRole('listbox', { name: fr('Places found') })).toBeVisible()
		await everyLook(page)
		await page.getByRole('combobox', { name: fr('Territories') }).fill('')
	})

	test('the editor with a text that is too long', async ({ page }) => {
		await show(page, UID, '/me', fr('My card'))
		const headline = page.getByRole('textbox', { name: fr('In one line') })
		await headline.fill('Trop long. '.repeat(10))
		await expect(headline).toHaveAttribute('aria-invalid', 'true')
		await everyLook(page)
	})

	test('the editor with two conflicting texts', async ({ page, browser }) => {
		await show(page, UID, '/me', fr('My card'))
		const elsewhere = await someone(browser, UID)
		await open(elsewhere, '/me')
		await elsewhere.getByRole('textbox', { name: fr('What motivates me') }).fill('Écrit là-bas.')
		await expect(elsewhere.getByText(fr('Saved just now'))).toBeVisible()
		await page.getByRole('textbox', { name: fr('What motivates me') }).fill('Écrit ici.')
		await expect(page.getByRole('button', { name: fr('Keep mine') })).toBeVisible()
		await everyLook(page)
	})

	for (const [what, button, title] of [
		['deleting', 'Delete the card', 'Delete the card of {name}?'],
		['withdrawing', 'Withdraw the card', 'Withdraw the card of {name}?'],
	] as const) {
		test(`the dialog for ${what}`, async ({ page }) => {
			await show(page, UID, '/me', fr('My card'))
			await page.getByRole('main').getByRole('button', { name: fr(button) }).click()
			await expect(page.getByRole('dialog', { name: fr(title, { name: person(UID).name }) })).toBeVisible()
			await everyLook(page)
		})
	}

	test('the confirmation of an action, with undo', async ({ page }) => {
		await show(page, UID, '/me', fr('My card'))
		await page.getByRole('button', { name: fr('Pause the card') }).click()
		await expect(page.getByRole('button', { name: fr('Undo') })).toBeVisible()
		await page.getByRole('button', { name: fr('Undo') }).focus()
		await everyLook(page)
		await page.getByRole('button', { name: fr('Undo') }).click()
		await expect(page.getByText(fr('Undone.'))).toBeVisible()
	})

	test('the first visit', async ({ page }) => {
		await show(page, NEWCOMER, '/', fr('Let us start with you'))
		await everyLook(page)
		await page.getByRole('button', { name: fr('Create my card') }).click()
		await expect(page.getByText(fr('One line is enough to start.'))).toBeVisible()
		await everyLook(page)
	})

	test('the kept cards', async ({ page }) => {
		await show(page, DRAFTER, '/kept', fr('Cards I keep'))
		await expect(page.getByText(frLike('agreement not recorded yet'))).toBeVisible()
		await everyLook(page)
	})

	test('no card kept', async ({ page }) => {
		await show(page, UID, '/kept', fr('Cards I keep'))
		await everyLook(page)
	})

	test('a card to create for another person', async ({ page }) => {
		await show(page, DRAFTER, '/kept/new', fr('Keep a card for someone'))
		await page.getByRole('button', { name: fr('Create the card') }).click()
		await expect(page.getByText(fr('A card needs a name.'))).toBeVisible()
		await everyLook(page)
	})

	test('a kept card that waits for consent', async ({ page }) => {
		await show(page, DRAFTER, `/members/${draft}/edit`, fr('Card of {name}', { name: 'Brouillon sans accord' }))
		await expect(page.getByRole('textbox', { name: fr('How did the person agree?') })).toBeVisible()
		await everyLook(page)
	})

	test('a kept card with its link, and handing it over', async ({ page }) => {
		await show(page, DRAFTER, `/members/${draft}/edit`, fr('Card of {name}', { name: 'Brouillon sans accord' }))
		await page.getByRole('button', { name: fr('Create a link'), exact: true }).click()
		await expect(page.getByRole('textbox', { name: fr('Link for {name}', { name: 'Brouillon sans accord' }) })).toBeVisible()
		await everyLook(page)
		await page.getByRole('button', { name: fr('Pass the card on') }).click()
		await expect(page.getByRole('dialog', { name: frLike('Pass this card on to {name}?') })).toBeVisible()
		await everyLook(page)
	})

	test('a card to take over', async ({ page }) => {
		await show(page, UID, link, fr('The card of {name}', { name: 'Brouillon avec accord' }))
		await everyLook(page)
	})

	test('an invalid link', async ({ page }) => {
		await show(page, UID, '/claim/abcdefgh', fr('This link no longer works'))
		await everyLook(page)
	})

	test('no card here, nothing at this address', async ({ page }) => {
		await show(page, UID, '/members/999999999', fr('No card here'))
		await everyLook(page)
		await show(page, UID, '/nulle/part', fr('Nothing at this address'))
		await everyLook(page)
	})
})

test('opened on a narrow screen, pages fit and the navigation opens and closes by keyboard', async ({ page }) => {
	await login(page, UID)
	await page.setViewportSize({ width: 320, height: 640 })
	for (const path of ['/', '/members', '/members?q=salle&view=list', '/me', '/kept', '/kept/new', `/members/${await cardId('mireia-casanoves')}`]) {
		await open(page, path)
		await expect(page.getByText(fr('Loading…'))).toHaveCount(0)
		await fits(page)
	}
	const entry = page.getByRole('navigation', { name: fr('Réseau') }).getByRole('link', { name: fr('Members') })
	await expect(entry).toBeHidden()
	const toggle = page.locator('.app-navigation-toggle')
	await toggle.focus()
	await page.keyboard.press('Enter')
	await expect(entry).toBeVisible()
	await entry.focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 1, name: fr('Members') })).toBeFocused()
	await expect(entry).toBeHidden()
})

test('by keyboard the user gets from the title to the first action, then to words and criteria, and always sees the focus', async ({ page }) => {
	await show(page, UID, '/members', fr('Members'))
	const main = page.getByRole('main')
	await main.getByRole('heading', { level: 1 }).focus()
	const stops: string[] = []
	for (let presses = 0; presses < 4; presses++) {
		await page.keyboard.press('Tab')
		stops.push(await stopName(page))
		expect(await page.locator(':focus').evaluate((element) => {
			const seen = [element, ...element.querySelectorAll('*'), element.closest('li, label') ?? element].map((one) => getComputedStyle(one))
			return seen.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)
		}), `the focus on stop ${presses} shows`).toBe(true)
	}
	expect(stops).toEqual([fr('Complete my card'), fr('Search'), fr('Cards'), fr('Territory')])
})

test('the way into the page is short: past the header straight to its content', async ({ page }) => {
	await show(page, UID, '/members', fr('Members'))
	const skip = page.locator('#skip-actions a[href="#app-content-vue"]')
	await skip.focus()
	await page.keyboard.press('Enter')
	await page.keyboard.press('Tab')
	await expect(page.getByRole('main').locator(':focus')).toHaveText(fr('Complete my card'))
})
