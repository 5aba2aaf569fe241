/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Unit } from './layout.ts'

import { fold } from '../../shared/lib/fold.ts'
import { isCapitals } from './headings.ts'
import { HEADING_WORDS, MAY_WORDS, PREAMBLE_WORDS } from './lexicon.ts'
import { LABELS } from './sequence.ts'
import { hasOpenBracket, isUnfinished } from './text.ts'

/** Longest heading that is recognised by being set apart. */
const SHORT = 45
/** Most units before the first section of a group. */
const PREAMBLE = 4
/** Most lines apart in a group whose points are set close. */
const SPACED = 5
const ALL = LABELS.join('')

/**
 * What the levels of points say about the sections of a group: the labels that its units may have.
 *
 * @param units units of the text
 * @param from the title of the group
 * @param to where its mandate or its people begin
 * @param width width of the lines of the text
 * @param asides units that may be noise anywhere
 */
export function sectionLabels(units: readonly Unit[], from: number, to: number, width: number, asides: ReadonlySet<number>): Map<number, string> {
	const found = new Map<number, string>()
	const own = units.slice(0, to)
	const lines = own.slice(from + 1)
	const large = lines.filter(({ text }) => isCapitals(text)).length
	const capitals = large * 2 > lines.length ? [] : own.flatMap((unit, i) => i > from && isApart(unit) && isCapitals(unit.text) ? [i] : [])
	capitals.forEach((i) => found.set(i, 'H'))
	if (!nested(own, from, found)) {
		numbered(own, from, found)
		parents(own, from, capitals, found)
		beginning(own, from, found)
	}
	const spaced = own.filter((unit, i) => i > from && isLone(unit)).length > SPACED
	for (let i = from + 1; i < to; i++) {
		const [last, unit] = [own[i - 1]!, own[i]!]
		let not = ''
		if (unit.mark === null && unit.place === null && unit.line.indent <= last.line.indent && last.text !== '') {
			not += 'C'
		}
		if (i - from > PREAMBLE && !asides.has(i) && !PREAMBLE_WORDS.test(fold(unit.text))) {
			not += 'N'
		}
		if (i > from + 1 && endsBefore(unit, last, width)) {
			not += '+'
		}
		// One line apart below the other: points, unless their words say that they are headings.
		if (i > from + 2 && unit.mark === null && unit.place === null && (spaced || (isLone(unit) && isLone(last))) && !looksLikeHeading(unit)) {
			not += 'H'
		}
		if (not !== '' && found.get(i)?.length !== 1) {
			found.set(i, [...found.get(i) ?? ALL].filter((label) => !not.includes(label)).join(''))
		}
	}
	return found
}

/** Whether a line has the usual words of a heading, its signs, or only capitals. */
function looksLikeHeading({ text }: Unit): boolean {
	return /[:?]$|\S \| \S/.test(text) || (!/:\s*\S/.test(text) && (isCapitals(text) || HEADING_WORDS.test(fold(text))))
}

/** The first lines of a group: the last short one above the first points is their heading, and one above it is none. */
function beginning(own: readonly Unit[], from: number, found: Map<number, string>): void {
	const plain = (i: number) => own[i] !== undefined && /^[\p{L}«"“]/u.test(own[i]!.text) && own[i]!.mark === null && own[i]!.place === null && own[i]!.text.length < 90 && !found.has(i)
	const [first, second] = [from + 1, from + 2]
	if (plain(first) && plain(second) && own[first]!.before && !own[second]!.before && own[second]!.after && HEADING_WORDS.test(fold(own[second]!.text))) {
		found.set(first, 'N')
		found.set(second, 'H')
	} else if (plain(first) && plain(second) && isLone(own[first]!) && !looksLikeHeading(own[first]!) && isApart(own[second]!) && own[second + 1] !== undefined && !isLone(own[second + 1]!)) {
		found.set(second, 'H')
	}
}

/** Whether nothing of the line above goes on here: it ended before the edge of the page, or a blank line is between. */
function endsBefore({ before, place, text, line }: Unit, last: Unit, width: number): boolean {
	const open = hasOpenBracket(last.text) || (isUnfinished(last.text) && !/,$/.test(last.text))
	const goes = /^\(/.test(text) || (line.page && /^\p{Ll}/u.test(text))
	const begins = /^\p{Lu}\p{Ll}/u.test(text) ? !/,$/.test(last.text) : /^\p{Ll}[\p{L}-]+(?: \p{L}+){0,2} ?:(?: |$)/u.test(text)
	return place === null && last.place === null && last.text !== '' && !open && !goes && (before || begins || last.line.length < width * 0.55)
}

/** A line of its own, in no list and no table. */
function isLone({ before, after, mark, place, text }: Unit): boolean {
	return before && after && mark === null && place === null && text.length < 90
}

/** A short line of its own, in no list and no table. */
function isApart(unit: Unit): boolean {
	return isLone(unit) && unit.text.length <= SHORT && !/:\s*\S|[.;,]$/.test(unit.text)
}

/** Lists within a list from its beginning: what has points below it is a heading, all others are points. */
function nested(own: readonly Unit[], from: number, found: Map<number, string>): boolean {
	const family = (i: number) => own[i]?.mark?.family
	const [outer, inner] = [family(from + 1), family(from + 2)]
	if (!outer || !inner || outer === inner || outer === 'number' || inner === 'number' || own[from + 1]!.place) {
		return false
	}
	let last: string | undefined
	for (let i = from + 1; i < own.length; i++) {
		const [mark, next] = [family(i), family(i + 1)]
		const heads = mark === outer && next !== undefined && next !== outer && (next !== 'number' || own[i + 1]!.mark!.number === 1)
		if (own[i]!.text === '' && !found.has(i)) {
			orphans(own, i, found)
		} else if (!found.has(i) && mark === undefined) {
			found.set(i, ALL.replace('H', ''))
		} else if (!found.has(i)) {
			found.set(i, heads ? 'H' : last === 'number' && mark !== 'number' ? 'C' : 'I')
			last = heads || mark === 'number' || last !== 'number' ? mark : last
		}
	}
	return true
}

/** Signs of points that a scan put above their texts. */
function orphans(own: readonly Unit[], from: number, found: Map<number, string>): void {
	let to = from
	while (own[to]?.text === '') {
		to++
	}
	const below = own[from - 1]?.mark?.family === 'number'
	for (let i = from; i < Math.min(to + to - from, own.length); i++) {
		found.set(i, below ? 'C' : i < to ? 'N' : 'I')
	}
}

/** Numbers in order from the first line of a group, each with something below it: they count its headings. */
function numbered(own: readonly Unit[], from: number, found: Map<number, string>): void {
	const places = own.flatMap(({ mark, line, place }, i) => i > from && mark?.family === 'number' && /^\d/.test(line.text) && place === null ? [i] : [])
	if (places.length > 1 && places[0] === from + 1 && places.every((place, i) => own[place]!.mark!.number === i + 1 && (places[i + 1] ?? own.length) - place > 1)) {
		own.forEach(({ mark }, i) => i > from && mark !== null && found.set(i, places.includes(i) ? 'H' : ALL.replace('H', '')))
	}
}

/** Lines with points right below them: headings, or points themselves where a heading is above them, or where they are amid other points. */
function parents(own: readonly Unit[], from: number, capitals: readonly number[], found: Map<number, string>): void {
	let within = false
	for (let i = from + 1; i < own.length; i++) {
		const [last, unit, next] = [own[i - 1]!, own[i]!, own[i + 1]]
		if (unit.mark !== null || unit.place !== null) {
			continue
		}
		if (isApart(unit)) {
			within = false
		}
		const heads = next !== undefined && next.mark !== null && next.mark.family !== 'number' && !next.before && next.text !== ''
		if (capitals.length > 1 && !found.has(i) && !(isApart(unit) && unit.text.endsWith(':'))) {
			found.set(i, ALL.replace('H', ''))
		}
		if (!heads || !/^[\p{L}«"“].*[^?.!]$/u.test(unit.text) || i === from + 1) {
			continue
		}
		const words = fold(unit.text)
		const amid = !unit.before && i - from > PREAMBLE && own.slice(i - 3, i).every(({ mark }) => mark === null)
		within ||= capitals.length > 1 || (!HEADING_WORDS.test(words) && !MAY_WORDS.test(words) && !isCapitals(unit.text) && (amid || (isLone(last) && i > from + 2)))
		if (within) {
			found.set(i, unit.before ? 'I' : 'I+')
			for (let below = i + 1; own[below]?.mark?.family === next.mark!.family; below++) {
				found.set(below, 'C')
			}
		}
	}
}
