/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Card, Field } from './changes.ts'
import type { Item } from './model.ts'

import { copy, FIELDS, same } from './changes.ts'
import { isOf } from './parts.ts'

/** An edited card together with the stored one. */
export interface Copies {
	/** The stored card, as far as this page knows. */
	base: Card
	/** The person's input. */
	mine: Card
	/** Fields changed here and elsewhere: not saved until the person chooses. The value of the others is in `base`. */
	conflicts: Field[]
}

export interface Reconciled extends Copies {
	/** Fields changed only elsewhere, which `mine` took over. */
	taken: Field[]
}

/**
 * Merges the person's input with what was stored in the meantime. A field changed on one side only takes that side's
 * value; changed to different values on both sides, it is a conflict.
 *
 * @param copies the state before
 * @param theirs the stored card now
 */
export function reconcile(copies: Copies, theirs: Card): Reconciled {
	const { base, mine, conflicts } = copies
	const merged = { ...mine }
	const taken: Field[] = []
	const open: Field[] = []
	for (const field of FIELDS) {
		const elsewhere = !same(field, theirs[field], base[field])
		if (same(field, mine[field], theirs[field])) {
			continue
		}
		if (conflicts.includes(field) || (elsewhere && !same(field, mine[field], base[field]))) {
			open.push(field)
		} else if (elsewhere) {
			copy(field, theirs, merged)
			taken.push(field)
		}
	}
	return { base: theirs, mine: merged, conflicts: open, taken }
}

/**
 * The state after a save.
 *
 * @param copies the current state; the person may have continued writing
 * @param sent the card as it was sent
 * @param fields the saved fields
 * @param stored the answer
 */
export function settle(copies: Copies, sent: Card, fields: readonly Field[], stored: Card): Copies {
	const { base, mine, conflicts } = copies
	const merged = { ...mine }
	for (const field of FIELDS) {
		const before = fields.includes(field) ? sent : base
		if (same(field, mine[field], before[field]) && !same(field, mine[field], stored[field])) {
			copy(field, stored, merged)
		}
	}
	return {
		base: stored,
		mine: merged,
		conflicts: conflicts.filter((field) => !same(field, merged[field], stored[field])),
	}
}

export type Choice = 'mine' | 'theirs' | 'both'

/** Whether two versions of a field can be combined: lists, and texts of several lines. */
export function canKeepBoth(field: Field): boolean {
	return isOf(field, 'text', 'items', 'words', 'values', 'terms', 'places')
}

/** The state after the person chose a version of a field. */
export function choose({ base, mine, conflicts }: Copies, field: Field, choice: Choice): Copies {
	const merged = { ...mine }
	if (choice === 'theirs') {
		copy(field, base, merged)
	} else if (choice === 'both') {
		copy(field, { ...mine, [field]: together(field, base, mine) }, merged)
	}
	return { base, mine: merged, conflicts: conflicts.filter((open) => open !== field) }
}

/** Two versions of a field joined without repetitions: the stored one first, then the person's. */
export function together<F extends Field>(field: F, stored: Pick<Card, F>, mine: Pick<Card, F>): Card[F] {
	const [first, second] = [stored[field], mine[field]] as unknown[]
	if (typeof first === 'string' && typeof second === 'string') {
		const [a, b] = [first.trim(), second.trim()]
		return (a.includes(b) ? a : b.includes(a) ? b : `${a}\n\n${b}`) as Card[F]
	}
	const entries = [...first as unknown[], ...second as unknown[]]
	const seen = new Set<string>()
	return entries.filter((entry) => {
		const key = keyOf(entry)
		return !seen.has(key) && Boolean(seen.add(key))
	}) as Card[F]
}

/** Identifies equal entries of a list. */
function keyOf(entry: unknown): string {
	if (typeof entry === 'string') {
		return entry
	}
	const { text, kind, code } = entry as Partial<Item> & { code?: string }
	return text === undefined ? `${kind} ${code}` : text.trim()
}
