/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { test as base, expect } from '@playwright/test'

/** Nextcloud and its other apps complain on pages of ours too: ours are files, requests and pages of the app. */
const OURS = /\/reseau\b/

/**
 * Playwright's test, which also fails when the app logs an error or throws one. A test that provokes a refusal says so:
 * `test.use({ refused: [409] })`.
 */
export const test = base.extend<{ refused: number[], quiet: void }>({
	refused: [[], { option: true }],
	quiet: [async ({ page, refused }, use) => {
		const errors: string[] = []
		page.on('pageerror', ({ stack, message }) => OURS.test(stack ?? message) && errors.push(stack ?? message))
		page.on('console', (message) => {
			const told = `${message.text()} ${message.location().url}`
			const expected = refused.some((status) => told.includes(`status of ${status}`))
			if (message.type() === 'error' && !expected && OURS.test(told)) {
				errors.push(told)
			}
		})
		await use()
		expect(errors, 'errors in the console').toEqual([])
	}, { auto: true }],
})

export { expect }
