/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { fr, frCount, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { person, restoreCard } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const UID = 'loic-treguer'
/** In no group with him. */
const READER = 'sophie-lanternier'
const DRIVES = 'Ce qui me tient debout : la marée, et les mains des autres.'
const SEEK = 'Un atelier sec où réparer une yole'
/** Longest text under “in one line”. */
const MOST = 80

let id: number
test.beforeAll(async () => {
	id = await restoreCard(UID)
})
test.afterAll(() => restoreCard(UID))
test.beforeEach(({ page }) => login(page, UID))

const region = (page: Page, title: string) => page.getByRole('region', { name: fr(title), exact: true })
const drives = (page: Page) => page.getByRole('textbox', { name: fr('What motivates me') })
const headline = (page: Page) => page.getByRole('textbox', { name: fr('In one line') })
const saved = (page: Page) => expect(page.getByText(fr('Saved just now'))).toBeVisible()

test('typed, added and chosen values are saved automatically and restored later', async ({ page }) => {
	await open(page, '/me')
	await drives(page).fill(DRIVES)
	await saved(page)

	// A line more, by keyboard alone.
	const seeks = region(page, 'What I seek')
	const before = await seeks.getByRole('textbox').count()
	await seeks.getByRole('button', { name: fr('Add a line') }).focus()
	await page.keyboard.press('Enter')
	await expect(seeks.getByRole('textbox')).toHaveCount(before + 1)
	await expect(seeks.getByRole('textbox').last()).toBeFocused()
	await page.keyboard.type(SEEK)

	const standpoint = region(page, 'Where I speak from')
	const territories = standpoint.getByRole('combobox', { name: fr('Territories') })
	await territories.click()
	await page.keyboard.type('limou')
	const limoux = page.getByRole('listbox', { name: fr('Places found') }).getByRole('option').filter({ has: page.getByText('Limoux', { exact: true }) })
	await expect(limoux).toBeVisible()
	for (let presses = 0; presses < 10 && await limoux.getAttribute('aria-selected') !== 'true'; presses++) {
		await page.keyboard.press('ArrowDown')
	}
	await expect(limoux).toHaveAttribute('aria-selected', 'true')
	await page.keyboard.press('Enter')
	await expect(standpoint.getByRole('button', { name: fr('Remove {name}', { name: 'Limoux' }), exact: true })).toBeVisible()
	await expect(territories).toHaveValue('')

	await region(page, 'What motivates me').getByRole('combobox', { name: frLike('Who can see “{part}”?') }).selectOption({ label: fr('Members of the network') })
	await saved(page)
	await expect(page.getByText(fr('Not saved'), { exact: true })).toBeHidden()

	await page.reload()
	await expect(drives(page)).toHaveValue(DRIVES)
	await expect(seeks.getByRole('textbox').last()).toHaveValue(SEEK)
	await expect(standpoint.getByRole('button', { name: fr('Remove {name}', { name: 'Limoux' }), exact: true })).toBeVisible()
	await expect(region(page, 'What motivates me').getByRole('combobox', { name: frLike('Who can see “{part}”?') })).toHaveValue('members')
})

test('Enter takes the word that is highlighted, and a word no list has is proposed like a value', async ({ page }) => {
	await open(page, '/me')
	const values = region(page, 'What matters to me').getByPlaceholder(fr('add…'))
	const choices = page.getByRole('option')
	await values.fill('solid')
	await expect(choices.filter({ hasText: 'Solidarité' })).toHaveAttribute('aria-selected', 'true')
	await expect(choices.filter({ hasText: fr('Add “{word}”', { word: 'Solid' }) })).toBeVisible()
	await values.press('Enter')
	await expect(values).toHaveValue('')
	await expect(page.getByRole('button', { name: fr('Remove {name}', { name: 'Solidarité' }), exact: true })).toBeVisible()

	const sectors = region(page, 'Where I speak from').getByRole('combobox', { name: fr('Sectors') })
	await sectors.fill('Tonnellerie')
	await expect(choices.filter({ hasText: fr('Add “{word}”', { word: 'Tonnellerie' }) })).toHaveAttribute('aria-selected', 'true')
	await sectors.press('Enter')
	const proposed = page.getByRole('button', { name: fr('Remove {name}', { name: 'Tonnellerie' }), exact: true })
	await expect(proposed).toBeVisible()
	await saved(page)
	await page.reload()
	await expect(proposed).toBeVisible()
})

test('“see as” shows what each viewer gets, and others get just that', async ({ page, browser }) => {
	await open(page, '/me')
	const preview = page.getByRole('complementary', { name: fr('See as…') })
	await expect(preview.getByText(SEEK)).toBeVisible()
	await expect(preview.getByText(DRIVES)).toBeHidden()
	await preview.getByText(fr('A member'), { exact: true }).click()
	await expect(preview.getByRole('radio', { name: fr('A member') })).toBeChecked()
	await expect(preview.getByText(DRIVES)).toBeVisible()

	// Meant for fewer: gone for a member as soon as it is saved, without reloading.
	await region(page, 'What I seek').getByRole('combobox', { name: frLike('Who can see “{part}”?') }).selectOption({ label: fr('Only me') })
	await expect(preview.getByText(SEEK)).toBeHidden()

	const reader = await someone(browser, READER)
	await open(reader, `/members/${id}`)
	await expect(reader.getByText(DRIVES)).toBeVisible()
	await expect(reader.getByText(SEEK)).toBeHidden()
	await expect(reader.getByText(/Limoux/)).toBeVisible()
	const shown = await reader.locator('.member-card').getByRole('heading', { level: 2 }).allInnerTexts()
	const previewed = await preview.getByRole('heading', { level: 3 }).allInnerTexts()
	expect(shown).toEqual(previewed)
})

test('a line that is too long has an error next to it, is not lost, and does not prevent saving the rest', async ({ page }) => {
	const long = 'Une phrase bien trop longue. '.repeat(4).trim()
	const sentence = frCount('%n character too long. Nothing is lost; it is saved once it is shorter.', long.length - MOST)
	await open(page, '/me')
	await headline(page).fill(long)
	await expect(page.getByText(sentence)).toBeVisible()
	await expect(headline(page)).toHaveAttribute('aria-invalid', 'true')
	await expect(headline(page)).toHaveAccessibleDescription(sentence)
	await expect(page.getByText(fr('Not saved'), { exact: true })).toBeVisible()

	await drives(page).fill(`${DRIVES} Encore.`)
	await expect(page.getByText(fr('Something could not be saved as it is. The rest is saved.'))).toBeVisible()
	await expect(page.getByRole('complementary').getByText(`${DRIVES} Encore.`)).toBeHidden()
	await page.getByRole('complementary').getByText(fr('A member'), { exact: true }).click()
	await expect(page.getByRole('complementary').getByText(`${DRIVES} Encore.`)).toBeVisible()

	await page.getByRole('button', { name: fr('Show where') }).click()
	await expect(headline(page)).toBeFocused()

	await page.reload()
	await expect(headline(page)).toHaveValue(String(person(UID).headline))
	await page.getByRole('button', { name: fr('Restore this text') }).click()
	await expect(headline(page)).toHaveValue(long)
	await headline(page).fill(long.slice(0, MOST).trim())
	await saved(page)
	await expect(page.getByText(sentence)).toBeHidden()
	await page.reload()
	await expect(headline(page)).toHaveValue(long.slice(0, MOST).trim())
	await expect(page.getByRole('button', { name: fr('Restore this text') })).toBeHidden()
})

test.describe('refused', () => {
	test.use({ refused: [400] })

	test('an invalid address has an error next to it, and can be corrected', async ({ page }) => {
		await open(page, '/me')
		const address = page.getByRole('textbox', { name: fr('Email address') })
		await address.fill('pas une adresse')
		await expect(address).toHaveAttribute('aria-invalid', 'true')
		await expect(address).toHaveAccessibleDescription(/.+/)
		await expect(address).toHaveValue('pas une adresse')
		await address.fill('loic.ailleurs@example.org')
		await saved(page)
		await expect(address).not.toHaveAttribute('aria-invalid')
	})
})

test('a removed line can be restored', async ({ page }) => {
	await open(page, '/me')
	const offers = region(page, 'What I offer')
	const first = await offers.getByRole('textbox').first().inputValue()
	const count = await offers.getByRole('textbox').count()
	await offers.getByRole('button', { name: fr('Remove line {number}', { number: '1' }) }).click()
	await expect(offers.getByRole('textbox')).toHaveCount(Math.max(1, count - 1))
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(offers.getByRole('textbox')).toHaveCount(count)
	await expect(offers.getByRole('textbox').first()).toHaveValue(first)
	await saved(page)
})

test.describe('another person’s card', () => {
	test.use({ refused: [403, 404] })

	test('cannot be changed, and the page says so', async ({ page }) => {
		await login(page, READER)
		await open(page, `/members/${id}/edit`)
		await expect(page.getByRole('heading', { level: 1, name: fr('No card to edit here') })).toBeVisible()
		await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
	})
})
