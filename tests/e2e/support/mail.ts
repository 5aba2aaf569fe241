/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { APIRequestContext, Page } from '@playwright/test'

/**
 * The link in the last mail to an address, as a path; null on a real Nextcloud, which shows its mail to nobody.
 *
 * @param kind of the light page it leads to
 */
export async function linkTo(page: Page, request: APIRequestContext, address: string, kind: 'consent' | 'ask' | 'reply' | 'notice' | 'passed' | 'subscribe' | 'leave' | 'own' | 'letter'): Promise<string | null> {
	if (!(await request.get('/sandbox/mail')).ok()) {
		return null
	}
	await page.goto('/sandbox/mail')
	await page.getByRole('listitem').filter({ hasText: address }).getByRole('link').first().click()
	return new URL(new RegExp(`http\\S+/${kind}(?:/\\d+)?/[\\w-]+`).exec(await page.locator('body').innerText())![0]).pathname
}
