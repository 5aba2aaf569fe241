/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupReading, LineReading, Lines } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'
import { COLUMNS } from './reading.ts'

/** Smaller margins are doubts; if a tenth of a text is below, its layout is unknown, and larger margins are doubts too. Chosen on layouts not used for training (see docs/developers/minutes.md). */
export const SURE = 60
const UNKNOWN_MANNER = 0.1
export const SURE_IN_UNKNOWN = 150

/** A word damaged by OCR: digits and signs among letters, or no vowel. */
const BROKEN = /\p{L}\d+\p{L}|[|©®¢{}\\~^_]|(?<!\p{L})[bcdfghjklmnpqrstvwxz]{4,}(?!\p{L})/iu

/** The groups with a warning for each run of lines that could as well be something else. The first group also gets the lines before it. */
export function withUncertain(groups: readonly GroupReading[], lines: readonly LineReading[]): GroupReading[] {
	const begins = groups.map(({ lines: { from } }, i) => i === 0 ? 0 : from)
	const own = groups.map((): LineReading[] => [])
	let group = 0
	for (const line of lines) {
		while (group + 1 < begins.length && begins[group + 1]! <= line.line) {
			group++
		}
		own[group]?.push(line)
	}
	const margins = lines.flatMap(({ margin }) => margin ?? [])
	const sure = margins.filter((margin) => margin < SURE).length < margins.length * UNKNOWN_MANNER ? SURE : SURE_IN_UNKNOWN
	return groups.map((one, i) => {
		const settled = new Set(own[i]!.filter(({ margin }) => margin === null).map(({ line }) => line))
		const runs = joined([...oddPlaces(one).filter(({ from }) => !settled.has(from)), ...uncertainLines(own[i]!, sure)])
		return runs.length === 0 ? one : { ...one, warnings: [...one.warnings, ...runs.map((run) => ({ code: 'uncertain' as const, lines: run }))] }
	})
}

/** Lines with a small margin: neighbours, with at most one line between them, form one run. */
function uncertainLines(lines: readonly LineReading[], sure: number): Lines[] {
	const runs: Lines[] = []
	let between = 0
	for (const { line, margin } of lines) {
		const last = runs.at(-1)
		if (margin === null || margin >= sure) {
			between += 1
			continue
		}
		if (last && between <= 1) {
			last.to = line
		} else {
			runs.push({ from: line, to: line })
		}
		between = 0
	}
	return runs
}

/** Unlikely readings of a group: without a title or a point, with the same heading twice, with an incomplete mandate. */
function oddPlaces({ title, lines, sections, followUps, roster, mandate, warnings }: GroupReading): Lines[] {
	const odd: Lines[] = []
	if (title.text === '' || BROKEN.test(title.text) || (sections.length === 0 && followUps.length === 0 && roster.length === 0)) {
		odd.push(title.lines)
	}
	const headings = new Set<string>()
	for (const { heading, lines: place } of sections) {
		const key = fold(heading)
		// Another group may begin above it.
		if (key !== '' && headings.has(key)) {
			odd.push({ from: place.from, to: lines.to })
			break
		}
		headings.add(key)
	}
	const filled = COLUMNS.filter((column) => mandate[column].length > 0).length
	if (mandate.lines && filled > 0 && filled < COLUMNS.length && !warnings.some(({ code }) => code === 'table-unfilled')) {
		odd.push(mandate.lines)
	}
	return odd
}

/** Sorted places, joining adjacent ones. */
function joined(places: Lines[]): Lines[] {
	const runs: Lines[] = []
	for (const place of places.sort((one, other) => one.from - other.from)) {
		const last = runs.at(-1)
		if (last && place.from <= last.to + 1) {
			last.to = Math.max(last.to, place.to)
		} else {
			runs.push({ ...place })
		}
	}
	return runs
}
