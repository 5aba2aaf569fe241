/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { APIRequestContext } from '@playwright/test'

import { request } from '@playwright/test'
import { accountOf } from './accounts.ts'
import { api } from './api.ts'
import { PASSWORD } from './login.ts'
import { ocs } from './ocs.ts'

const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** The files of the library as an account that may change them does it in Files, over WebDAV. */
export async function libraryFiles(uid: string) {
	const own = await api(uid)
	const { data: library } = await own.get('/library')
	if (library.root === null) {
		throw new Error(`${uid} does not have the library`)
	}
	const context: APIRequestContext = await request.newContext({
		baseURL: process.env.RESEAU_URL,
		httpCredentials: { username: accountOf(uid), password: PASSWORD, send: 'always' },
		extraHTTPHeaders: { 'OCS-APIRequest': 'true' },
	})
	const url = (path: string) => `${process.env.RESEAU_URL}/remote.php/dav/files/${encodeURIComponent(accountOf(uid))}${encoded(library.root.path + path)}`
	async function call(method: string, path: string, data?: string, headers: Record<string, string> = {}) {
		const response = await context.fetch(url(path), { method, data, headers })
		if (!response.ok()) {
			throw new Error(`${method} ${path}: ${response.status()}`)
		}
		return response
	}
	return {
		/** Writes a file, its path below the library's folder; answers its number. */
		async write(path: string, text: string): Promise<string> {
			const response = await call('PUT', path, text)
			return String(Number.parseInt(response.headers()['oc-fileid']!, 10))
		},
		/** Answers its number. */
		async makeFolder(path: string): Promise<string> {
			return String(Number.parseInt((await call('MKCOL', path)).headers()['oc-fileid']!, 10))
		},
		read: async (path: string) => (await call('GET', path)).text(),
		/** Shows it to an account, to read. */
		share: (path: string, to: string) => ocs(uid, 'POST', '/apps/files_sharing/api/v1/shares', { path: library.root.path + path, shareType: 0, shareWith: accountOf(to), permissions: 1 }),
		move: (from: string, to: string) => call('MOVE', from, undefined, { Destination: url(to), Overwrite: 'F' }),
		/** Throws it away; what is gone already stays so. */
		remove: (path: string) => context.fetch(url(path), { method: 'DELETE' }),
		async dispose() {
			await own.dispose()
			await context.dispose()
		},
	}
}
