/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Place, TerritoryIndex } from '../../territory/model.ts'
import type { Entry } from '../../territory/search.ts'

import { toPlace } from '../../territory/model.ts'
import { findByName, findPlaces } from '../../territory/search.ts'

/** The known territories. */
export interface Known {
	index: TerritoryIndex
	/** The places of the loaded regions. */
	entries: readonly Entry[]
}

/** The places in a cell: the certain ones, and words that could mean several or none. */
export interface PlacesRead {
	places: Place[]
	doubts: Doubt[]
}

export interface Doubt {
	/** As it was written. */
	text: string
	/** Possible meanings, best first; may be empty. */
	candidates: Place[]
}

/** The meaning of uncertain words: a place, or null to leave them out. */
export type Choices = Readonly<Record<string, Place | null>>

const CODE = /\b(\d{5}|2[ab]\d{3})\b/i
const OFFERED = 6

/** The places in a cell; commas only separate the département from its commune. */
export function placeTexts(cell: string): string[] {
	return cell.split(/[;\n/]+/).map((text) => text.trim()).filter((text) => text !== '')
}

/** The regions that are needed to read these texts, by the codes in them. */
export function regionsOf(texts: readonly string[], index: TerritoryIndex): string[] {
	return [...new Set(texts.flatMap((text) => {
		const departement = departementIn(text, index)
		return departement ? [index.departements[departement]![0]] : []
	}))]
}

/**
 * Reads a cell. Nothing is guessed: what is not certain is a doubt, unless the person chose.
 *
 * @param cell its text
 * @param known the known territories
 * @param choices choices for uncertain words
 * @param insee five digits alone are the code of a commune, according to the heading
 */
export function readPlaces(cell: string, known: Known, choices: Choices, insee = false): PlacesRead {
	const places: Place[] = []
	const doubts: Doubt[] = []
	for (const text of placeTexts(cell)) {
		const candidates = candidatesFor(text, known, insee)
		const chosen = Object.hasOwn(choices, text) ? choices[text] : candidates.certain
		if (chosen) {
			places.push(chosen)
		} else {
			doubts.push({ text, candidates: candidates.offered })
		}
	}
	return { places, doubts }
}

function candidatesFor(text: string, { index, entries }: Known, insee: boolean): { certain: Place | null, offered: Place[] } {
	const code = CODE.exec(text)?.[1]?.toUpperCase()
	const departement = departementIn(text, index)
	const name = text.replace(CODE, ' ').replace(/\bcedex\b(?:\s+\d+)?/i, ' ').replace(/\((\d\d|2[ab]|\d{3})\)|\b(?:\d\d|2[ab])$/i, ' ').replace(/[(),]/g, ' ').trim()
	if (name === '') {
		return code ? byCode(code, entries, insee) : one(entries.filter(({ place }) => place.kind === 'departement' && place.code === departement))
	}
	const bearing = findByName(departement ? `${name} ${departement}` : name, entries)
	// A town with the postal code of its district, or its own: the name decides, the code only between namesakes.
	const exact = bearing.length > 1 && code ? bearing.filter(({ place }) => place.code === code) : bearing
	const { certain, offered } = one(exact.length > 0 ? exact : bearing)
	return { certain, offered: offered.length > 0 ? offered : findPlaces(name, entries, OFFERED).map(({ place }) => toPlace(place)) }
}

/** Five digits alone may be the code of a commune or a postal code: the person decides which commune is meant. */
function byCode(code: string, entries: readonly Entry[], insee: boolean): { certain: Place | null, offered: Place[] } {
	const found = one(entries.filter(({ place }) => place.kind === 'commune' && place.code === code))
	return insee || !found.certain ? found : { certain: null, offered: [found.certain] }
}

function one(found: readonly Entry[]): { certain: Place | null, offered: Place[] } {
	return found.length === 1
		? { certain: toPlace(found[0]!.place), offered: [] }
		: { certain: null, offered: found.slice(0, OFFERED).map(({ place }) => toPlace(place)) }
}

/** The département of a code at the beginning of a text, in brackets or at its end. */
function departementIn(text: string, index: TerritoryIndex): string | null {
	const code = CODE.exec(text)?.[1] ?? /\((\d\d|2[ab]|\d{3})\)/i.exec(text)?.[1] ?? /(?:^|\s)(\d\d|2[ab])$/i.exec(text)?.[1]
	if (!code) {
		return null
	}
	// Postal codes have 20 for both départements of Corsica; overseas ones have three digits.
	const beginnings = [code.slice(0, 3), code.slice(0, 2)].map((beginning) => beginning.toUpperCase())
	return beginnings.find((beginning) => Object.hasOwn(index.departements, beginning)) ?? null
}
