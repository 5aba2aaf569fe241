/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { request } from '@playwright/test'
import { accountOf } from './accounts.ts'
import { PASSWORD } from './login.ts'

export interface Notification {
	subject: string
	actions: { label: string, type: string, link: string }[]
}

/** Réseau's notifications in Nextcloud's bell, of an account. */
export async function bell(uid: string): Promise<Notification[]> {
	const context = await request.newContext({
		baseURL: process.env.RESEAU_URL,
		httpCredentials: { username: accountOf(uid), password: PASSWORD, send: 'always' },
		extraHTTPHeaders: { 'OCS-APIRequest': 'true', Accept: 'application/json', 'Accept-Language': 'fr' },
	})
	const response = await context.get('/ocs/v2.php/apps/notifications/api/v2/notifications')
	const notifications = response.status() === 204 ? [] : (await response.json()).ocs.data
	await context.dispose()
	return notifications.filter(({ app }: { app: string }) => app === 'reseau')
}

/** What they say. */
export async function notificationsOf(uid: string): Promise<string[]> {
	return (await bell(uid)).map(({ subject }) => subject)
}
