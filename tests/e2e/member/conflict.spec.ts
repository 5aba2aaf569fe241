/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { restoreCard } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const UID = 'malika-zerrouki'
const THERE = 'Écrit là-bas : les matins clairs.'
const HERE = 'Écrit ici : les soirs de pluie.'

test.use({ refused: [409] })
test.beforeEach(async () => {
	await restoreCard(UID)
})
test.afterAll(() => restoreCard(UID))

const drives = (page: Page) => page.getByRole('textbox', { name: fr('What motivates me') })
const panel = (page: Page) => page.getByRole('group', { name: frLike('“{part}” was changed here and elsewhere. Nothing was overwritten: choose which to keep.') })

async function stored(): Promise<string> {
	const own = await api(UID)
	const { data } = await own.get('/members/me')
	await own.dispose()
	return data.drives
}

/** Writes the same part in two browsers, each without knowing of the other. */
async function collide(page: Page, elsewhere: Page): Promise<void> {
	await login(page, UID)
	await open(page, '/me')
	await expect(drives(page)).toBeVisible()
	await open(elsewhere, '/me')
	await drives(elsewhere).fill(THERE)
	await expect(elsewhere.getByText(fr('Saved just now'))).toBeVisible()
	await drives(page).fill(HERE)
	await expect(panel(page)).toBeVisible()
}

test('the second to save sees both texts, and nothing is overwritten before the choice', async ({ page, browser }) => {
	await collide(page, await someone(browser, UID))
	await expect(panel(page)).toContainText(HERE)
	await expect(panel(page)).toContainText(THERE)
	await expect(page.getByText(fr('Something you wrote was also changed elsewhere. Choose below what to keep; the rest is saved.'))).toBeVisible()
	await expect(page.getByText(fr('Not saved'), { exact: true })).toBeVisible()

	// Another part is saved meanwhile, the one in dispute is not.
	await page.getByRole('textbox', { name: fr('Organisation') }).fill('Atelier des deux rives')
	await expect.poll(async () => {
		const own = await api(UID)
		const { data } = await own.get('/members/me')
		await own.dispose()
		return data.organisation
	}).toBe('Atelier des deux rives')
	expect(await stored()).toBe(THERE)
	await expect(drives(page)).toHaveValue(HERE)
	await expect(panel(page)).toBeVisible()
})

test('the own text can be kept', async ({ page, browser }) => {
	await collide(page, await someone(browser, UID))
	await panel(page).getByRole('button', { name: fr('Keep mine') }).click()
	await expect(panel(page)).toBeHidden()
	await expect(drives(page)).toBeFocused()
	await expect.poll(stored).toBe(HERE)
	await expect(page.getByText(fr('Saved just now'))).toBeVisible()
})

test('the other text can be taken', async ({ page, browser }) => {
	await collide(page, await someone(browser, UID))
	await panel(page).getByRole('button', { name: fr('Use the other') }).click()
	await expect(panel(page)).toBeHidden()
	await expect(drives(page)).toHaveValue(THERE)
	expect(await stored()).toBe(THERE)
	await expect(page.getByText(fr('Not saved'), { exact: true })).toBeHidden()
})

test('both can be kept, one after the other', async ({ page, browser }) => {
	await collide(page, await someone(browser, UID))
	await panel(page).getByRole('button', { name: fr('Keep both') }).click()
	await expect(drives(page)).toHaveValue(`${THERE}\n\n${HERE}`)
	await expect.poll(stored).toBe(`${THERE}\n\n${HERE}`)
})

test('different parts edited in two places are both kept, without a question', async ({ page, browser }) => {
	const elsewhere = await someone(browser, UID)
	await login(page, UID)
	await open(page, '/me')
	await expect(drives(page)).toBeVisible()
	await open(elsewhere, '/me')
	await elsewhere.getByRole('textbox', { name: fr('Role') }).fill('Passeuse')
	await expect(elsewhere.getByText(fr('Saved just now'))).toBeVisible()
	await drives(page).fill(HERE)
	await expect(page.getByText(fr('Saved just now'))).toBeVisible()
	await expect(panel(page)).toBeHidden()
	await expect(page.getByRole('textbox', { name: fr('Role') })).toHaveValue('Passeuse')
	await expect(page.getByText(frLike('Changed elsewhere and updated here: {parts}.'))).toBeVisible()
	expect(await stored()).toBe(HERE)
})
