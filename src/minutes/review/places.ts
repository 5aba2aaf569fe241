/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../parse/reading.ts'
import type { Draft } from './draft.ts'

import { COLUMNS } from '../parse/reading.ts'
import { allSections } from './draft.ts'

/** Something from the reading and its position in the source; `id` is the one used by the page. */
export interface Spot {
	id: string
	lines: Lines
}

/** Everything with a position, widest first: of several at one line the last is the most specific. */
export function spotsOf(draft: Draft): Spot[] {
	const spots: { id: string, lines: Lines | null }[] = draft.groups.filter(({ dropped }) => !dropped).flatMap((group) => [
		{ id: group.id, lines: group.lines },
		{ id: `${group.id} title`, lines: group.titleLines },
		{ id: `${group.id} mandate`, lines: group.mandateLines },
		...[group.unplaced, ...COLUMNS.map((column) => group.mandate[column])].flatMap((points) => points.map(({ id, lines }) => ({ id, lines }))),
		{ id: `${group.id} roster`, lines: group.countLines },
		...allSections(group).flatMap((section) => [{ id: section.id, lines: section.lines }, ...section.points.map(({ id, lines }) => ({ id, lines }))]),
		...group.roster.map(({ id, lines }) => ({ id, lines })),
	])
	return spots.filter((spot): spot is Spot => spot.lines !== null).sort((one, other) => length(other.lines) - length(one.lines))
}

/** What was read from a line: the narrowest thing. */
export function spotAt(spots: readonly Spot[], line: number): Spot | undefined {
	return spots.findLast(({ lines }) => lines.from <= line && line <= lines.to)
}

function length({ from, to }: Lines): number {
	return to - from
}

/** Id of the group with these lines. */
export function groupIdOf(draft: Draft, { from, to }: Lines): string | null {
	return draft.groups.find(({ dropped, lines }) => !dropped && lines !== null && lines.from <= from && to <= lines.to)?.id ?? null
}

/** All lines of the group with these lines. */
export function groupOf(draft: Draft, lines: Lines): Lines | null {
	const id = groupIdOf(draft, lines)
	return draft.groups.find((group) => group.id === id)?.lines ?? null
}
