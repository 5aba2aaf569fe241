/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupHeading } from './headings.ts'
import type { Line } from './lines.ts'
import type { GroupReading, Reading } from './reading.ts'

import { readGroup } from './group.ts'
import { groupHeadings } from './headings.ts'
import { readLines, textWidth } from './lines.ts'
import { withoutMarkup } from './markup.ts'
import { findDates, findTools } from './mentions.ts'
import { groupNumbers } from './numbers.ts'
import { readPeople } from './people.ts'
import { namesIn } from './title.ts'

/**
 * Reads minutes: their groups, and for each its sections, the grid of its mandate, what follows, and who signed up. The same text gives the same
 * reading; what is not legible becomes a warning, never a guess without one. Minutes that speak of no group give none.
 */
export function parseMinutes(text: string): Reading {
	const lines = readLines(text)
	const headings = groupHeadings(lines)
	const context = { names: namesIn(headings.map(({ title }) => title.text), text), width: textWidth(lines) }
	const numbers = groupNumbers(headings.map(({ read }) => read))
	const groups = headings.map((heading, i) => readGroup(
		lines.slice(heading.first, headings[i + 1]?.first),
		{ ...heading, first: 0, last: heading.last - heading.first },
		{ number: numbers[i]!, ...context },
	))
	const read = groups.length > 0 ? groups : unmarked(lines, context)
	return { groups: read, people: readPeople(read), tools: findTools(lines), dates: findDates(lines) }
}

/** A text whose headings name no group is one, if it has what only minutes of a group have: a grid, or people who signed up. */
function unmarked(lines: readonly Line[], context: { names: ReadonlyMap<string, string>, width: number }): GroupReading[] {
	const first = lines.findIndex(({ text }) => text !== '')
	if (first === -1) {
		return []
	}
	const heading: GroupHeading = {
		first: 0,
		last: 0,
		read: '',
		title: { text: withoutMarkup(lines[first]!.text).text.replace(/^compte[- ]rendu\s*(?:(?:de la |du |de |d['’])?(?:r[ée]union\s*)?(?:de la |du |de |d['’])?)?[:–—-]?\s*/i, '') || lines[first]!.text, lines: { from: lines[first]!.index, to: lines[first]!.index } },
	}
	const group = readGroup(lines.slice(first), heading, { number: { number: null, misread: false, likely: null }, ...context })
	if (group.mandate.lines === null && group.roster.length === 0) {
		return []
	}
	return [{ ...group, warnings: [{ code: 'group-unmarked', lines: heading.title.lines }, ...group.warnings] }]
}
