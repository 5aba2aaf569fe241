/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Directory, Facet, Sort } from '../../model.ts'

import { n, t } from '../../../shared/l10n.ts'
import { placeKindWord } from '../../../territory/index.ts'
import { distinguish } from '../../places.ts'

const facets: Record<Facet, () => string> = {
	territory: () => t('reseau', 'Territory'),
	sector: () => t('reseau', 'Sector'),
	value: () => t('reseau', 'Values'),
	theme: () => t('reseau', 'Themes'),
	seek: () => t('reseau', 'Seeks'),
	offer: () => t('reseau', 'Offers'),
	group: () => t('reseau', 'Group'),
	kind: () => t('reseau', 'Kind of card'),
}

/** Name of a criterion. */
export function facetWord(facet: Facet): string {
	return facets[facet]()
}

/** The title of a criterion with the number of choices. */
export function facetTitle(facet: Facet, chosen: number): string {
	const criterion = facetWord(facet)
	return chosen === 0 ? criterion : n('reseau', '{criterion}: %n chosen', '{criterion}: %n chosen', chosen, { criterion })
}

const sorts: Record<Sort, () => string> = {
	relevance: () => t('reseau', 'Relevance'),
	name: () => t('reseau', 'Name'),
	recent: () => t('reseau', 'Recently joined'),
}

/** Name of an order. */
export function sortWord(sort: Sort): string {
	return sorts[sort]()
}

/** Number of cards: some may be of organisations. */
export function peopleWords({ total, more }: { total: number, more: boolean }): string {
	return more
		? n('reseau', 'more than %n card', 'more than %n cards', total)
		: n('reseau', '%n card', '%n cards', total)
}

const near: Record<NonNullable<Directory['near']>, () => string> = {
	nobody: () => t('reseau', 'Nobody has all these words; these people come closest.'),
	only_you: () => t('reseau', 'No one else has all these words; these people come closest.'),
}

/** How the people were found, in a sentence each: without everyday words, with corrected ones, or by only some of them. */
export function howSentences(found: Pick<Directory, 'leftOut' | 'corrected' | 'near'>): string {
	return [
		...found.leftOut ? [t('reseau', 'Searched without everyday words: {words}.', { words: found.leftOut.join(', ') })] : [],
		...found.corrected?.map((words) => t('reseau', 'No results for “{from}”; showing “{to}”.', words)) ?? [],
		...found.near ? [near[found.near]()] : [],
	].join(' ')
}

/** The text of an empty list: narrowed by words or criteria, or by words that are too common. */
export function nobodySentence(narrowed: boolean, everyday: boolean): string {
	if (everyday) {
		return t('reseau', 'Very common words are not searched. Try another word.')
	}
	return narrowed
		? t('reseau', 'Nobody matches these words and criteria.')
		: t('reseau', 'Nobody is here yet. Someone has to be the first.')
}

/** The number of results without one of the words, all words or one criterion. */
export function widerSentence(wider: NonNullable<Directory['wider']>[number], q: string): string {
	const people = peopleWords(wider)
	switch (wider.without) {
		case 'word':
			return t('reseau', 'With only “{words}” there would be {people}.', { words: wider.q ?? '', people })
		case 'q':
			return t('reseau', 'Without the words “{words}” there would be {people}.', { words: q, people })
		default:
			return t('reseau', 'Without the criterion “{criterion}” there would be {people}.', { criterion: facetWord(wider.without), people })
	}
}

/** What distinguishes choices of a criterion, in small after their names, by id; only needed for territories. */
export function choiceDetails(facet: Facet, choices: Parameters<typeof distinguish>[0]): ReadonlyMap<string, string> {
	const apart = facet === 'territory' ? distinguish(choices) : new Map<string, never>()
	return new Map([...apart].map(([id, { kind, departement }]) => [
		id,
		departement === undefined ? placeKindWord(kind) : `${placeKindWord(kind)}, ${departement}`,
	]))
}

/** Text for a criterion without choices. */
export function noChoiceSentence(facet: Facet): string {
	return facet === 'group'
		? t('reseau', 'The people found are not in any of your groups.')
		: t('reseau', 'No options for the people found.')
}
