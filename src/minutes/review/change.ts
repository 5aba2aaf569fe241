/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Doubt, Draft, Entry, Group, Point, Section } from './draft.ts'

import { COLUMNS } from '../parse/reading.ts'
import { allSections, mandateId } from './draft.ts'

/** Steps of corrections; one about something that does not exist changes nothing. */

/** The doubts have their answer. */
export function answer(draft: Draft, ids: readonly string[]): Draft {
	return { ...draft, answered: [...new Set([...draft.answered, ...ids])] }
}

/** Answers the open questions, as far as possible. */
export function answerAll(draft: Draft, about: (doubt: Doubt) => boolean): Draft {
	const ids = draft.doubts.filter(about).map(({ id }) => id)
	return ids.length > 0 ? answer(draft, ids) : draft
}

/** Changes one group. */
export function inGroup(draft: Draft, id: string, change: (group: Group) => Group): Draft {
	return { ...draft, groups: draft.groups.map((group) => group.id === id ? change(group) : group) }
}

/** Changes one section, or the follow-ups. */
export function inSection(draft: Draft, id: string, change: (section: Section) => Section): Draft {
	return {
		...draft,
		groups: draft.groups.map((group) => allSections(group).some((section) => section.id === id)
			? { ...group, sections: group.sections.map((section) => section.id === id ? change(section) : section), followUps: group.followUps.id === id ? change(group.followUps) : group.followUps }
			: group),
	}
}

/** Changes the points of a section or a part of the mandate. */
export function mapPoints(group: Group, change: (points: Point[], holder: string) => Point[]): Group {
	const inSection = (section: Section): Section => ({ ...section, points: change(section.points, section.id) })
	return {
		...group,
		sections: group.sections.map(inSection),
		followUps: inSection(group.followUps),
		unplaced: change(group.unplaced, mandateId(group.id, 'unplaced')),
		mandate: Object.fromEntries(COLUMNS.map((column) => [column, change(group.mandate[column], mandateId(group.id, column))])) as Group['mandate'],
	}
}

/** Changes the points of every group that has them. */
export function inPoints(draft: Draft, has: (group: Group) => boolean, change: (points: Point[], holder: string) => Point[]): Draft {
	return { ...draft, groups: draft.groups.map((group) => has(group) ? mapPoints(group, change) : group) }
}

/** Changes the lists of people. */
export function inRosters(draft: Draft, change: (roster: Entry[]) => Entry[]): Draft {
	return {
		...draft,
		groups: draft.groups.map((group) => {
			const roster = change(group.roster)
			return roster === group.roster ? group : { ...group, roster }
		}),
	}
}

/** Each person once, with all the lines that name them. */
export function oneEach(roster: readonly Entry[]): Entry[] {
	const found = new Map<string, Entry>()
	for (const entry of roster) {
		const first = found.get(entry.person)
		const more = [...first?.more ?? [], ...entry.lines ? [entry.lines] : [], ...entry.more ?? []]
		found.set(entry.person, first ? { ...first, ...more.length > 0 && { more } } : entry)
	}
	return [...found.values()]
}

/** A text on one line. */
export function clean(text: string): string {
	return text.replace(/\s+/g, ' ').trim()
}
