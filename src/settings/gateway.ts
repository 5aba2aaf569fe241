/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { call } from '../api/client.ts'
import { settingsApi } from './api.ts'

/** The network’s welcome text. */
export async function getWelcome(signal?: AbortSignal): Promise<string> {
	return (await call(settingsApi.welcome, { signal })).text
}

/** Changes the welcome text from what it was. */
export async function writeWelcome(text: string, was: string): Promise<string> {
	return (await call(settingsApi.writeWelcome, { body: { text, was } })).text
}

/** Has the welcome text no longer shown to me, or shown again. */
export function readWelcome(read: boolean): Promise<null> {
	return call(settingsApi.readWelcome, { body: { read } })
}
