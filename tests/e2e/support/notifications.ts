/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { APIRequestContext } from '@playwright/test'

import { request } from '@playwright/test'
import { accountOf } from './accounts.ts'
import { PASSWORD } from './login.ts'

const NOTIFICATIONS = '/ocs/v2.php/apps/notifications/api/v2/notifications'

export interface Notification {
	notification_id: number
	subject: string
	actions: { label: string, type: string, link: string }[]
}

/** Réseau's notifications in Nextcloud's bell, of an account. */
export async function bell(uid: string): Promise<Notification[]> {
	const context = await contextOf(uid)
	const response = await context.get(NOTIFICATIONS)
	const notifications = response.status() === 204 ? [] : (await response.json()).ocs.data
	await context.dispose()
	return notifications.filter(({ app }: { app: string }) => app === 'reseau')
}

/** Dismisses Réseau's notifications of an account, such as those of an earlier run. */
export async function emptyBell(uid: string): Promise<void> {
	const notifications = await bell(uid)
	const context = await contextOf(uid)
	for (const { notification_id: id } of notifications) {
		await context.delete(`${NOTIFICATIONS}/${id}`)
	}
	await context.dispose()
}

/** What they say. */
export async function notificationsOf(uid: string): Promise<string[]> {
	return (await bell(uid)).map(({ subject }) => subject)
}

function contextOf(uid: string): Promise<APIRequestContext> {
	return request.newContext({
		baseURL: process.env.RESEAU_URL,
		httpCredentials: { username: accountOf(uid), password: PASSWORD, send: 'always' },
		extraHTTPHeaders: { 'OCS-APIRequest': 'true', Accept: 'application/json', 'Accept-Language': 'fr' },
	})
}
