/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { request } from '@playwright/test'
import { accountOf } from './accounts.ts'
import { PASSWORD } from './login.ts'

/** Sends an OCS request to Nextcloud as an account; returns `ocs.data`. */
export async function ocs(uid: string, method: string, path: string, data?: unknown): Promise<any> {
	const context = await request.newContext({
		baseURL: process.env.RESEAU_URL,
		httpCredentials: { username: accountOf(uid), password: PASSWORD, send: 'always' },
		extraHTTPHeaders: { 'OCS-APIRequest': 'true', Accept: 'application/json' },
	})
	const response = await context.fetch(`/ocs/v2.php${path}`, { method, data })
	const text = await response.text()
	await context.dispose()
	if (!response.ok()) {
		throw new Error(`${method} ${path} as ${uid}: ${response.status()} ${text}`)
	}
	return JSON.parse(text).ocs.data
}
