/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from './api.ts'
import { expect } from './test.ts'

const FACILITATOR = 'romain-vielfaure'

/** Changes settings of the network from what they are. */
export async function setNetwork(changes: Record<string, unknown>): Promise<void> {
	const admin = await api('admin')
	const { settings } = (await admin.get('/network')).data as { settings: Record<string, unknown> }
	await admin.put('/network', { ...changes, was: Object.fromEntries(Object.keys(changes).map((name) => [name, settings[name]])) })
	await admin.dispose()
}

/** Allows the showcase and opens it: a test may run without those before it, as after a failure. */
export async function openShowcase(): Promise<void> {
	await setNetwork({ showcase: true })
	const facilitator = await api(FACILITATOR)
	await facilitator.put('/showcase', { open: true })
	await facilitator.dispose()
}

/** Closes it, and allows it no longer. */
export async function closeShowcase(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	await facilitator.put('/showcase', { open: false })
	await facilitator.dispose()
	await setNetwork({ showcase: false, frames: [] })
}

/** Nextcloud keeps settings for a few seconds: until then, other processes of the server answer as before. */
export async function becomes(page: Page, path: string, status: number): Promise<void> {
	await expect.poll(async () => (await page.goto(path))?.status()).toBe(status)
}
