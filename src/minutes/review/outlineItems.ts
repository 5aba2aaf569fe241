/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../parse/reading.ts'
import type { Draft, Group } from './draft.ts'
import type { Item } from './items.ts'

/** The lines of the parts of a draft. */

/** Lines of a text. */
export type Source = readonly string[]

/** Whether two ranges have a line in common. */
export function overlap(one: Lines, other: Lines): boolean {
	return one.from <= other.to && other.from <= one.to
}

/** Whether a range is within another one. */
export function isWithin(one: Lines, other: Lines): boolean {
	return other.from <= one.from && one.to <= other.to
}

/** The lines that are not blank. */
export function writtenLines(source: Source, { from, to }: Lines): number[] {
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).filter((line) => (source[line] ?? '').trim() !== '')
}

/** What is left of lines without others, in one or two pieces. */
export function withoutLines(source: Source, one: Lines, other: Lines): Lines[] {
	return [{ from: one.from, to: Math.min(one.to, other.from - 1) }, { from: Math.max(one.from, other.to + 1), to: one.to }].flatMap((rest) => {
		const lines = writtenLines(source, rest)
		return lines.length > 0 ? [{ from: lines[0]!, to: lines.at(-1)! }] : []
	})
}

/** Lines of a group's number and title. */
export function headOf({ lines, titleLines }: Pick<Group, 'lines' | 'titleLines'>): Lines | null {
	return titleLines && { from: Math.min(lines?.from ?? Infinity, titleLines.from), to: titleLines.to }
}

/** Lines of a part; a section without a heading has none. */
export function linesOf({ kind, value }: Item): Lines[] {
	const own = kind === 'group' ? headOf(value) : kind === 'section' && value.heading === '' ? null : value.lines
	return [...own ? [own] : [], ...kind === 'entry' ? value.more ?? [] : []]
}

/** Where groups begin in the text, also those that were merged, each with the group that has its lines now. */
export function startsOf({ groups, merged }: Draft): { line: number, group: string }[] {
	return [
		...groups.flatMap(({ id, lines, titleLines }) => lines || titleLines ? [{ line: Math.min(lines?.from ?? Infinity, titleLines?.from ?? Infinity), group: id }] : []),
		...Object.entries(merged).map(([id, group]) => ({ line: Number.parseInt(id.slice(1), 10), group })),
	].sort((one, other) => one.line - other.line)
}

/** The group that has a line by its place; null: no group begins before it. */
export function groupAround(draft: Draft, line: number): string | null {
	return startsOf(draft).findLast((start) => start.line <= line)?.group ?? null
}
