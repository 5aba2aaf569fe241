/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { person, restoreCard } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

const UID = 'pierrick-aussenac'
const WRITTEN = 'Écrit dans le train, entre deux tunnels.'

test.use({ refused: ['ERR_INTERNET_DISCONNECTED'] })
test.beforeEach(async ({ page }) => {
	await restoreCard(UID)
	await login(page, UID)
	await open(page, '/me')
})
test.afterAll(() => restoreCard(UID))

const drives = (page: Page) => page.getByRole('textbox', { name: fr('What motivates me') })
function offlineMessage(page: Page) {
	return page.getByRole('alert').filter({
		hasText: fr('Not saved: no connection. This browser keeps your text, and it will be saved once the connection is back.'),
	})
}

/**
 * Closes a page that has something unsaved. It is left first: the browser ends being offline a moment before it ends a page,
 * and in that moment the page would save.
 */
async function close(page: Page): Promise<void> {
	page.once('dialog', (dialog) => dialog.accept())
	await page.goto('about:blank')
	await page.close()
}

async function stored(): Promise<string> {
	const own = await api(UID)
	const { data } = await own.get('/members/me')
	await own.dispose()
	return data.drives
}

test('without a connection the page says so, editing goes on, and everything is saved when the connection is back', async ({ page, context }) => {
	await expect(drives(page)).toBeVisible()
	await context.setOffline(true)
	await drives(page).fill(WRITTEN)
	await expect(offlineMessage(page)).toBeVisible()
	await expect(page.getByText(fr('Not saved'), { exact: true })).toBeVisible()
	await page.getByRole('textbox', { name: fr('Role') }).fill('Passager')

	await context.setOffline(false)
	await expect(page.getByText(fr('Saved just now'))).toBeVisible()
	await expect(offlineMessage(page)).toBeHidden()
	expect(await stored()).toBe(WRITTEN)
	await page.reload()
	await expect(drives(page)).toHaveValue(WRITTEN)
	await expect(page.getByRole('textbox', { name: fr('Role') })).toHaveValue('Passager')
	await expect(page.getByRole('button', { name: fr('Restore this text') })).toBeHidden()
})

test('unsaved changes survive closing the page, and can be restored', async ({ page, context }) => {
	await context.setOffline(true)
	await drives(page).fill(WRITTEN)
	await expect(offlineMessage(page)).toBeVisible()
	await close(page)

	await context.setOffline(false)
	const later = await context.newPage()
	await open(later, '/me')
	await expect(later.getByText(frLike('An unsaved draft of {moment} is still in this browser: {parts}.'))).toContainText(fr('What motivates me'))
	await expect(drives(later)).toHaveValue(String(person(UID).drives))
	expect(await stored()).toBe(person(UID).drives)
	await later.getByRole('button', { name: fr('Restore this text') }).click()
	await expect(drives(later)).toHaveValue(WRITTEN)
	await expect(later.getByText(fr('Saved just now'))).toBeVisible()
	expect(await stored()).toBe(WRITTEN)
})

test('unsaved changes can be discarded', async ({ page, context }) => {
	await context.setOffline(true)
	await drives(page).fill(WRITTEN)
	await expect(offlineMessage(page)).toBeVisible()
	await close(page)

	await context.setOffline(false)
	const later = await context.newPage()
	await open(later, '/me')
	await later.getByRole('button', { name: fr('Delete this draft') }).click()
	await expect(later.getByRole('button', { name: fr('Restore this text') })).toBeHidden()
	await later.reload()
	await expect(drives(later)).toHaveValue(String(person(UID).drives))
	await expect(later.getByRole('button', { name: fr('Restore this text') })).toBeHidden()
	expect(await later.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('reseau.draft')))).toEqual([])
})
