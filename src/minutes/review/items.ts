/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft, Entry, Group, Point, Section } from './draft.ts'

import { COLUMNS } from '../parse/reading.ts'
import { mapPoints } from './change.ts'
import { columnOf, mandateId } from './draft.ts'

/** The parts of a draft as a flat list: each has the id of its container; a column of a mandate is its group's id and the column. */
export type Item
	= | { kind: 'group', id: string, parent: string, value: Group }
		| { kind: 'section', id: string, parent: string, value: Section }
		| { kind: 'point', id: string, parent: string, value: Point }
		| { kind: 'entry', id: string, parent: string, value: Entry }

/** This id, or one like it that is not taken. */
export function freeId(id: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
	let free = id
	for (let count = 1; taken.has(free); count++) {
		free = `${id}.${count}`
	}
	return free
}

/** All of it in order, containers first. */
export function itemsOf({ groups }: Draft): Map<string, Item> {
	const items: Item[] = groups.flatMap((group): Item[] => {
		const points = (of: readonly Point[], parent: string) => of.map((value): Item => ({ kind: 'point', id: value.id, parent, value }))
		return [
			{ kind: 'group', id: group.id, parent: '', value: { ...mapPoints({ ...group, sections: [] }, () => []), roster: [] } },
			...group.sections.flatMap((section): Item[] => [
				{ kind: 'section', id: section.id, parent: group.id, value: { ...section, points: [] } },
				...points(section.points, section.id),
			]),
			...points(group.followUps.points, group.followUps.id),
			...points(group.unplaced, mandateId(group.id, 'unplaced')),
			...COLUMNS.flatMap((column) => points(group.mandate[column], mandateId(group.id, column))),
			...group.roster.map((value): Item => ({ kind: 'entry', id: value.id, parent: group.id, value })),
		]
	})
	return new Map(items.map((item) => [item.id, item]))
}

/** The groups made from items. */
export function groupsOf(items: readonly Item[]): Group[] {
	const held = new Map<string, Item[]>()
	for (const item of items) {
		const siblings = held.get(item.parent)
		if (siblings) {
			siblings.push(item)
		} else {
			held.set(item.parent, [item])
		}
	}
	const values = <Kind extends Item['kind']>(parent: string, kind: Kind) => (held.get(parent) ?? []).filter((item) => item.kind === kind).map(({ value }) => value) as Extract<Item, { kind: Kind }>['value'][]
	const points = (parent: string) => values(parent, 'point').map((point) => point.card && columnOf(parent) !== null ? { ...point, card: false } : point)
	return values('', 'group').map((group): Group => ({
		...mapPoints({ ...group, sections: values(group.id, 'section') }, (_, holder) => points(holder)),
		roster: values(group.id, 'entry'),
	}))
}
