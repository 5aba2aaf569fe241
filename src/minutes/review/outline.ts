/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind, Lines } from '../parse/reading.ts'
import type { DoubtKind, Draft, Given, Group } from './draft.ts'

import { COLUMNS } from '../parse/reading.ts'
import { inGroup, oneEach } from './change.ts'
import { freeId, itemsOf } from './items.ts'
import { headOf } from './outlineItems.ts'

/** Corrections of the list of groups; each returns another draft. */

/** Leaves a group out, or includes it again. */
export function setDropped(draft: Draft, group: string, dropped: boolean): Draft {
	return inGroup(draft, group, (one) => ({ ...one, dropped }))
}

/** Whether the person has reviewed a group. */
export function setReviewed(draft: Draft, group: string, reviewed: boolean): Draft {
	return inGroup(draft, group, (one) => ({ ...one, reviewed }))
}

/** Moves a group by some places, towards the first or the last. */
export function moveGroup(draft: Draft, group: string, by: number): Draft {
	const at = draft.groups.findIndex(({ id }) => id === group)
	const to = at + by
	if (at < 0 || by === 0 || to < 0 || to >= draft.groups.length) {
		return draft
	}
	return { ...draft, groups: draft.groups.toSpliced(at, 1).toSpliced(to, 0, draft.groups[at]!) }
}

/** The previous group in the list, among those to create. */
export function groupBefore({ groups }: Draft, group: string): Group | null {
	const at = groups.findIndex(({ id }) => id === group)
	return groups.slice(0, Math.max(at, 0)).findLast(({ dropped }) => !dropped) ?? null
}

/** Questions about a group as a whole. */
const OWN: readonly DoubtKind[] = ['number', 'count', 'unmarked']

/**
 * Appends the content of a group to another one and removes the first: its title becomes a heading, and nothing is lost.
 *
 * @param draft current draft
 * @param from id of the group
 * @param into id of the group that gets it
 * @param titled whether its title stays, as a heading
 */
export function mergeGroups(draft: Draft, from: string, into: string, titled = true): Draft {
	const one = draft.groups.find(({ id }) => id === from)
	if (!one || from === into || !draft.groups.some(({ id }) => id === into)) {
		return draft
	}
	const [first, ...others] = one.sections
	const heading = { id: freeId(`s${from.slice(1)}`, itemsOf(draft)), heading: one.title, lines: headOf(one), points: [], stack: null }
	// Its first points may have no heading.
	const sections = !titled ? one.sections : first?.heading === '' ? [{ ...heading, points: first.points, stack: first.stack }, ...others] : [heading, ...one.sections]
	const merged = inGroup(draft, into, (group): Group => ({
		...group,
		lines: follows(draft, from, into) && group.lines && one.lines ? { from: Math.min(group.lines.from, one.lines.from), to: Math.max(group.lines.to, one.lines.to) } : group.lines,
		sections: [...group.sections, ...sections],
		followUps: { ...group.followUps, points: [...group.followUps.points, ...one.followUps.points] },
		unplaced: [...group.unplaced, ...one.unplaced],
		mandate: Object.fromEntries(COLUMNS.map((column) => [column, [...group.mandate[column], ...one.mandate[column]]])) as Group['mandate'],
		roster: oneEach([...group.roster, ...one.roster]),
		declared: group.declared !== null && one.declared !== null ? group.declared + one.declared : null,
		reviewed: false,
	}))
	return {
		...merged,
		merged: { ...Object.fromEntries(Object.entries(merged.merged).map(([id, home]) => [id, home === from ? into : home])), [from]: into },
		groups: merged.groups.filter(({ id }) => id !== from),
		// Its number and the length of its list are no longer questions.
		doubts: merged.doubts.filter(({ group, kind }) => group !== from || !OWN.includes(kind)).map((doubt) => doubt.group === from ? { ...doubt, group: into } : doubt),
	}
}

/** Whether two groups follow each other in the text. */
function follows({ groups }: Draft, group: string, before: string): boolean {
	const placed = groups.filter(({ lines }) => lines !== null).sort((one, other) => one.lines!.from - other.lines!.from)
	const at = placed.findIndex(({ id }) => id === group)
	return at > 0 && placed[at - 1]!.id === before
}

/** The kind of lines given by a person: a title or heading may span several. */
export function givenKinds(given: Given, source: readonly string[], { from, to }: Lines, kind: LineKind): Given {
	const rest: LineKind = kind === 'group' ? 'title' : kind === 'heading' ? 'continuation' : kind
	const written = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((line) => (source[line] ?? '').trim() !== '')
	return { ...given, ...Object.fromEntries(written.map((line, i) => [line, i === 0 ? kind : rest])) }
}
