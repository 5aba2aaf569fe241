/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Styles } from '../read/lineStyle.ts'
import type { Part } from './assemble.ts'
import type { Unit } from './layout.ts'
import type { Line } from './lines.ts'
import type { GivenKinds, GroupReading, LineKind, Reading } from './reading.ts'
import type { Labelled, Weights } from './sequence.ts'
import type { Series } from './series.ts'
import type { GroupTitle } from './title.ts'

import { footAddresses } from './address.ts'
import { assembleGroup, placeOf } from './assemble.ts'
import { withUncertain } from './doubts.ts'
import { sightOf } from './features.ts'
import { formOf } from './form.ts'
import { allowedLabels, givenTo, lineReadings } from './kinds.ts'
import { isContact, unitsOf } from './layout.ts'
import { readLines, textWidth } from './lines.ts'
import { findDates, findTools } from './mentions.ts'
import { groupNumbers } from './numbers.ts'
import { readPeople } from './people.ts'
import { COLUMNS } from './reading.ts'
import { labelled } from './sequence.ts'
import { settled } from './settle.ts'
import { withSpellings } from './spellings.ts'
import { groupTitle, namesIn, sameTitle } from './title.ts'
import weights from './weights.json'

const NONE_GIVEN: GivenKinds = new Map()

/**
 * Reads minutes: their groups, and for each its sections, the grid of its mandate, follow-ups, and the people who signed up. The same text gives the same
 * reading; what is illegible becomes a warning, never a guess without one. Minutes without groups return none.
 *
 * @param text of the minutes
 * @param given kinds of lines given by a person: they stay, and everything around them is read again with them
 * @param styles styles of its lines, if a document has them
 */
export function parseMinutes(text: string, given = NONE_GIVEN, styles?: Styles): Reading {
	return parseWith(text, weights as unknown as Weights, given, styles)
}

/** The same with other weights, to measure them. */
export function parseWith(text: string, by: Weights, given = NONE_GIVEN, styles?: Styles): Reading {
	const lines = readLines(text, new Set([...given].filter(([, kinds]) => [kinds].flat().some((kind) => kind !== null && kind !== 'nothing')).map(([line]) => line)), styles)
	const units = unitsOf(lines, new Set([...given].filter(([, kind]) => kind === 'person').map(([line]) => line)))
	const kinds = givenTo(units, given)
	const width = textWidth(lines)
	const form = formOf(units, width)
	const sight = sightOf(units, width, form.zones)
	const free = labelled(sight, by, form.allowed, form.barred)
	const labels = given.size === 0 ? free : labelled(sight, by, allowedLabels(kinds, free, form.allowed))
	return readingOf(text, lines, partsOf(units, labels, form.series, kinds))
}

/** Units with their labels, and with what opens a group in an explicit series. */
export function partsOf(units: readonly Unit[], labels: readonly Labelled[], series: Series | null, kinds: readonly (LineKind | null)[] = []): Part[] {
	return labels.map((one, i) => ({ ...one, unit: units[i]!, given: kinds[i] ?? null, opens: series?.opens.get(i) ?? null }))
}

/** The reading of a text with labelled units. */
export function readingOf(text: string, lines: readonly Line[], labels: readonly Part[]): Reading {
	const parts = settled(labels, textWidth(lines))
	const split = splitGroups(parts)
	// Large headings alone occur in any text: one of them has to name a group, or something only groups have.
	const groups = split.some(({ heading, sure, body }) => sure || heading.named || body.some(({ label, unit }) => 'abc123S'.includes(label) || ('RP'.includes(label) && isContact(unit.text)))) ? split : []
	const names = namesIn(groups.map(({ heading }) => heading.title.text), text)
	const numbers = groupNumbers(groups.map(({ heading }) => heading.read))
	const read = withSpellings(groups.length === 0
		? unmarked(lines, parts, names)
		: groups.map(({ heading, body }, i) => assembleGroup(body, { heading, number: numbers[i]!, names, lines: between(lines, heading.lines.from, groups[i + 1]?.heading.lines.from) })), lines.flatMap((line) => footAddresses(line.text) ?? []))
	const kinds = lineReadings(text, parts, read)
	return { lines: kinds, groups: withUncertain(read, kinds), people: readPeople(read), tools: findTools(lines), dates: findDates(lines) }
}

/** The lines from one place to another, in source numbering. */
function between(lines: readonly Line[], from: number, to = Infinity): readonly Line[] {
	return lines.slice(placeFrom(lines, from), to === Infinity ? undefined : placeFrom(lines, to))
}

/** The index of the first line at or after a source index. */
function placeFrom(lines: readonly Line[], index: number): number {
	let [low, high] = [0, lines.length]
	while (low < high) {
		const middle = (low + high) >> 1
		if (lines[middle]!.index < index) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

/** Maximum number of groups in a table of contents. */
const MOST_GROUPS = 30

/** A title with its content. */
interface Split {
	heading: GroupTitle
	/** A person marked the beginning of a group here, or a series does. */
	sure: boolean
	body: Part[]
}

/** Each title with its content. A repeated title is a page header; one without text that is repeated later belongs to a table of contents. */
function splitGroups(parts: readonly Part[]): Split[] {
	const groups: Split[] = []
	for (let i = 0; i < parts.length; i++) {
		if (parts[i]!.label !== 'T') {
			groups.at(-1)?.body.push(parts[i]!)
			continue
		}
		let end = i + 1
		while (parts[end] && 't+'.includes(parts[end]!.label) && end - i < 4) {
			end++
		}
		const { given, opens } = parts[i]!
		const heading = groupTitle(parts.slice(i, end).map(({ unit }) => unit), opens)
		const last = groups.at(-1)
		const sure = given !== null || opens !== null
		i = end - 1
		if (sure || !last || last.body.length === 0 || !sameTitle(last.heading, heading)) {
			groups.push({ heading, sure, body: [] })
		}
	}
	// Titles are compared with the next ones: a table of contents has as many as there are groups.
	return groups.filter(({ heading, sure, body }, i) => sure || body.some(({ label }) => label !== 'N') || !groups.slice(i + 1, i + 1 + MOST_GROUPS).some((later) => sameTitle(heading, later.heading)))
}

/** A text whose headings name no group is one group, if it has what only minutes of a group have: a grid, or people who signed up. */
function unmarked(lines: readonly Line[], parts: readonly Part[], names: ReadonlyMap<string, string>): GroupReading[] {
	const [first] = parts
	if (!first) {
		return []
	}
	const place = placeOf(first.unit)
	const text = first.unit.text.replace(/^compte[- ]rendu\s*(?:(?:de la |du |de |d['’])?(?:r[ée]union\s*)?(?:de la |du |de |d['’])?)?[:–—-]?\s*/i, '') || first.unit.text
	const heading = { lines: place, read: '', numberLines: place, named: false, title: { text, lines: place } }
	const group = assembleGroup(parts.slice(1), { heading, number: { number: null, misread: false, likely: null }, names, lines: between(lines, place.from) })
	return COLUMNS.every((column) => group.mandate[column].length === 0) && group.roster.length === 0
		? []
		: [{ ...group, warnings: [{ code: 'group-unmarked', lines: place }, ...group.warnings] }]
}
