/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { APIRequestContext } from '@playwright/test'

import { request } from '@playwright/test'
import { accountOf } from './accounts.ts'
import { PASSWORD } from './login.ts'

const BASE = '/ocs/v2.php/apps/reseau/api/v1'

export interface Answer {
	status: number
	/** The content of `ocs.data`. */
	data: any
}

/** Calls the app's API as an account, to prepare what a test needs and to put things back. */
export async function api(uid: string, password = PASSWORD) {
	const context: APIRequestContext = await request.newContext({
		baseURL: process.env.RESEAU_URL,
		httpCredentials: { username: accountOf(uid), password, send: 'always' },
		extraHTTPHeaders: { 'OCS-APIRequest': 'true', Accept: 'application/json' },
	})
	const call = async (method: string, path: string, data?: unknown): Promise<Answer> => {
		const response = await context.fetch(BASE + path, { method, data })
		return { status: response.status(), data: (await response.json()).ocs.data }
	}
	return {
		get: (path: string) => call('GET', path),
		post: (path: string, data: unknown = {}) => call('POST', path, data),
		put: (path: string, data: unknown) => call('PUT', path, data),
		delete: (path: string) => call('DELETE', path),
		dispose: () => context.dispose(),
	}
}
