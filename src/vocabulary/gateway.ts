/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Expression, Expressions, ExpressionWords, GlossaryEntry, GlossaryWords, ListName, OwnWords, TermChange, TermEntry, TermLists, TermWords, Understood, Vocabulary } from './model.ts'

import { call } from '../api/client.ts'
import { vocabularyApi } from './api.ts'

/** The vocabulary of the network. */
export function getVocabulary(signal?: AbortSignal): Promise<Vocabulary> {
	return call(vocabularyApi.vocabulary, { signal })
}

/** The suggested themes of a text, by their ids. */
export async function suggestThemes(text: string, signal?: AbortSignal): Promise<string[]> {
	return (await call(vocabularyApi.suggest, { body: { text }, signal })).themes
}

/** Words with their acronyms and synonyms. */
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

/** Deletes a word from the glossary and returns it. */
export function removeFromGlossary(entry: number): Promise<GlossaryEntry> {
	return call(vocabularyApi.removeFromGlossary, { path: { entry } })
}

/** The lists of the vocabulary with the details of their words. */
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

/** Renames a word. */
export function changeTerm(term: number, body: TermWords & { version: number }): Promise<TermEntry> {
	return call(vocabularyApi.changeTerm, { path: { term }, body })
}

/** Retires a word, merges it, deletes it or restores it. */
export function setTermState(term: number, body: TermChange): Promise<TermEntry> {
	return call(vocabularyApi.setTermState, { path: { term }, body })
}

/** Moves a word after another one, null: first. */
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

/** What expressions mean in this network, and all situations. */
export function getExpressions(signal?: AbortSignal): Promise<Expressions> {
	return call(vocabularyApi.expressions, { signal })
}

/** What is understood of a text. */
export function readText(text: string, signal?: AbortSignal): Promise<Understood> {
	return call(vocabularyApi.readText, { body: { text }, signal })
}

/** Says what an expression means. */
export function addExpression(body: ExpressionWords): Promise<Expression> {
	return call(vocabularyApi.addExpression, { body })
}

/** Changes what an expression means. */
export function changeExpression(expression: number, body: ExpressionWords & { version: number }): Promise<Expression> {
	return call(vocabularyApi.changeExpression, { path: { expression }, body })
}

/** Deletes an expression and returns it. */
export function removeExpression(expression: number): Promise<Expression> {
	return call(vocabularyApi.removeExpression, { path: { expression } })
}
