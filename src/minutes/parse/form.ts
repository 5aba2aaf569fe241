/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Unit } from './layout.ts'
import type { Column } from './reading.ts'
import type { Barred, Label } from './sequence.ts'
import type { Series } from './series.ts'

import { fold } from '../../shared/lib/fold.ts'
import { footAddresses } from './address.ts'
import { isUnfilled } from './cell.ts'
import { readCount, rosterHeading } from './count.ts'
import { groupHeading } from './headings.ts'
import { isContact } from './layout.ts'
import { sectionLabels } from './levels.ts'
import { HEADING_WORDS } from './lexicon.ts'
import { isGridTitle, mandateHeading } from './mandateHeadings.ts'
import { isName } from './name.ts'
import { followUpRest } from './parts.ts'
import { COLUMNS } from './reading.ts'
import { LABELS } from './sequence.ts'
import { findSeries, titleLines } from './series.ts'
import { hasOpenBracket } from './text.ts'

/** What a text shows before its lines get labels. */
export interface Form {
	series: Series | null
	/** The part of its group that each unit is in, and what follows there. */
	zones: string[]
	/** The labels each unit may have, whatever the weights are; empty without a series. */
	allowed: (readonly Label[])[]
	/** Pairs of labels that are impossible, by unit: in sections. */
	barred: ReadonlyMap<number, Barred>
}

/** What the usual words of minutes say of a unit. */
interface Sign {
	columns: Column[]
	/** The rest of a heading of the mandate. */
	rest: boolean
	grid: boolean
	people: boolean
	foot: boolean
}

/** A group: its units, and where its mandate and its people begin; Infinity without them. */
interface Span {
	from: number
	to: number
	grid: number
	people: number
	/** How many columns of the mandate have headings in the usual words. */
	columns: number
}

/** Where a series opens the groups, nothing else does. */
export const NO_TITLE = LABELS.filter((label) => label !== 'T')
const kept = new Map<string, readonly Label[]>()

function without(labels: string): readonly Label[] {
	const left = kept.get(labels) ?? NO_TITLE.filter((label) => !labels.includes(label))
	kept.set(labels, left)
	return left.length > 0 ? left : NO_TITLE
}

const ANSWERS = 'abc123S'
const PEOPLE = 'FfRP'

/** Reads the form of a text: its series of marks, and the parts of each group by the usual words for mandates and for lists of people. */
export function formOf(units: readonly Unit[], width: number): Form {
	const series = findSeries(units)
	const signs = units.map(signOf)
	const spans = spansOf(units, series, signs)
	const asides = asidesOf(units)
	return {
		series,
		zones: zonesOf(units.length, spans),
		allowed: series ? allowedBy(units, series, { signs, spans, width, asides }) : [],
		barred: new Map(series ? spans.flatMap((span) => sectionUnits(units, span, asides)) : []),
	}
}

function signOf({ text, line }: Unit): Sign {
	const heading = mandateHeading(text)
	const columns = heading?.starts.map(({ column }) => column) ?? []
	return {
		columns,
		rest: heading !== null,
		grid: columns.length > 0 || isGridTitle(text),
		people: readCount(text) !== null || followUpRest(text) !== null || rosterHeading(text) !== null,
		foot: footAddresses(line.text) !== null,
	}
}

function spansOf(units: readonly Unit[], series: Series | null, signs: readonly Sign[]): Span[] {
	const begins = series ? [...series.opens.keys()].sort((one, other) => one - other) : units.flatMap(({ line, place }, i) => (place === null || place.head) && line.text.length < 200 && groupHeading(line) !== null ? [i] : [])
	return begins.map((from, n) => {
		const to = begins[n + 1] ?? units.length
		const span: Span = { from, to, grid: Infinity, people: Infinity, columns: 0 }
		const columns = new Set<Column>()
		for (let i = from + 1; i < to; i++) {
			const { grid, people } = signs[i]!
			span.grid = grid ? Math.min(span.grid, i) : span.grid
			span.people = people ? Math.min(span.people, i) : span.people
			signs[i]!.columns.forEach((column) => columns.add(column))
		}
		return { ...span, columns: columns.size }
	})
}

function zonesOf(count: number, spans: readonly Span[]): string[] {
	const zones = Array.from({ length: count }, () => 'none')
	for (const { from, to, grid, people } of spans) {
		for (let i = from; i < to; i++) {
			const now = i >= people && people > grid ? 'people' : i >= grid ? (people < grid ? 'late' : 'grid') : i >= people ? 'people' : 'top'
			zones[i] = `${now}${now === 'top' && grid < to ? ' grid' : ''}${i < people && people < to ? ' people' : ''}`
		}
	}
	return zones
}

/** What may be noise within a section: cells, what a page begins with, what only its number distinguishes from another line, and « non rempli ». */
function asidesOf(units: readonly Unit[]): Set<number> {
	const keys = units.map(({ text }) => /\d/.test(text) ? fold(text).replace(/\d+/g, '#') : '')
	const times = new Map<string, number>()
	keys.forEach((key) => times.set(key, (times.get(key) ?? 0) + 1))
	return new Set(units.flatMap(({ place, text, line }, i) => place !== null || line.page || isUnfilled(text) || (keys[i]!.split(' ').length > 2 && times.get(keys[i]!)! > 1) ? [i] : []))
}

/** The units of a group before its mandate and its people, but for what may be noise there. */
function sectionUnits(units: readonly Unit[], { from, to, grid, people }: Span, asides: ReadonlySet<number>): [number, Barred][] {
	const end = Math.min(grid, people)
	return end > to ? [] : units.slice(from + 1, end).flatMap((_, i) => asides.has(from + 1 + i) ? [] : [[from + 1 + i, /:\s+\S/.test(units[from + i]!.text) ? 'section' : 'line']])
}

function allowedBy(units: readonly Unit[], series: Series, { signs, spans, width, asides }: { signs: readonly Sign[], spans: readonly Span[], width: number, asides: ReadonlySet<number> }): (readonly Label[])[] {
	const titles = titleLines(units, series)
	const allowed: (readonly Label[])[] = units.map((_, i) => series.opens.has(i) ? ['T'] : titles.has(i) ? ['t'] : series.repeats.has(i) || signs[i]!.foot ? ['N'] : NO_TITLE)
	const usual = spans.some(({ columns }) => columns === COLUMNS.length)
	for (const { from, to, grid, people, columns } of spans) {
		const whole = columns === COLUMNS.length
		const side = whole && hasHeadsFirst(signs.slice(grid, Math.min(people, to)))
		// Right below the head of a list of people, or below one of them.
		let listed = false
		for (let i = from + 1; i < to; i++) {
			if (allowed[i] !== NO_TITLE) {
				continue
			}
			let not = i < people && people < to ? PEOPLE : ''
			listed = i > people && (grid === Infinity || grid < people) && (signs[i - 1]!.people || (listed && isName(units[i - 1]!.text)) || isContact(units[i - 1]!.text))
			if (whole ? i < grid || (people > grid && i > people) : usual && grid === Infinity) {
				not += ANSWERS + (i === grid - 1 ? '' : 'G')
			}
			if (whole && people < to && i >= grid && i < people) {
				// Heads side by side, or one below the other: no answer shows its column.
				const { rest, columns: heads, grid: title } = signs[i]!
				not += `tHICFf${!side || (title && !rest) ? '' : !rest ? 'Gabc123' : heads.length > 0 ? '123S+N' : 'abc123SN'}`
			}
			if (i > people && (grid === Infinity || grid < people) && !signs[i]!.people && isContact(units[i]!.text)) {
				not += `RFfHICt${ANSWERS}G`
			}
			if (i > people && units[i]!.mark === null && !units[i]!.before && hasOpenBracket(units[i - 1]!.text)) {
				not += NO_TITLE.join('').replace('+', '')
			} else if (listed && isName(units[i]!.text) && !HEADING_WORDS.test(fold(units[i]!.text))) {
				not += 'NHIt'
			}
			allowed[i] = not === '' ? NO_TITLE : without(not)
		}
		const end = Math.min(grid, people)
		for (const [i, labels] of end < to ? sectionLabels(units, from, end, width, asides) : []) {
			const left = allowed[i]!.filter((label) => labels.includes(label))
			allowed[i] = left.length > 0 ? left : allowed[i]!
		}
	}
	return allowed
}

/** Whether the headings of all columns come before the first answer. */
function hasHeadsFirst(signs: readonly Sign[]): boolean {
	const columns = new Set<Column>()
	for (const sign of signs) {
		if (!sign.rest && !sign.grid) {
			return columns.size === COLUMNS.length
		}
		sign.columns.forEach((column) => columns.add(column))
	}
	return false
}
