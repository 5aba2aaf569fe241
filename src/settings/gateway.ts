/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NetworkText } from './model.ts'

import { call } from '../api/client.ts'
import { settingsApi } from './api.ts'

/** A text the facilitators edit together. */
export async function getText(which: NetworkText, signal?: AbortSignal): Promise<string> {
	return (await (which === 'welcome' ? call(settingsApi.welcome, { signal }) : call(settingsApi.letterText, { path: { place: which }, signal }))).text
}

/** Changes such a text, with its previous value. */
export async function writeText(which: NetworkText, text: string, was: string): Promise<string> {
	const body = { text, was }
	return (await (which === 'welcome' ? call(settingsApi.writeWelcome, { body }) : call(settingsApi.writeLetterText, { path: { place: which }, body }))).text
}

/** Hides the welcome text for me, or shows it again. */
export function readWelcome(read: boolean): Promise<null> {
	return call(settingsApi.readWelcome, { body: { read } })
}
