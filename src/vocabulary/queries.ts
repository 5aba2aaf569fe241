/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache, UseQueryReturn } from '@pinia/colada'
import type { ComputedRef, MaybeRefOrGetter } from 'vue'
import type { Expression, Expressions, ExpressionWords, GlossaryEntry, GlossaryWords, ListName, OwnWords, TermChange, TermEntry, TermLists, TermWords, Understood, Vocabulary } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { computed, toValue } from 'vue'
import { ApiError, isReason } from '../api/apiError.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import * as gateway from './gateway.ts'
import { withEntry, withoutEntry } from './glossary.ts'
import { moveTerm, withTerm } from './termLists.ts'
import { meaningOf, termLabels } from './terms.ts'

const KEY = ['vocabulary']
export const GLOSSARY_KEY = ['glossary']
export const TERMS_KEY = ['terms']
export const OWN_WORDS_KEY = ['own-words']
export const EXPRESSIONS_KEY = ['expressions']

/** Puts the vocabulary sent with the page into the cache of useVocabulary(). */
export function seedVocabulary(cache: QueryCache, vocabulary: Vocabulary): void {
	cache.setQueryData(KEY, vocabulary)
}

/** How long a page uses the loaded words; they change seldom, and other people change them. */
const FRESH = 5 * 60_000

/** The vocabulary of the network. */
export function useVocabulary(): UseQueryReturn<Vocabulary> {
	return useQuery({
		key: KEY,
		query: ({ signal }) => gateway.getVocabulary(signal),
		staleTime: FRESH,
		gcTime: false,
	})
}

/** Ids of the suggested themes of a text; an empty one requests nothing. */
export function useSuggestions(text: MaybeRefOrGetter<string>): UseQueryReturn<string[]> {
	return useQuery({
		key: () => ['suggestions', toValue(text)],
		query: ({ signal }) => gateway.suggestThemes(toValue(text), signal),
		enabled: () => toValue(text) !== '',
		staleTime: FRESH,
		refetchOnWindowFocus: false,
	})
}

/** The label of each term by its id. */
export function useTermLabels(): ComputedRef<ReadonlyMap<string, string>> {
	const { data } = useVocabulary()
	return computed(() => termLabels(data.value))
}

/** The current meaning of a selected word, which may be an own word for some of the lists. */
export function useTermMeaning(...lists: (keyof Vocabulary)[]): ComputedRef<(word: string) => string> {
	const { data } = useVocabulary()
	return computed(() => meaningOf(data.value, lists))
}

/** Words with their acronyms and synonyms, by word. */
export function useGlossary(): UseQueryReturn<GlossaryEntry[]> {
	return useQuery({ key: GLOSSARY_KEY, query: ({ signal }) => gateway.getGlossary(signal) })
}

/** A refusal because the person does not facilitate the network gets its own reason: the common one is about cards. */
async function asFacilitator<T>(call: Promise<T>): Promise<T> {
	try {
		return await call
	} catch (error) {
		throw isReason(error, 'not_yours') ? new ApiError(error.status, 'not_facilitator', { cause: error }) : error
	}
}

/** Updates a list, and refetches all other queries: what they found may depend on it. */
function updateList<Data>(cache: QueryCache, key: string[], change: (data: Data) => Data): void {
	const data = cache.getQueryData<Data>(key)
	// A pending answer may hold the old state.
	cache.cancelQueries({ key })
	if (data !== undefined) {
		cache.setQueryData(key, change(data))
	}
	invalidateQueries(cache)
}

/** Everything that changes the glossary. Each call throws an ApiError if it is refused. */
export function useGlossaryActions() {
	const cache = useQueryCache()
	const update = (change: (entries: GlossaryEntry[]) => GlossaryEntry[]) => updateList(cache, GLOSSARY_KEY, change)

	const add = useMutation({
		mutation: (words: GlossaryWords) => asFacilitator(gateway.addToGlossary(words)),
		onSuccess: (entry) => update((entries) => withEntry(entries, entry)),
	})
	const change = useMutation({
		mutation: ({ id, version, words }: { id: number, version: number, words: GlossaryWords }) => {
			return asFacilitator(gateway.changeGlossary(id, { version, ...words }))
		},
		onSuccess: (entry) => update((entries) => withEntry(entries, entry)),
	})
	const remove = useMutation({
		mutation: (id: number) => asFacilitator(gateway.removeFromGlossary(id)),
		onSuccess: ({ id }) => update((entries) => withoutEntry(entries, id)),
	})

	return {
		/** Adds a word, or restores a deleted one. */
		add: add.mutateAsync,
		/** Changes a word. */
		change: change.mutateAsync,
		/** Deletes a word and returns it. */
		remove: remove.mutateAsync,
	}
}

/** The lists of the vocabulary with the details of their words. */
export function useTerms(): UseQueryReturn<TermLists> {
	return useQuery({ key: TERMS_KEY, query: ({ signal }) => gateway.getTerms(signal) })
}

/** Values that people wrote themselves. */
export function useOwnWords(): UseQueryReturn<OwnWords> {
	return useQuery({ key: OWN_WORDS_KEY, query: ({ signal }) => asFacilitator(gateway.getOwnWords(signal)) })
}

/** Everything that changes the vocabulary. Each call throws an ApiError if it is refused. */
export function useTermActions() {
	const cache = useQueryCache()

	/** Updates the lists, and refetches everything that uses words. */
	function update(change?: (lists: TermLists['lists']) => TermLists['lists']): void {
		const terms = cache.getQueryData<TermLists>(TERMS_KEY)
		cache.cancelQueries({ key: TERMS_KEY })
		if (terms && change) {
			cache.setQueryData(TERMS_KEY, { ...terms, lists: change(terms.lists) })
		}
		invalidateQueries(cache)
	}

	const add = useMutation({
		mutation: ({ list, words }: { list: ListName, words: TermWords }) => asFacilitator(gateway.addTerm(list, words)),
		onSuccess: (entry, { list }) => update((lists) => withTerm(lists, list, entry)),
	})
	const change = useMutation({
		mutation: ({ entry, words }: { list: ListName, entry: TermEntry, words: TermWords }) => {
			return asFacilitator(gateway.changeTerm(entry.id, { version: entry.version, ...words }))
		},
		onSuccess: (entry, { list }) => update((lists) => withTerm(lists, list, entry)),
	})
	const setState = useMutation({
		mutation: ({ entry, state, into }: { list: ListName, entry: TermEntry } & Omit<TermChange, 'version'>) => {
			return asFacilitator(gateway.setTermState(entry.id, { version: entry.version, state, into }))
		},
		onSuccess: (entry, { list }) => update((lists) => withTerm(lists, list, entry)),
	})
	const place = useMutation({
		mutation: ({ id, after }: { list: ListName, id: number, after: number | null }) => asFacilitator(gateway.placeTerm(id, after)),
		onSuccess: (_, { list, id, after }) => update((lists) => ({ ...lists, [list]: moveTerm(lists[list], id, after) })),
	})
	const begin = useMutation({
		mutation: () => asFacilitator(gateway.loadStarter()),
		onSuccess: () => update(),
	})
	const catchUp = useMutation({
		mutation: () => asFacilitator(gateway.catchUp()),
		onSuccess({ left }) {
			const terms = cache.getQueryData<TermLists>(TERMS_KEY)
			if (terms) {
				cache.setQueryData(TERMS_KEY, { ...terms, left })
			}
			if (left === 0) {
				invalidateQueries(cache)
			}
		},
	})

	return {
		/** Adds a word, or restores a deleted one. */
		add: add.mutateAsync,
		/** Renames a word. */
		change: change.mutateAsync,
		/** Retires a word, merges it, deletes it or restores it. */
		setState: setState.mutateAsync,
		/** Moves a word after another one. */
		place: place.mutateAsync,
		/** Adds the proposed lists. */
		begin: begin.mutateAsync,
		/** Updates a part of the search index; returns how much is left. */
		catchUp: catchUp.mutateAsync,
	}
}

/** What expressions mean in this network, and all situations. */
export function useExpressions(): UseQueryReturn<Expressions> {
	return useQuery({ key: EXPRESSIONS_KEY, query: ({ signal }) => asFacilitator(gateway.getExpressions(signal)) })
}

/** What is understood of a text; an empty one requests nothing. */
export function useUnderstood(text: MaybeRefOrGetter<string>): UseQueryReturn<Understood> {
	return useQuery({
		key: () => [...EXPRESSIONS_KEY, 'read', toValue(text)],
		query: ({ signal }) => asFacilitator(gateway.readText(toValue(text), signal)),
		enabled: () => toValue(text) !== '',
	})
}

/** Everything that changes what expressions mean. Each call throws an ApiError if it is refused. */
export function useExpressionActions() {
	const cache = useQueryCache()
	const update = (change: (entries: Expression[]) => Expression[]) => {
		updateList<Expressions>(cache, EXPRESSIONS_KEY, (data) => ({ ...data, expressions: change(data.expressions) }))
	}
	const put = (entry: Expression) => update((entries) => withEntry(entries, entry))

	const add = useMutation({ mutation: (words: ExpressionWords) => asFacilitator(gateway.addExpression(words)), onSuccess: put })
	const change = useMutation({
		mutation: ({ id, version, words }: { id: number, version: number, words: ExpressionWords }) => asFacilitator(gateway.changeExpression(id, { version, ...words })),
		onSuccess: put,
	})
	const remove = useMutation({
		mutation: (id: number) => asFacilitator(gateway.removeExpression(id)),
		onSuccess: ({ id }) => update((entries) => withoutEntry(entries, id)),
	})

	return {
		/** Adds an expression, or restores a deleted one. */
		add: add.mutateAsync,
		/** Changes what an expression means. */
		change: change.mutateAsync,
		/** Deletes an expression and returns it. */
		remove: remove.mutateAsync,
	}
}
