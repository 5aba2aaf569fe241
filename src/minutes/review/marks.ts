/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind, Lines, Reading } from '../parse/reading.ts'
import type { Draft, Group } from './draft.ts'

import { COLUMNS } from '../parse/reading.ts'
import { allSections } from './draft.ts'
import { headOf } from './outlineItems.ts'

/** The use of a source line in the draft; `left`: its group is left out, `nothing`: it is not used. */
export const MARK_KINDS = ['group', 'heading', 'point', 'mandateHeading', 'mayAdvance', 'mustNot', 'with', 'unplaced', 'followUpHeading', 'followUp', 'roster', 'person', 'left', 'nothing'] as const
export type MarkKind = typeof MARK_KINDS[number]

/** All uses by line: the columns of a mandate may share one. */
export type Marks = ReadonlyMap<number, readonly MarkKind[]>

/** Kinds of lines that are not used themselves, but define the others. */
export const FRAMES: Partial<Record<LineKind, MarkKind>> = { title: 'group', mandateHeading: 'mandateHeading', mandateRow: 'mandateHeading', followUpHeading: 'followUpHeading', roster: 'roster' }

/**
 * The use of every source line that is not blank. It follows the draft, not the reading: a removed point is not used.
 *
 * @param draft current draft
 * @param reading first reading of its text, before anything was given; null: unknown
 * @param source all lines of the text
 */
export function marksOf(draft: Draft, reading: Reading | null, source: readonly string[]): Marks {
	const marks = new Map<number, MarkKind[]>()
	const paint = (kind: MarkKind, lines: Lines | null) => {
		for (let line = lines?.from ?? 0; line <= (lines?.to ?? -1); line++) {
			const before = marks.get(line)
			if (!before) {
				marks.set(line, [kind])
			} else if (!before.includes(kind)) {
				before.push(kind)
			}
		}
	}
	const [kept, dropped] = [draft.groups.filter((group) => !group.dropped), draft.groups.filter((group) => group.dropped)]
	kept.forEach((group) => paintGroup(group, paint))
	const ofDropped = inside(dropped)
	let before: MarkKind | undefined
	for (const { line, kind: read } of reading?.lines ?? []) {
		before = read === 'continuation' ? before : FRAMES[read]
		const given = draft.given[line]
		const frame = given ? FRAMES[given] : before
		if (frame && !marks.has(line) && !ofDropped(line)) {
			marks.set(line, [frame])
		}
	}
	source.forEach((text, line) => {
		if (text.trim() !== '' && !marks.has(line)) {
			marks.set(line, [ofDropped(line) ? 'left' : 'nothing'])
		}
	})
	return marks
}

function paintGroup(group: Group, paint: (kind: MarkKind, lines: Lines | null) => void): void {
	paint('group', headOf(group))
	paint('roster', group.countLines)
	for (const section of allSections(group)) {
		if (section.heading !== '') {
			paint('heading', section.lines)
		}
		section.points.forEach(({ lines }) => paint(section === group.followUps ? 'followUp' : 'point', lines))
	}
	COLUMNS.forEach((column) => group.mandate[column].forEach(({ lines }) => paint(column, lines)))
	group.unplaced.forEach(({ lines }) => paint('unplaced', lines))
	group.roster.forEach(({ lines, more = [] }) => [lines, ...more].forEach((one) => paint('person', one)))
}

/** Whether a line is in one of some groups. */
function inside(groups: readonly Group[]): (line: number) => boolean {
	const places = groups.flatMap(({ lines }) => lines ?? []).sort((one, other) => one.from - other.from)
	return (line) => {
		let [low, high] = [0, places.length]
		while (low < high) {
			const middle = (low + high) >> 1
			if (places[middle]!.to < line) {
				low = middle + 1
			} else {
				high = middle
			}
		}
		return places[low] !== undefined && places[low]!.from <= line
	}
}

/** Lines with words or numbers that are not used. */
export function lostLines(marks: Marks, source: readonly string[], within: Lines | null = null): number[] {
	return [...marks].filter(([line, kinds]) => kinds[0] === 'nothing' && (!within || (within.from <= line && line <= within.to)) && /[\p{L}\d]/u.test(source[line] ?? ''))
		.map(([line]) => line)
		.sort((one, other) => one - other)
}
