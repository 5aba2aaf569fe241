/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines, Reading } from '../parse/reading.ts'
import type { Draft, Given, Group } from './draft.ts'
import type { Item } from './items.ts'

import { draftOf } from './draft.ts'
import { groupsOf, itemsOf } from './items.ts'
import { Order } from './order.ts'
import { SamePeople } from './samePeople.ts'

interface Readings {
	before: Reading
	after: Reading
}

/**
 * The draft after the text was read again with other kinds of lines. Only what is read differently changes: other corrections stay.
 *
 * @param draft current draft
 * @param readings the previous one and the new one
 * @param given kinds of lines of the new one
 * @param touched lines whose kind the person just gave: there the new reading wins
 * @param model of the boards of new groups
 */
export function reread(draft: Draft, readings: Readings, given: Given, touched: Lines, model: string | null): Draft {
	const before = draftOf(readings.before, model)
	const after = draftOf(readings.after, model)
	const people = new SamePeople(draft, before, after)
	const items = changed(draft, itemsOf(before), itemsOf(after), touched, people)
	const groups = groupsOf(items)
	const used = new Set(groups.flatMap(({ roster }) => roster.map(({ person }) => person)))
	const was = new Set(draft.groups.flatMap(({ roster }) => roster.map(({ person }) => person)))
	return {
		...draft,
		...doubtsAfter(draft, before, after, groups),
		groups,
		people: people.all.filter(({ id }) => used.has(id) || !was.has(id)),
		given,
	}
}

/** Applies the differences of the new reading to the draft. */
function changed(draft: Draft, before: Map<string, Item>, after: Map<string, Item>, touched: Lines, people: SamePeople): Item[] {
	const order = new Order([...itemsOf(draft).values()].filter(({ id }) => after.has(id) || !before.has(id)))
	let last = ''
	for (const item of after.values()) {
		const was = before.get(item.id)
		const now = order.get(item.id)
		const wanted = isAt(item, touched)
		const parent = homeOf(draft, item.parent)
		if (now && was) {
			const next = { ...now, value: { ...now.value, ...differences(was.value, item.value) } } as Item
			if (item.parent !== was.parent && (now.parent === was.parent || wanted)) {
				order.put({ ...next, parent } as Item, last)
			} else {
				order.replace(next)
			}
		} else if (!now && (!was || wanted)) {
			order.put({ ...item.kind === 'entry' ? { ...item, value: { ...item.value, person: people.of(item.value) } } : item, parent } as Item, last)
		}
		last = order.get(item.id) ? item.id : last
	}
	return adopted(order.all(), before, after)
}

/** The group that another one was merged into, if it was. */
function homeOf({ merged }: Draft, id: string): string {
	const [group = '', ...rest] = id.split(' ')
	const [name, follow] = group.split('.f')
	let into = name!
	while (merged[into] !== undefined) {
		into = merged[into]!
	}
	return into === name ? id : [follow === undefined ? into : `${into}.f`, ...rest].join(' ')
}

function isAt({ value }: Item, { from, to }: Lines): boolean {
	const lines = 'titleLines' in value ? value.titleLines : value.lines
	return lines !== null && lines.from <= to && from <= lines.to
}

/** Fields with a different reading; the person of an entry and whether a point is a card are not read. */
function differences(was: Item['value'], now: Item['value']): object {
	const old = was as unknown as Record<string, unknown>
	return Object.fromEntries(Object.entries(now).filter(([key, value]) => key !== 'person' && JSON.stringify(value) !== JSON.stringify(old[key])))
}

/** Text the person wrote in a group or section that no longer exists is moved to the previous one. */
function adopted(items: Item[], before: Map<string, Item>, after: Map<string, Item>): Item[] {
	const groups = [...after.values()].filter(({ kind }) => kind === 'group')
	return items.flatMap((item): Item[] => {
		const [parent = '', ...column] = item.parent.split(' ')
		const owner = parent.replace(/\.f$/, '')
		if (!before.has(owner) || after.has(owner)) {
			return [item]
		}
		const from = Number.parseInt(owner.slice(1), 10)
		const group = groups.findLast(({ id }) => Number.parseInt(id.slice(1), 10) <= from) ?? groups[0]
		if (!group) {
			return []
		}
		return [{ ...item, parent: owner.startsWith('s') || parent !== owner ? `${group.id}.f` : [group.id, ...column].join(' ') }]
	})
}

/** Questions of the new reading; an answer counts as long as the question is the same. */
function doubtsAfter(draft: Draft, before: Draft, after: Draft, groups: readonly Group[]): Pick<Draft, 'doubts' | 'answered'> {
	const asked = new Map(before.doubts.map((doubt) => [doubt.id, JSON.stringify(doubt.warnings)]))
	const current = new Map(draft.doubts.map((doubt) => [doubt.id, doubt]))
	const ids = new Set(groups.map(({ id }) => id))
	const doubts = after.doubts.flatMap((doubt) => {
		const group = homeOf(draft, doubt.group)
		// A question that no longer exists disappears with its subject.
		return ids.has(group) && (current.has(doubt.id) || !asked.has(doubt.id)) ? [{ ...doubt, group }] : []
	})
	const same = new Set(doubts.filter(({ id, warnings }) => asked.get(id) === JSON.stringify(warnings)).map(({ id }) => id))
	const read = new Set([...asked.keys(), ...after.doubts.map(({ id }) => id)])
	return { doubts, answered: draft.answered.filter((id) => same.has(id) || !read.has(id)) }
}
