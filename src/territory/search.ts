/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Place, Territory } from './model.ts'

import { fold } from '../shared/lib/fold.ts'

/** A place prepared for searching, with what distinguishes it from others of the same name. */
export interface Entry {
	place: Territory
	/** The département of a commune. */
	departement: Place | undefined
	/** Another place of the same kind has the same name. */
	twin: boolean
	/** Folded name, the name without article or form of EPCI, its words, and words that only help to choose: the département's. */
	name: string
	bare: string
	words: string[]
	extra: string[]
}

/** Order among equal matches: the few large ones before the many small ones, EPCI last since they repeat a town's name. */
const ORDER = { region: 0, departement: 1, commune: 2, epci: 3 } as const

const EXACT = 0
const PREFIX = 1
const INSIDE = 2

/** A folded name with one spelling for common variants: « St » is « Saint », a « communauté de communes » a « CC ». */
function foldName(text: string): string {
	return fold(text)
		.replace(/\bst(e?)(?= |$)/g, 'saint$1')
		.replace(/\bcommunaute de communes\b/g, 'cc')
		.replace(/\bcommunaute d agglomeration\b/g, 'ca')
		.replace(/\bcommunaute urbaine\b/g, 'cu')
}

/** A folded name without its prefix: « Le », « CC du », « CA de la ». */
function bare(name: string): string {
	return name.replace(/^(?:c[acu] )?(?:(?:du|des|de la|de l|de|d|le|la|les|l) )?/, '')
}

/** Prepares places for `find`; once per region, because it folds every name. */
export function searchEntries(places: readonly Territory[]): Entry[] {
	const seen = new Map<string, number>()
	const key = ({ kind, name }: Place) => `${kind} ${name}`
	for (const place of places) {
		seen.set(key(place), (seen.get(key(place)) ?? 0) + 1)
	}
	return places.map((place) => {
		const name = foldName(place.name)
		const departement = place.kind === 'commune' ? place.around.find(({ kind }) => kind === 'departement') : undefined
		return {
			place,
			departement,
			twin: seen.get(key(place)) !== 1,
			name,
			bare: bare(name),
			words: name.split(' '),
			extra: departement ? [departement.code.toLowerCase(), ...foldName(departement.name).split(' ')] : [],
		}
	})
}

/**
 * The places that match a name, best first: exact names, then those that begin with it, then those with its words in
 * them; among equals the shorter name. Case, accents, hyphens and apostrophes are ignored, « St » is « Saint », and a word of the
 * département next to one of the commune narrows (« aigues-vives gard »).
 */
export function findPlaces(query: string, data: readonly Entry[], limit = 30): Entry[] {
	const text = foldName(query)
	if (text === '') {
		return []
	}
	const words = text.split(' ')
	const found = data.flatMap((entry) => {
		const rank = rankOf(entry, text, words)
		return rank === undefined ? [] : [{ entry, rank }]
	})
	return found.sort((a, b) => a.rank - b.rank
		|| ORDER[a.entry.place.kind] - ORDER[b.entry.place.kind]
		|| a.entry.name.length - b.entry.name.length
		|| compare(a.entry.name, b.entry.name)
		|| compare(a.entry.place.code, b.entry.place.code))
		.slice(0, limit)
		.map(({ entry }) => entry)
}

/**
 * The places with a name, written as for `find`: in full, else without article or form of EPCI. Additional words with the name of the
 * département narrow.
 */
export function findByName(query: string, data: readonly Entry[]): Entry[] {
	const text = foldName(query)
	if (text === '') {
		return []
	}
	const bears = (entry: Entry, name: string) => name === text || (text.startsWith(`${name} `)
		&& text.slice(name.length + 1).split(' ').every((word) => entry.extra.includes(word)))
	const full = data.filter((entry) => bears(entry, entry.name))
	return full.length > 0 ? full : data.filter((entry) => bears(entry, entry.bare))
}

/** Folded text needs no locale rules, which are slow for thousands of names. */
function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b)
}

function rankOf(entry: Entry, text: string, words: string[]): number | undefined {
	if (entry.name === text || entry.bare === text) {
		return EXACT
	}
	if (entry.name.startsWith(text) || entry.bare.startsWith(text)) {
		return PREFIX
	}
	const named = words.filter((word) => entry.words.some((own) => own.startsWith(word)))
	const others = words.filter((word) => !named.includes(word))
	return named.length > 0 && others.every((word) => entry.extra.some((own) => own.startsWith(word))) ? INSIDE : undefined
}
