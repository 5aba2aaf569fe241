/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { readFile } from 'node:fs/promises'
import { api } from '../support/api.ts'
import { fr, frCount } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person, together } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

const READER = 'peire-cantaloube'
/** People whose cards no other test changes. */
const MAELLE = person('maelle-roumegous')
const ODILE = person('odile-marcenac')

const main = (page: Page) => page.getByRole('main')

/** The contact details of a person that the reader may see. */
async function shownContact(name: string): Promise<Record<string, string>> {
	const reader = await api(READER)
	const { data } = await reader.get(`/members/handouts?q=${encodeURIComponent(name)}`)
	await reader.dispose()
	return data.members.find((member: { name: string }) => member.name === name).contact ?? {}
}

/** The file that a press on the dialog's button gives. */
async function download(page: Page): Promise<{ name: string, text: string }> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('dialog').getByRole('button', { name: fr('Download') }).click(),
	])
	return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test.beforeEach(({ page }) => login(page, READER))

test('all people found are printed, beyond the first page, without the navigation', async ({ page }) => {
	await open(page, '/members')
	await main(page).getByRole('link', { name: fr('Print') }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('Print the people found') })).toBeFocused()
	const print = main(page).getByRole('button', { name: fr('Print') })
	await expect(print).toBeVisible()
	const names = page.locator('.print-sheet').getByRole('heading', { level: 3 })
	expect(await names.count()).toBeGreaterThan(40)
	await expect(names.filter({ hasText: person('zohra-mekhloufi').name })).toHaveCount(1)
	await expect(page.locator('.print-sheet').getByText(MAELLE.contact.email ?? '@')).toHaveCount(0)
	await everyLook(page)

	await page.evaluate(() => {
		window.print = () => document.body.setAttribute('data-printed', '')
	})
	await print.click()
	await expect(page.locator('body[data-printed]')).toBeAttached()
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
	await expect(names.first()).toBeVisible()
	for (const frame of ['#header', '.app-navigation', '.ui-page__head', '.print-choices']) {
		await expect(page.locator(frame).first()).toBeHidden()
	}
	expect(await names.first().evaluate((name) => getComputedStyle(name).color)).toBe('rgb(0, 0, 0)')
	// The whole sheet flows over pages instead of scrolling in a box.
	expect(await page.evaluate(() => document.scrollingElement!.scrollHeight)).toBeGreaterThan(2000)
	await page.emulateMedia({ media: null, colorScheme: 'light' })
})

test('the results of a search are printed with the search, and with contact details only where they may be seen', async ({ page }) => {
	await open(page, '/members/print?q=salle&facet%5Bsector%5D%5B%5D=education-populaire')
	const sheet = page.locator('.print-sheet')
	await expect(sheet.getByText('« salle »')).toBeVisible()
	await expect(sheet.getByText(/Éducation populaire/).first()).toBeVisible()
	await expect(sheet.getByRole('heading', { name: MAELLE.name })).toBeVisible()
	await main(page).getByRole('checkbox', { name: fr('how to contact them, if they show it to you') }).check()
	const shown = await shownContact(MAELLE.name)
	for (const way of ['email', 'phone']) {
		const written = MAELLE.contact[way]
		if (written) {
			await expect(sheet.getByText(written)).toHaveCount(shown[way] ? 1 : 0)
		}
	}
	await main(page).getByRole('link', { name: fr('Back to {page}', { page: fr('Members') }) }).click()
	await expect(page).toHaveURL(/q=salle/)
})

test('people are selected by keyboard and exported as a table with what the reader may see', async ({ page }) => {
	// A person whose contact details are not all shown to the reader, who shares no group with them.
	expect(together(READER, ODILE.id)).toEqual([])
	await open(page, '/members?q=salle')
	await main(page).getByRole('button', { name: fr('Export') }).focus()
	await page.keyboard.press('Enter')
	await everyLook(page)
	await page.getByRole('dialog').getByRole('button', { name: fr('Choose people in the list') }).click()
	await expect(page).toHaveURL(/view=list/)
	for (const { name } of [ODILE, MAELLE]) {
		const box = main(page).getByRole('checkbox', { name: fr('Choose {name}', { name }) })
		await box.focus()
		await page.keyboard.press('Space')
		await expect(box).toBeChecked()
	}
	await expect(main(page).getByText(frCount('%n person selected', 2))).toBeVisible()
	await everyLook(page)
	await main(page).getByRole('button', { name: fr('Export their cards') }).click()
	const { name, text } = await download(page)
	expect(name).toMatch(/^reseau-\d{4}-\d\d-\d\d\.csv$/)
	expect(text.startsWith('\uFEFF"Nom";')).toBe(true)
	expect(text).toContain(ODILE.name)
	expect(text).toContain(MAELLE.name)
	expect(text.match(/\/members\/\d+/g)).toHaveLength(2)
	const shown = await shownContact(ODILE.name)
	for (const way of ['email', 'phone', 'website']) {
		if (ODILE.contact[way]) {
			expect(text.includes(ODILE.contact[way])).toBe(Boolean(shown[way]))
		}
	}
	expect(Object.keys(shown).length).toBeLessThan(Object.values(ODILE.contact).filter(Boolean).length)
	await main(page).getByRole('button', { name: fr('Clear selection') }).click()
	await expect(main(page).getByRole('checkbox', { name: fr('Choose {name}', { name: ODILE.name }) })).toHaveCount(0)
})

test('all people found are exported as cards for an address book', async ({ page }) => {
	await open(page, '/members')
	await main(page).getByRole('button', { name: fr('Export') }).click()
	await page.getByRole('dialog').getByText(fr('Address book (vCard)')).click()
	const { name, text } = await download(page)
	expect(name).toMatch(/\.vcf$/)
	expect(text.match(/^BEGIN:VCARD\r?$/gm)!.length).toBeGreaterThan(40)
	expect(text).toContain(`FN:${ODILE.name}`)
})

test('the own card is exported as a card for an address book too', async ({ page }) => {
	await open(page, '/me')
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		main(page).getByRole('button', { name: fr('Card for an address book (vCard)') }).click(),
	])
	expect(await readFile(await file.path(), 'utf8')).toContain(`FN:${person(READER).name}`)
})
