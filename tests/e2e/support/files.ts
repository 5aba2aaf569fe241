/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { request } from '@playwright/test'
import { accountOf } from './accounts.ts'
import { PASSWORD } from './login.ts'

async function dav(uid: string, method: string, name: string, data?: string) {
	const context = await request.newContext({ baseURL: process.env.RESEAU_URL, httpCredentials: { username: accountOf(uid), password: PASSWORD, send: 'always' }, extraHTTPHeaders: { 'OCS-APIRequest': 'true' } })
	const response = await context.fetch(`/remote.php/dav/files/${[accountOf(uid), ...name.split('/')].map(encodeURIComponent).join('/')}`, { method, data })
	const answer = { status: response.status(), headers: response.headers() }
	await context.dispose()
	return answer
}

/** Puts a file into the home of an account, which no one else sees; returns its number. */
export async function putFile(uid: string, name: string, text: string): Promise<string> {
	const { status, headers } = await dav(uid, 'PUT', name, text)
	// The number is followed by the name of the server, which begins with a letter.
	const id = /^0*(\d+)/.exec(headers['oc-fileid'] ?? '')?.[1]
	if (status >= 300 || !id) {
		throw new Error(`${name} was not put: ${status}`)
	}
	return id
}

/** Takes it away again. */
export async function removeFile(uid: string, name: string): Promise<void> {
	await dav(uid, 'DELETE', name)
}
