/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GlossaryEntry, GlossaryWords, ListName, OwnWords, TermChange, TermEntry, TermLists, TermWords, Vocabulary } from './model.ts'

import { call } from '../api/client.ts'
import { vocabularyApi } from './api.ts'

/** The network's shared words. */
export function getVocabulary(signal?: AbortSignal): Promise<Vocabulary> {
	return call(vocabularyApi.vocabulary, { signal })
}

/** The themes a text speaks of, by their ids. */
export async function suggestThemes(text: string, signal?: AbortSignal): Promise<string[]> {
	return (await call(vocabularyApi.suggest, { body: { text }, signal })).themes
}

/** Words with their acronyms and other names. */
export function getGlossary(signal?: AbortSignal): Promise<GlossaryEntry[]> {
	return call(vocabularyApi.glossary, { signal })
}

/** Adds a word to the glossary. */
export function addToGlossary(body: GlossaryWords): Promise<GlossaryEntry> {
	return call(vocabularyApi.addToGlossary, { body })
}

/** Changes a word of the glossary. */
export function changeGlossary(entry: number, body: GlossaryWords & { version: number }): Promise<GlossaryEntry> {
	return call(vocabularyApi.changeGlossary, { path: { entry }, body })
}

/** Takes a word out of the glossary; answers it as it was. */
export function removeFromGlossary(entry: number): Promise<GlossaryEntry> {
	return call(vocabularyApi.removeFromGlossary, { path: { entry } })
}

/** The lists of the vocabulary with all that belongs to their words. */
export function getTerms(signal?: AbortSignal): Promise<TermLists> {
	return call(vocabularyApi.terms, { signal })
}

/** Values that people wrote themselves. */
export function getOwnWords(signal?: AbortSignal): Promise<OwnWords> {
	return call(vocabularyApi.ownWords, { signal })
}

/** Adds a word to a list. */
export function addTerm(list: ListName, words: TermWords): Promise<TermEntry> {
	return call(vocabularyApi.addTerm, { body: { list, ...words } })
}

/** Changes what a word is called. */
export function changeTerm(term: number, body: TermWords & { version: number }): Promise<TermEntry> {
	return call(vocabularyApi.changeTerm, { path: { term }, body })
}

/** Retires a word, merges it, takes it out or puts it back. */
export function setTermState(term: number, body: TermChange): Promise<TermEntry> {
	return call(vocabularyApi.setTermState, { path: { term }, body })
}

/** Puts a word behind another one, null: first. */
export function placeTerm(term: number, after: number | null): Promise<null> {
	return call(vocabularyApi.placeTerm, { path: { term }, body: { after } })
}

/** Adds the proposed lists. */
export function loadStarter() {
	return call(vocabularyApi.loadStarter, {})
}

/** Updates a part of the search index; returns how much is left. */
export function catchUp() {
	return call(vocabularyApi.catchUp, {})
}
