/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { stopName } from '../support/looks.ts'
import { cardId, people, person } from '../support/network.ts'
import { A_TRY } from '../support/patience.ts'
import { expect, test } from '../support/test.ts'

const READER = 'peire-cantaloube'
const byName = new Intl.Collator('fr').compare

/** People whose cards no other test changes. */
const MAELLE = person('maelle-roumegous').name
const JOSETTE = person('josette-carriere-blanc').name
const ODILE = person('odile-marcenac').name

const main = (page: Page) => page.getByRole('main')
const names = (page: Page) => main(page).locator('.members__list').getByRole('heading', { level: 2 })
const words = (page: Page) => main(page).getByRole('searchbox', { name: fr('Search') })
const link = (page: Page, name: string) => main(page).getByRole('link', { name, exact: true })
const criterion = (page: Page, name: string) => main(page).getByRole('button', { name })
const choice = (page: Page, name: string) => main(page).getByRole('checkbox', { name })
const remove = (page: Page, name: string) => main(page).getByRole('button', { name: fr('Remove {name}', { name }) })

test.beforeEach(({ page }) => login(page, READER))

test('the list shows its total, is sorted by name, and loads to its end', async ({ page }) => {
	const reader = await api(READER)
	// Other tests make and pause cards meanwhile: the number is the server's of the same moment.
	await expect(async () => {
		const { data } = await reader.get('/members?limit=1')
		expect(data.total).toBeGreaterThan(40)
		await open(page, '/members')
		await expect(main(page).getByText(frCount('%n card', data.total), { exact: true })).toBeVisible(A_TRY)
	}).toPass()
	await reader.dispose()

	await expect(async () => {
		await names(page).last().scrollIntoViewIfNeeded()
		await expect(main(page).getByRole('button', { name: fr('See more') })).toBeHidden(A_TRY)
		await expect(names(page).last()).toHaveText(person('zohra-mekhloufi').name, A_TRY)
	}).toPass()

	const known = people.map(({ name }) => name)
	const shown = (await names(page).allInnerTexts()).filter((name) => known.includes(name))
	expect(shown).toEqual([...shown].sort(byName))
	expect(shown.length).toBeGreaterThan(40)
	expect(new Set(shown).size).toBe(shown.length)
})

test('a card opens and closes by keyboard, and the page shows the focus', async ({ page }) => {
	const { name } = person('amadou-diakhate')
	await open(page, '/members')
	await main(page).getByRole('heading', { level: 1 }).focus()
	await expect(async () => {
		await page.keyboard.press('Tab')
		await expect(link(page, name)).toBeFocused(A_TRY)
	}).toPass()
	await page.keyboard.press('Enter')
	await expect(page).toHaveURL(/\/members\/\d+$/)
	await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
	await expect(page).toHaveTitle(new RegExp(name))

	await page.keyboard.press('Shift+Tab')
	await expect(page.getByRole('link', { name: fr('Back to {page}', { page: fr('Members') }) })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 1, name: fr('Members') })).toBeFocused()
	await expect(page).toHaveTitle(new RegExp(fr('Members')))
})

test('the Back button restores the position in the list', async ({ page }) => {
	await open(page, '/members')
	const last = main(page).getByRole('link', { name: person('zohra-mekhloufi').name })
	await expect(async () => {
		await main(page).getByRole('listitem').last().scrollIntoViewIfNeeded()
		await expect(last).toBeVisible(A_TRY)
	}).toPass()
	await last.click()
	await expect(page.getByRole('heading', { level: 1, name: person('zohra-mekhloufi').name })).toBeVisible()
	await page.goBack()
	await expect(last).toBeInViewport()
})

test.describe('words', () => {
	test('filter the list while typing, are marked in the results, and stay in the address', async ({ page }) => {
		await open(page, '/members')
		await words(page).pressSequentially('salle')
		await expect(link(page, ODILE)).toBeVisible()
		await expect(link(page, person('amadou-diakhate').name)).toHaveCount(0)
		await expect(page).toHaveURL(/\?q=salle$/)
		await expect(words(page)).toBeFocused()
		const hit = main(page).getByRole('listitem').filter({ has: page.getByRole('link', { name: ODILE }) })
		await expect(hit.locator('mark').first()).toHaveText('salle')

		await page.reload()
		await expect(words(page)).toHaveValue('salle')
		await expect(link(page, ODILE)).toBeVisible()
		await main(page).getByRole('button', { name: fr('Clear the search') }).click()
		await expect(words(page)).toHaveValue('')
		await expect(words(page)).toBeFocused()
		await expect(link(page, person('amadou-diakhate').name)).toBeVisible()
		await page.goBack()
		await expect(words(page)).toHaveValue('salle')
		await expect(link(page, person('amadou-diakhate').name)).toHaveCount(0)
	})

	test('match without accents and in any order, and Enter stays on the page', async ({ page }) => {
		await open(page, '/members')
		await words(page).fill('quintilla HELENE')
		await page.keyboard.press('Enter')
		await expect(names(page)).toHaveText([person('helene-quintilla').name])
		await expect(words(page)).toBeFocused()
	})

	test('that nobody wrote are shown with their corrections', async ({ page }) => {
		await open(page, '/members')
		await words(page).fill('jadrin')
		await expect(main(page).getByRole('status').getByText(fr('No results for “{from}”; showing “{to}”.', { from: 'jadrin', to: 'jardin' }))).toBeVisible()
		await expect(link(page, MAELLE)).toBeVisible()
	})

	test('without results can all be cleared', async ({ page }) => {
		await open(page, '/members?q=zzqxw')
		await expect(main(page).getByText(frCount('%n card', 0), { exact: true })).toBeVisible()
		await expect(main(page).getByText(fr('Nobody matches these words and criteria.'))).toBeVisible()
		await main(page).getByRole('button', { name: fr('Clear all') }).click()
		await expect(words(page)).toHaveValue('')
		await expect(link(page, person('amadou-diakhate').name)).toBeVisible()
	})
})

test.describe('criteria', () => {
	test('filter each other, are in the address, and are restored by the browser’s buttons', async ({ page }) => {
		await open(page, '/members?q=salle')
		await criterion(page, fr('Sector')).click()
		await choice(page, 'Éducation populaire').check()
		await expect(link(page, ODILE)).toHaveCount(0)
		await expect(link(page, MAELLE)).toBeVisible()
		await expect(link(page, JOSETTE)).toBeVisible()
		await expect(page).toHaveURL(/facet\[sector\]\[\]=education-populaire/)
		await expect(criterion(page, fr('Sector'))).toHaveText(frCount('{criterion}: %n chosen', 1).replace('{criterion}', fr('Sector')))

		// It stays open, for a second choice of the same: the one or the other.
		await choice(page, 'Action publique locale').check()
		await expect(link(page, ODILE)).toBeVisible()
		await expect(remove(page, 'Éducation populaire')).toBeVisible()
		await expect(remove(page, 'Action publique locale')).toBeVisible()
		await page.keyboard.press('Escape')
		await expect(choice(page, 'Éducation populaire')).toHaveCount(0)
		await expect(criterion(page, fr('Sector'))).toBeFocused()

		await page.goBack()
		await expect(link(page, ODILE)).toHaveCount(0)
		await expect(remove(page, 'Action publique locale')).toHaveCount(0)
		await page.goBack()
		await expect(remove(page, 'Éducation populaire')).toHaveCount(0)
		await expect(link(page, ODILE)).toBeVisible()
		await page.goForward()
		await expect(link(page, ODILE)).toHaveCount(0)
		await expect(remove(page, 'Éducation populaire')).toBeVisible()
	})

	test('are removed one by one or all at once, and the focus moves to a sensible element', async ({ page }) => {
		await open(page, '/members?q=salle&facet[sector][]=education-populaire&facet[sector][]=action-publique&facet[territory][]=region:76')
		const chips = main(page).getByRole('list', { name: fr('Selected criteria') }).getByRole('listitem')
		await expect(chips).toHaveCount(3)
		await expect(chips.first()).toHaveText('Occitanie')
		await remove(page, 'Occitanie').focus()
		await page.keyboard.press('Enter')
		await expect(chips).toHaveCount(2)
		await expect(remove(page, 'Éducation populaire')).toBeFocused()
		await main(page).getByRole('button', { name: fr('Clear all') }).click()
		await expect(chips).toHaveCount(0)
		await expect(words(page)).toBeFocused()
		await expect(words(page)).toHaveValue('')
		expect(new URL(page.url()).search).toBe('')
	})

	test('show the number of results for each choice', async ({ page }) => {
		await open(page, '/members?q=salle')
		await criterion(page, fr('Territory')).click()
		// A large territory holds the small ones, and says what it is.
		const region = main(page).getByRole('checkbox', { name: frLike('region') }).first()
		const count = await region.evaluate((box) => (box as HTMLInputElement).labels![0]!.querySelector('[aria-hidden]')?.textContent)
		await region.check()
		await expect(main(page).getByRole('status').filter({ hasText: frCount('%n card', Number(count)) })).toBeVisible()
	})

	test('that are too narrow suggest wider ones', async ({ page }) => {
		await open(page, '/members?q=salle&facet[sector][]=education-populaire')
		const way = main(page).getByRole('listitem').filter({ hasText: frLike('Without the criterion “{criterion}” there would be {people}.') })
		await expect(way).toContainText(fr('Sector'))
		await way.getByRole('link', { name: fr('See them') }).click()
		await expect(link(page, ODILE)).toBeVisible()
		await expect(page).toHaveURL(/\?q=salle$/)
		await expect(remove(page, 'Éducation populaire')).toHaveCount(0)
	})

	test('that are unknown are left out', async ({ page }) => {
		await open(page, '/members?q=salle&facet[colour][]=blue&sort=stars')
		await expect(link(page, ODILE)).toBeVisible()
	})
})

test('by keyboard the user gets from the words through the criteria to the people', async ({ page }) => {
	await open(page, '/members?q=salle&facet[sector][]=education-populaire')
	await words(page).focus()
	const stops: string[] = []
	for (let presses = 0; presses < 20 && !(stops.at(-1) ?? '').includes(JOSETTE); presses++) {
		await page.keyboard.press('Tab')
		stops.push(await stopName(page))
	}
	const facets = ['Territory', 'Sector', 'Values', 'Themes', 'Seeks', 'Offers', 'Group', 'Kind of card'].map((name) => fr(name))
	facets[1] = frCount('{criterion}: %n chosen', 1).replace('{criterion}', fr('Sector'))
	expect(stops).toEqual([
		fr('Clear the search'),
		fr('Cards'),
		...facets,
		fr('Remove {name}', { name: 'Éducation populaire' }),
		fr('Clear all'),
		fr('Print'),
		fr('Export'),
		fr('My searches'),
		fr('Sort by'),
		JOSETTE,
	])
})

test('the compact list and the order are kept in the address', async ({ page }) => {
	await open(page, '/members?q=salle')
	await main(page).getByText(fr('List'), { exact: true }).click()
	await expect(page).toHaveURL(/view=list/)
	await expect(link(page, ODILE)).toBeVisible()
	await main(page).getByRole('combobox', { name: fr('Sort by') }).selectOption({ label: fr('Name') })
	await expect(page).toHaveURL(/sort=name/)
	const known = people.map(({ name }) => name)
	await expect(async () => {
		const shown = (await names(page).allInnerTexts()).filter((name) => known.includes(name))
		expect(shown.length).toBeGreaterThan(3)
		expect(shown).toEqual([...shown].sort(byName))
	}).toPass()
	await page.reload()
	await expect(main(page).getByRole('radio', { name: fr('List') })).toBeChecked()
	await expect(main(page).getByRole('combobox', { name: fr('Sort by') })).toHaveValue('name')
})

test('on a narrow screen the criteria are behind one button', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 })
	await open(page, '/members?q=salle')
	await main(page).getByRole('button', { name: fr('Criteria'), exact: true }).click()
	const sheet = page.getByRole('dialog', { name: fr('Criteria') })
	await sheet.getByText(fr('Sector'), { exact: true }).click()
	await sheet.getByRole('checkbox', { name: 'Éducation populaire' }).check()
	await sheet.getByRole('button', { name: frCount('See the %n card', 2) }).click()
	await expect(sheet).toBeHidden()
	await expect(main(page).getByRole('button', { name: frCount('Criteria chosen: %n', 1) })).toBeFocused()
	await expect(names(page)).toHaveText([JOSETTE, MAELLE])
})

test('a card leads back to the search', async ({ page }) => {
	await open(page, '/members?q=salle&view=list')
	await link(page, ODILE).click()
	await expect(page.getByRole('heading', { level: 1, name: ODILE })).toBeVisible()
	await page.getByRole('link', { name: fr('Back to {page}', { page: fr('Members') }) }).click()
	await expect(words(page)).toHaveValue('salle')
	await expect(page).toHaveURL(/view=list/)
})

test.describe('without a connection', () => {
	test.use({ refused: ['ERR_INTERNET_DISCONNECTED'] })

	test('the words and criteria are kept', async ({ page, context }) => {
		await open(page, '/members')
		await context.setOffline(true)
		await words(page).fill('salle')
		await expect(main(page).getByRole('alert').filter({ hasText: fr('Could not load the list of members.') })).toBeVisible()
		await expect(main(page).getByRole('button', { name: fr('Try again') })).toBeVisible()
		// It need not be pressed when the connection comes back by itself.
		await context.setOffline(false)
		await expect(link(page, ODILE)).toBeVisible()
		await expect(words(page)).toHaveValue('salle')
	})
})

test('a kept card says who keeps it', async ({ page }) => {
	await open(page, `/members/${await cardId('jordi-vilallonga')}`)
	await expect(page.getByRole('heading', { level: 1, name: person('jordi-vilallonga').name })).toBeVisible()
	await expect(page.getByText(fr('Card kept by {name}', { name: person('mireia-casanoves').name }))).toBeVisible()
	await expect(page.getByRole('link', { name: fr('Edit') })).toBeHidden()
})

test.describe('missing things', () => {
	test.use({ refused: [404] })

	test('a missing card has an explanation and a link', async ({ page }) => {
		await open(page, '/members/999999999')
		await expect(page.getByRole('heading', { level: 1, name: fr('No card here') })).toBeVisible()
		await expect(page.getByText(fr('This card does not exist, or is not shown to you.'))).toBeVisible()
		await page.getByRole('link', { name: fr('Go to the members') }).click()
		await expect(page.getByRole('heading', { level: 1, name: fr('Members') })).toBeFocused()
	})

	test('so has an unknown address of the app', async ({ page }) => {
		await open(page, '/nulle/part')
		await expect(page.getByRole('heading', { level: 1, name: fr('Nothing at this address') })).toBeVisible()
		await expect(page.getByRole('link', { name: fr('Go to the members') })).toBeVisible()
	})
})
