/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { request } from '@playwright/test'
import { accountOf } from './accounts.ts'
import { PASSWORD } from './login.ts'

/** Asks Teams and Deck as an account, to prepare what a test needs and to check the result. */
export async function others(uid: string) {
	const context = await request.newContext({
		baseURL: process.env.RESEAU_URL,
		httpCredentials: { username: accountOf(uid), password: PASSWORD, send: 'always' },
		extraHTTPHeaders: { 'OCS-APIRequest': 'true', Accept: 'application/json' },
	})
	const call = async (method: string, path: string, data?: unknown): Promise<any> => {
		const response = await context.fetch(path, { method, data })
		if (!response.ok()) {
			throw new Error(`${method} ${path} as ${uid}: ${response.status()} ${await response.text()}`)
		}
		return response.json()
	}
	const teams = async (method: string, path: string, data?: unknown) => (await call(method, `/ocs/v2.php/apps/circles${path}`, data)).ocs.data
	const deck = (method: string, path: string, data?: unknown) => call(method, `/index.php/apps/deck${path}`, data)
	return { teams, deck, dispose: () => context.dispose() }
}
