/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind, Lines } from '../parse/reading.ts'
import type { Draft, Group } from './draft.ts'
import type { Item } from './items.ts'
import type { Source } from './outlineItems.ts'

import { inGroup } from './change.ts'
import { freeId } from './items.ts'
import { headingOf, textOf } from './lineTexts.ts'
import { mergeGroups } from './outline.ts'
import { headOf, linesOf, overlap, startsOf, withoutLines, writtenLines } from './outlineItems.ts'

/**
 * Takes lines out of the titles of groups and their numbers of people. A group without a title goes into the one before it in the text; the first one stays.
 *
 * @param draft current draft
 * @param source lines of the text
 * @param lines those that are something else now
 * @param keep id of the group whose title they are
 * @return the draft, and lines of a title that are no longer next to it
 */
export function releaseTitles(draft: Draft, source: Source, lines: Lines, keep: string | null): { draft: Draft, titles: Record<number, LineKind> } {
	let now: Draft = { ...draft, groups: draft.groups.map((group) => withoutCount(group, source, lines)) }
	const titles: Record<number, LineKind> = {}
	for (const group of draft.groups) {
		const head = headOf(group)
		if (!head || !overlap(head, lines) || group.id === keep) {
			continue
		}
		const [rest, ...more] = withoutLines(source, head, lines)
		const kept = new Set(now.groups.flatMap(({ id, dropped }) => dropped ? [] : [id]))
		const into = keep ?? startsOf(now).findLast(({ line, group: id }) => line < head.from && id !== group.id && kept.has(id))?.group
		if (rest) {
			now = inGroup(now, group.id, (one) => ({ ...one, titleLines: rest, lines: one.lines && { ...one.lines, from: rest.from } }))
			more.flatMap((other) => writtenLines(source, other)).forEach((line) => {
				titles[line] = 'title'
			})
		} else if (into !== undefined) {
			now = mergeGroups(now, group.id, into, false)
		} else {
			now = inGroup(now, group.id, (one) => ({ ...one, title: '', titleLines: null, number: null }))
		}
	}
	return { draft: now, titles }
}

/** The number of people is unknown without its line. */
function withoutCount(group: Group, source: Source, lines: Lines): Group {
	if (!group.countLines || !overlap(group.countLines, lines)) {
		return group
	}
	const [rest = null] = withoutLines(source, group.countLines, lines)
	return { ...group, countLines: rest, declared: rest && group.declared }
}

/**
 * Takes lines out of points, headings and people.
 *
 * @param items parts of the draft
 * @param read the same parts as they were read
 * @param source lines of the text
 * @param lines those that are something else now
 * @return the parts that are left, and those that had no other lines
 */
export function releaseLines(items: readonly Item[], read: ReadonlyMap<string, Item>, source: Source, lines: Lines): { left: Item[], taken: Item[] } {
	const taken: Item[] = []
	const ids = new Set(items.map(({ id }) => id))
	const left = items.flatMap((item): Item[] => {
		if (item.kind === 'group' || !linesOf(item).some((own) => overlap(own, lines))) {
			return [item]
		}
		const [first, ...more] = linesOf(item).flatMap((own) => withoutLines(source, own, lines))
		if (!first) {
			taken.push(item)
			return []
		}
		return item.kind === 'entry' ? [{ ...item, value: { ...item.value, lines: first, more } }] : piecesOf(item, [first, ...more], isAsRead(item, read.get(item.id)), source, ids)
	})
	return { left, taken }
}

/** A point or heading in the pieces that are left: the first keeps the id and the words of the person, the other gets a free id. */
function piecesOf(item: Extract<Item, { kind: 'point' | 'section' }>, pieces: readonly Lines[], asRead: boolean, source: Source, ids: Set<string>): Item[] {
	return pieces.map((lines, index): Item => {
		const id = index === 0 ? item.id : freeId(item.id, ids)
		ids.add(id)
		return item.kind === 'point'
			? { ...item, id, value: { ...item.value, id, lines, ...(index > 0 || asRead) && { text: textOf(source, lines) } } }
			: { ...item, id, value: { ...item.value, id, lines, ...(index > 0 || asRead) && { heading: headingOf(source, lines) } } }
	})
}

function isAsRead(item: Item, read: Item | undefined): boolean {
	return item.kind === read?.kind && (item.kind === 'point' ? item.value.text === (read as typeof item).value.text : item.kind === 'section' && item.value.heading === (read as typeof item).value.heading)
}
