/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft } from './draft.ts'

/** Maximum number of corrections that can be undone: they are stored with the draft. */
export const KEPT_CORRECTIONS = 60

/** The fields of a draft that differ; of a list only the entries that differ, the others by their id. */
type Difference = Record<string, unknown>

/** A correction that can be undone or redone. */
export interface Correction {
	/** Its name, as a phrase. */
	what: string
	/** What leads to the draft without it, or with it once it is undone. */
	difference: Difference
}

/** The corrections of a draft, as they are stored. */
export interface History {
	/** Those that can be undone, the last one at the end. */
	corrections: readonly Correction[]
	/** Those that were undone, the last one at the end. */
	undone: readonly Correction[]
}

export const NO_HISTORY: History = { corrections: [], undone: [] }

/** A draft with its corrections. */
export interface Corrected {
	draft: Draft
	history: History
}

/** Makes a correction. */
export function correctDraft({ draft, history }: Corrected, what: string, next: Draft): Corrected {
	return { draft: next, history: { corrections: [...history.corrections, { what, difference: differenceOf(next, draft) }].slice(-KEPT_CORRECTIONS), undone: [] } }
}

/** Undoes the last correction; or null. */
export function undoLast({ draft, history: { corrections, undone } }: Corrected): Corrected | null {
	const last = corrections.at(-1)
	const next = last && applied(draft, last.difference)
	return next ? { draft: next, history: { corrections: corrections.slice(0, -1), undone: [...undone, { what: last.what, difference: differenceOf(next, draft) }] } } : null
}

/** Redoes the correction that was undone last; or null. */
export function redoLast({ draft, history: { corrections, undone } }: Corrected): Corrected | null {
	const last = undone.at(-1)
	const next = last && applied(draft, last.difference)
	return next ? { draft: next, history: { corrections: [...corrections, { what: last.what, difference: differenceOf(next, draft) }], undone: undone.slice(0, -1) } } : null
}

interface Listed {
	id: string
}

/** The fields that are lists of things with an id. */
const LISTS = ['groups', 'people', 'doubts']

const isSame = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other)
const byId = (list: unknown) => new Map((list as Listed[]).map((one) => [one.id, one]))

/** What leads from one draft to another. */
function differenceOf(from: Draft, to: Draft): Difference {
	const before = from as unknown as Difference
	return Object.fromEntries(Object.entries(to).filter(([key, value]) => !isSame(value, before[key])).map(([key, value]) => {
		if (!LISTS.includes(key)) {
			return [key, value]
		}
		const known = byId(before[key])
		return [key, (value as Listed[]).map((one) => isSame(known.get(one.id), one) ? one.id : one)]
	}))
}

/** The draft with a difference applied. */
function applied(draft: Draft, difference: Difference): Draft {
	const now = draft as unknown as Difference
	return { ...draft, ...Object.fromEntries(Object.entries(difference).map(([key, value]) => {
		if (!LISTS.includes(key)) {
			return [key, value]
		}
		const known = byId(now[key])
		return [key, (value as (Listed | string)[]).map((one) => typeof one === 'string' ? known.get(one) : one)]
	})) }
}
