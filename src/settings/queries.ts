/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache, UseQueryReturn } from '@pinia/colada'
import type { ComputedRef } from 'vue'
import type { GlossaryEntry, GlossaryWords, Vocabulary } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { ApiError, isReason } from '../api/apiError.ts'
import { askAgain } from '../shared/askAgain.ts'
import * as gateway from './gateway.ts'
import { withEntry, withoutEntry } from './glossary.ts'
import { meaningOf, termLabels } from './terms.ts'

const KEY = ['vocabulary']
export const GLOSSARY_KEY = ['glossary']

/** Puts the vocabulary that came with the page where useVocabulary() finds it. */
export function seedVocabulary(cache: QueryCache, vocabulary: Vocabulary): void {
	cache.setQueryData(KEY, vocabulary)
}

/** How long a page takes the words it has for those of now; they change seldom, and others change them. */
const FRESH = 5 * 60_000

/** The network's shared words. */
export function useVocabulary(): UseQueryReturn<Vocabulary> {
	return useQuery({
		key: KEY,
		query: ({ signal }) => gateway.getVocabulary(signal),
		staleTime: FRESH,
		gcTime: false,
	})
}

/** The label of each term by its id. */
export function useTermLabels(): ComputedRef<ReadonlyMap<string, string>> {
	const { data } = useVocabulary()
	return computed(() => termLabels(data.value))
}

/** What a word that somebody chose stands for by now. */
export function useTermMeaning(): ComputedRef<(word: string) => string> {
	const { data } = useVocabulary()
	return computed(() => meaningOf(data.value))
}

/** Words with their acronyms and other names, by word. */
export function useGlossary(): UseQueryReturn<GlossaryEntry[]> {
	return useQuery({ key: GLOSSARY_KEY, query: ({ signal }) => gateway.getGlossary(signal) })
}

/** A refusal because the person does not facilitate the network gets a reason of its own: the common one speaks of cards. */
async function asFacilitator<T>(call: Promise<T>): Promise<T> {
	try {
		return await call
	} catch (error) {
		throw isReason(error, 'not_yours') ? new ApiError(error.status, 'not_facilitator', { cause: error }) : error
	}
}

/** Everything that changes the glossary. Each call throws an ApiError when it is refused. */
export function useGlossaryActions() {
	const cache = useQueryCache()

	/** Shows the list as it is now; whatever else this page holds may come from a search that reads the glossary. */
	function tell(change: (entries: GlossaryEntry[]) => GlossaryEntry[]): void {
		const entries = cache.getQueryData<GlossaryEntry[]>(GLOSSARY_KEY)
		// An answer on its way may tell the state before.
		cache.cancelQueries({ key: GLOSSARY_KEY })
		if (entries) {
			cache.setQueryData(GLOSSARY_KEY, change(entries))
		}
		askAgain(cache)
	}

	const add = useMutation({
		mutation: (words: GlossaryWords) => asFacilitator(gateway.addToGlossary(words)),
		onSuccess: (entry) => tell((entries) => withEntry(entries, entry)),
	})
	const change = useMutation({
		mutation: ({ id, version, words }: { id: number, version: number, words: GlossaryWords }) => {
			return asFacilitator(gateway.changeGlossary(id, { version, ...words }))
		},
		onSuccess: (entry) => tell((entries) => withEntry(entries, entry)),
	})
	const remove = useMutation({
		mutation: (id: number) => asFacilitator(gateway.removeFromGlossary(id)),
		onSuccess: ({ id }) => tell((entries) => withoutEntry(entries, id)),
	})

	return {
		/** Adds a word, or puts back one that was taken out. */
		add: add.mutateAsync,
		/** Changes a word. */
		change: change.mutateAsync,
		/** Takes a word out; gives it as it was. */
		remove: remove.mutateAsync,
	}
}
