/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Item, Passage, PassageKind, Segment } from './model.ts'

/** The order of an automatic draft: first what readers can act on, at the end new people as a welcome. */
export const ORDER: readonly PassageKind[] = ['date', 'session', 'group', 'seeking', 'closed', 'notice', 'outcome', 'help', 'story', 'person']

/** Passages of a kind in a new draft: a letter to read, not a list of everything. Taking a session announces it, which a person decides. */
export const TAKEN: Readonly<Record<PassageKind, number>> = { date: 8, session: 0, group: 6, seeking: 5, closed: 6, notice: 10, outcome: 6, help: 5, story: 6, person: 15 }

/** Identifies a passage in a letter. */
export const keyOf = ({ kind, id }: Pick<Item, 'kind' | 'id'>): string => `${kind} ${id}`

/** An item of the letter with its passage, if it still exists; blocks have none. */
export interface Entry {
	/** Key of its passage; for a block, a unique one. */
	key: string
	item: Item
	passage: Passage | null
}

const itemOf = ({ kind, id }: Passage, taken: boolean): Item => ({ kind, id, taken, text: null, hash: null })

/** Whether all readers see it, apart from members without an account and readers who are no members: they are named next to each passage. */
function isForAll({ reach, group }: Passage, readers: Pick<Segment, 'kind' | 'of'>): boolean {
	return reach !== 'group' || (readers.kind === 'group' && readers.of === group)
}

/**
 * Selects some passages, so that each outcome appears: success and failure are of equal rank.
 *
 * @param passages newest first
 */
export function fairly(passages: readonly Passage[], most: number): Passage[] {
	const turns = new Map<string, number>()
	const turned = passages.map((passage) => {
		const turn = turns.get(passage.outcome ?? '') ?? 0
		turns.set(passage.outcome ?? '', turn + 1)
		return { passage, turn }
	})
	const chosen = new Set(turned.toSorted((a, b) => a.turn - b.turn).slice(0, most).map(({ passage }) => passage))
	return passages.filter((passage) => chosen.has(passage))
}

/** The passages of a kind that a new letter takes. */
function takenFirst(passages: readonly Passage[], readers: Pick<Segment, 'kind' | 'of'>): Passage[] {
	const fit = passages.filter((passage) => passage.concerns && isForAll(passage, readers))
	const kind = passages[0]?.kind
	return kind === undefined ? [] : fairly(fit, TAKEN[kind])
}

/**
 * The first draft of a letter: the taken passages by kind, all others left out.
 *
 * @param passages available passages
 * @param readers readers of the letter
 * @param closing its closing text
 */
export function firstDraft(passages: readonly Passage[], readers: Pick<Segment, 'kind' | 'of'>, closing: readonly Item[] = []): Item[] {
	const kinds = ORDER.map((kind) => passages.filter((passage) => passage.kind === kind))
	const taken = kinds.map((those) => takenFirst(those, readers))
	return [
		...taken.flat().map((passage) => itemOf(passage, true)),
		...closing,
		...kinds.flatMap((those, at) => those.filter((passage) => !taken[at]!.includes(passage))).map((passage) => itemOf(passage, false)),
	]
}

/** The same items, followed by new ones, left out. */
export function withFound(items: readonly Item[], passages: readonly Passage[]): Item[] {
	const known = new Set(items.map(keyOf))
	return [...items, ...passages.filter((passage) => !known.has(keyOf(passage))).map((passage) => itemOf(passage, false))]
}

/** The stored items: those left out without being shortened are found again. */
export function toStore(items: readonly Item[]): Item[] {
	return items.filter(({ taken: isTaken, text }) => isTaken || text !== null)
}

/** Items with their passages, taken ones in the order of the letter. */
export function entriesOf(items: readonly Item[], passages: readonly Passage[]): Entry[] {
	const byKey = new Map(passages.map((passage) => [keyOf(passage), passage]))
	let blocks = 0
	return items.map((item) => ({
		key: item.kind === 'block' ? `block ${blocks++}` : keyOf(item),
		item,
		passage: byKey.get(keyOf(item)) ?? null,
	}))
}

/**
 * Moves the item at a place by one among those that are taken.
 *
 * @param items in order
 * @param at its place
 * @param by -1: up, 1: down
 * @return the same items if it cannot move
 */
export function moved(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
	let to = at + by
	while (items[to] && !items[to]!.taken) {
		to += by
	}
	return items[to] ? placed(items, at, to) : items
}

/** Moves the item at a place to another place. */
export function placed(items: readonly Item[], at: number, to: number): Item[] {
	const rest = items.filter((_, index) => index !== at)
	return [...rest.slice(0, to), items[at]!, ...rest.slice(to)]
}

/** Takes an item: below the last one of its kind, else below the last passage, before the closing text. */
export function taken(items: readonly Item[], at: number): Item[] {
	const item = items[at]!
	const last = items.findLastIndex(({ taken: isIn, kind }, index) => isIn && kind === item.kind && index !== at)
	const end = last >= 0 ? last : items.findLastIndex(({ taken: isIn, kind }, index) => isIn && kind !== 'block' && index !== at)
	return placed(items.map((one, index) => index === at ? { ...one, taken: true } : one), at, end < at ? end + 1 : end)
}

/** Changes one item. */
export function changed(items: readonly Item[], at: number, change: Partial<Item>): Item[] {
	return items.map((one, index) => index === at ? { ...one, ...change } : one)
}

/** Whether the shortened text of a passage is based on an older version of it. */
export function isOutdated({ item, passage }: Entry): boolean {
	return item.text !== null && item.kind !== 'block' && passage !== null && item.hash !== passage.hash
}
