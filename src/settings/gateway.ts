/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GlossaryEntry, GlossaryWords, Vocabulary } from './model.ts'

import { call } from '../api/client.ts'
import { settingsApi } from './api.ts'

/** The network's shared words. */
export function getVocabulary(signal?: AbortSignal): Promise<Vocabulary> {
	return call(settingsApi.vocabulary, { signal })
}

/** Words with their acronyms and other names. */
export function getGlossary(signal?: AbortSignal): Promise<GlossaryEntry[]> {
	return call(settingsApi.glossary, { signal })
}

/** Adds a word to the glossary. */
export function addToGlossary(body: GlossaryWords): Promise<GlossaryEntry> {
	return call(settingsApi.addToGlossary, { body })
}

/** Changes a word of the glossary. */
export function changeGlossary(entry: number, body: GlossaryWords & { version: number }): Promise<GlossaryEntry> {
	return call(settingsApi.changeGlossary, { path: { entry }, body })
}

/** Takes a word out of the glossary; answers it as it was. */
export function removeFromGlossary(entry: number): Promise<GlossaryEntry> {
	return call(settingsApi.removeFromGlossary, { path: { entry } })
}
