/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { test as base, expect } from '@playwright/test'

/** Nextcloud and its other apps complain on pages of ours too: ours are files, requests and pages of the app. */
const OURS = /\/reseau\b/

/**
 * Playwright's test, which also fails when the app logs an error or throws one. A test that provokes a refusal says so:
 * `test.use({ refused: [409] })`, or by a word of it: `test.use({ refused: ['ERR_INTERNET_DISCONNECTED'] })`.
 */
export const test = base.extend<{ refused: (number | string)[], quiet: void }>({
	refused: [[], { option: true }],
	quiet: [async ({ page, refused }, use) => {
		const errors: string[] = []
		page.on('pageerror', ({ stack, message }) => OURS.test(stack ?? message) && errors.push(stack ?? message))
		page.on('console', (message) => {
			const text = `${message.text()} ${message.location().url}`
			const expected = refused.some((reason) => text.includes(typeof reason === 'number' ? `status of ${reason}` : reason))
			if (message.type() === 'error' && !expected && OURS.test(text)) {
				errors.push(text)
			}
		})
		await use()
		expect(errors, 'errors in the console').toEqual([])
	}, { auto: true }],
})

export { expect }
