/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NetworkText } from './model.ts'

import { call } from '../api/client.ts'
import { settingsApi } from './api.ts'

/** A text that the facilitators write together. */
export async function getText(which: NetworkText, signal?: AbortSignal): Promise<string> {
	return (await (which === 'welcome' ? call(settingsApi.welcome, { signal }) : call(settingsApi.letterText, { path: { place: which }, signal }))).text
}

/** Changes such a text from what it was. */
export async function writeText(which: NetworkText, text: string, was: string): Promise<string> {
	const body = { text, was }
	return (await (which === 'welcome' ? call(settingsApi.writeWelcome, { body }) : call(settingsApi.writeLetterText, { path: { place: which }, body }))).text
}

/** Has the welcome text no longer shown to me, or shown again. */
export function readWelcome(read: boolean): Promise<null> {
	return call(settingsApi.readWelcome, { body: { read } })
}
