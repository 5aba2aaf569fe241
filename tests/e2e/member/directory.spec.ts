/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr, frCount } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { cardId, people, person } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

const READER = 'peire-cantaloube'
const byName = new Intl.Collator('fr').compare

test.beforeEach(({ page }) => login(page, READER))

test('the list tells how many there are, goes by name, and comes to its end by itself', async ({ page }) => {
	const reader = await api(READER)
	// Other tests make and pause cards meanwhile: the number is the server's of the same moment.
	await expect(async () => {
		const { data } = await reader.get('/members?limit=1')
		expect(data.total).toBeGreaterThan(40)
		await open(page, '/members')
		await expect(page.getByText(frCount('%n person', data.total), { exact: true })).toBeVisible({ timeout: 1000 })
	}).toPass()
	await reader.dispose()

	const main = page.getByRole('main')
	const names = main.getByRole('heading', { level: 2 })
	await expect(async () => {
		await names.last().scrollIntoViewIfNeeded()
		await expect(main.getByRole('button', { name: fr('See more') })).toBeHidden({ timeout: 500 })
		await expect(names.last()).toHaveText(person('zohra-mekhloufi').name, { timeout: 500 })
	}).toPass()

	const known = people.map(({ name }) => name)
	const shown = (await names.allInnerTexts()).filter((name) => known.includes(name))
	expect(shown).toEqual([...shown].sort(byName))
	expect(shown.length).toBeGreaterThan(40)
	expect(new Set(shown).size).toBe(shown.length)
})

test('a card opens and closes by keyboard, and the page says where one is', async ({ page }) => {
	const { name } = person('amadou-diakhate')
	await open(page, '/members')
	const link = page.getByRole('main').getByRole('link', { name, exact: true })
	await page.getByRole('main').getByRole('heading', { level: 1 }).focus()
	await expect(async () => {
		await page.keyboard.press('Tab')
		await expect(link).toBeFocused({ timeout: 50 })
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

test('going back in the browser finds the place in the list again', async ({ page }) => {
	await open(page, '/members')
	const link = page.getByRole('main').getByRole('link', { name: person('zohra-mekhloufi').name })
	await expect(async () => {
		await page.getByRole('main').getByRole('listitem').last().scrollIntoViewIfNeeded()
		await expect(link).toBeVisible({ timeout: 500 })
	}).toPass()
	await link.click()
	await expect(page.getByRole('heading', { level: 1, name: person('zohra-mekhloufi').name })).toBeVisible()
	await page.goBack()
	await expect(link).toBeInViewport()
})

test('a card kept for somebody says by whom', async ({ page }) => {
	await open(page, `/members/${await cardId('jordi-vilallonga')}`)
	await expect(page.getByRole('heading', { level: 1, name: person('jordi-vilallonga').name })).toBeVisible()
	await expect(page.getByText(fr('Card kept by {name}', { name: person('mireia-casanoves').name }))).toBeVisible()
	await expect(page.getByRole('link', { name: fr('Edit') })).toBeHidden()
})

test.describe('where nothing is', () => {
	test.use({ refused: [404] })

	test('a card that is not there is explained, with a way on', async ({ page }) => {
		await open(page, '/members/999999999')
		await expect(page.getByRole('heading', { level: 1, name: fr('No card here') })).toBeVisible()
		await expect(page.getByText(fr('This card does not exist, or is not shown to you.'))).toBeVisible()
		await page.getByRole('link', { name: fr('Go to the members') }).click()
		await expect(page.getByRole('heading', { level: 1, name: fr('Members') })).toBeFocused()
	})

	test('so is an address of the app that leads nowhere', async ({ page }) => {
		await open(page, '/nulle/part')
		await expect(page.getByRole('heading', { level: 1, name: fr('Nothing at this address') })).toBeVisible()
		await expect(page.getByRole('link', { name: fr('Go to the members') })).toBeVisible()
	})
})
