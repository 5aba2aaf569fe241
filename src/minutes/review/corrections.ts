/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft, Group, Point, Section } from './draft.ts'

import { answerAll, clean, inGroup, inPoints, inSection } from './change.ts'
import { allPoints, allSections, columnOf, mandateId } from './draft.ts'

/** Every correction returns another draft; one about something that does not exist changes nothing. */

/** The number of a group; null: it has none. */
export function setNumber(draft: Draft, group: string, number: number | null): Draft {
	return answerAll(inGroup(draft, group, (one) => ({ ...one, number })), (doubt) => doubt.group === group && doubt.kind === 'number')
}

/** The title of a group. */
export function setTitle(draft: Draft, group: string, title: string): Draft {
	return answerAll(inGroup(draft, group, (one) => ({ ...one, title: clean(title) })), (doubt) => doubt.group === group && doubt.kind === 'unmarked')
}

/** The model of its board; null: it gets none. */
export function setModel(draft: Draft, group: string, model: string | null): Draft {
	return inGroup(draft, group, (one) => ({ ...one, model }))
}

/** The heading of a section. */
export function setHeading(draft: Draft, section: string, heading: string): Draft {
	return inSection(draft, section, (one) => ({ ...one, heading: clean(heading) }))
}

/** The stack the cards of a section go to. */
export function setStack(draft: Draft, section: string, stack: string | null): Draft {
	return inSection(draft, section, (one) => ({ ...one, stack }))
}

/** Whether all its points become cards, or none. */
export function setCards(draft: Draft, section: string, card: boolean): Draft {
	return inSection(draft, section, (one) => ({ ...one, points: one.points.map((point) => ({ ...point, card })) }))
}

/** Whether a point becomes a card. */
export function setCard(draft: Draft, point: string, card: boolean): Draft {
	return inPoint(draft, point, (one) => ({ ...one, card }))
}

/** Without a text the point is removed. */
export function setText(draft: Draft, point: string, text: string): Draft {
	return answerAll(
		clean(text) === '' ? removePoint(draft, point) : inPoint(draft, point, (one) => ({ ...one, text: clean(text) })),
		(doubt) => doubt.point === point,
	)
}

/** Removes a point of a section or the mandate. */
export function removePoint(draft: Draft, point: string): Draft {
	return inPoints(draft, (group) => has(group, point), (points) => points.filter(({ id }) => id !== point))
}

/**
 * Adds points written by the person, one per line, at the end of a section or of a column of a mandate.
 *
 * @param draft current draft
 * @param holder id of the section or column
 * @param text one point per line
 */
export function addPoints(draft: Draft, holder: string, text: string): Draft {
	const added = lines(text).map((one, index): Point => ({ id: `n${draft.next + index}`, text: one, lines: null, card: columnOf(holder) === null }))
	return inPoints({ ...draft, next: draft.next + added.length }, holds(holder), (points, id) => id === holder ? [...points, ...added] : points)
}

/** Moves a point to the end of a section, or of a column of a mandate, of any group. */
export function movePoint(draft: Draft, point: string, holder: string): Draft {
	const moved = draft.groups.flatMap(allPoints).find(({ id }) => id === point)
	if (!moved || !draft.groups.some(holds(holder))) {
		return draft
	}
	const card = columnOf(holder) === null && (moved.card || columnOf(holderOf(draft, point)) !== null)
	return inPoints(removePoint(draft, point), holds(holder), (points, id) => id === holder ? [...points, { ...moved, card }] : points)
}

/** Adds a section without points at the end of a group. */
export function addSection(draft: Draft, group: string, heading: string): Draft {
	const added: Section = { id: `n${draft.next}`, heading: clean(heading), lines: null, points: [], stack: null }
	return inGroup({ ...draft, next: draft.next + 1 }, group, (one) => ({ ...one, sections: [...one.sections, added] }))
}

/** Removes a section with its points; the follow-ups become empty. */
export function removeSection(draft: Draft, section: string): Draft {
	return {
		...draft,
		groups: draft.groups.map((group) => ({
			...group,
			sections: group.sections.filter(({ id }) => id !== section),
			followUps: group.followUps.id === section ? { ...group.followUps, points: [] } : group.followUps,
		})),
	}
}

function has(group: Group, point: string): boolean {
	return allPoints(group).some(({ id }) => id === point)
}

function holds(holder: string): (group: Group) => boolean {
	return (group) => columnOf(holder) === null ? allSections(group).some(({ id }) => id === holder) : holder === mandateId(group.id, columnOf(holder)!)
}

/** Id of the section or part with a point. */
function holderOf(draft: Draft, point: string): string {
	const group = draft.groups.find((one) => has(one, point))
	const section = group && allSections(group).find(({ points }) => points.some(({ id }) => id === point))
	return section?.id ?? mandateId(group?.id ?? '', 'unplaced')
}

function inPoint(draft: Draft, id: string, change: (point: Point) => Point): Draft {
	return inPoints(draft, (group) => has(group, id), (points) => points.map((point) => point.id === id ? change(point) : point))
}

/** The lines of a field, without marks. */
function lines(text: string): string[] {
	return text.split('\n').map((line) => clean(line.replace(/^\s*[-•*–]\s+/, ''))).filter((line) => line !== '')
}
