/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftOwner, DraftStorage } from '../shared/lib/draftStore.ts'
import type { Card, Field } from './changes.ts'
import type { Copies } from './conflict.ts'

import * as v from 'valibot'
import { deleteDraft, EXPIRY, keyOf } from '../shared/lib/draftStore.ts'
import { audiencePart, changedFields, copy, FIELDS, same } from './changes.ts'
import { canKeepBoth, reconcile, together } from './conflict.ts'
import { ItemSchema, PlaceSchema } from './model.ts'
import { AUDIENCES, isOf } from './parts.ts'

const strings = v.array(v.string())
const fields = Object.fromEntries(FIELDS.map((field) => [field, v.optional(fieldSchema(field))]))

function fieldSchema(field: Field): v.GenericSchema {
	if (isOf(field, 'items')) {
		return v.array(v.object({ ...ItemSchema.entries, text: v.string(), terms: strings }))
	}
	if (isOf(field, 'places')) {
		return v.array(PlaceSchema)
	}
	if (isOf(field, 'words', 'values', 'terms')) {
		return strings
	}
	return audiencePart(field) ? v.picklist(AUDIENCES) : v.string()
}

const DraftSchema = v.object({
	format: v.literal('reseau-draft-1'),
	/** Milliseconds since 1970. */
	written: v.number(),
	/** The unsaved fields, and the stored values when they were written; without those still in conflict. */
	mine: v.object(fields),
	base: v.object(fields),
})

/** Unsaved input. Texts may be longer than allowed: nothing is lost. */
export interface Draft {
	/** Milliseconds since 1970. */
	written: number
	mine: Partial<Card>
	base: Partial<Card>
}

/** The draft kept in this browser, null without a usable one. */
export function readDraft(storage: DraftStorage, owner: DraftOwner, now: number): Draft | null {
	const parsed = v.safeParse(DraftSchema, parse(storage.getItem(keyOf(owner))))
	if (!parsed.success || parsed.output.written + EXPIRY < now) {
		return null
	}
	const { written, mine, base } = parsed.output
	return { written, mine, base }
}

/**
 * Stores unsaved changes, and nothing else.
 *
 * @param storage storage of the browser
 * @param owner account and card
 * @param copies the card being edited together with what is stored
 * @param older an earlier draft without a decision yet: kept too
 * @param now milliseconds since 1970
 * @throws {DOMException} if the browser's storage is full
 */
export function keepDraft(storage: DraftStorage, owner: DraftOwner, copies: Copies, older: Draft | null, now: number): void {
	const { base, mine, conflicts } = copies
	const unsaved = changedFields(base, mine)
	const draft = {
		format: 'reseau-draft-1',
		written: unsaved.length > 0 || older === null ? now : older.written,
		mine: { ...older?.mine, ...only(mine, unsaved) },
		base: { ...older?.base, ...only(base, unsaved.filter((field) => !conflicts.includes(field))) },
	}
	if (Object.keys(draft.mine).length === 0) {
		deleteDraft(storage, owner)
	} else {
		storage.setItem(keyOf(owner), JSON.stringify(draft))
	}
}

/** Whether a draft contains something that is not stored. */
export function saysMore(draft: Draft, stored: Card): boolean {
	return fieldsOf(draft).some((field) => !same(field, { ...stored, ...draft.mine }[field], stored[field]))
}

/**
 * The state once a draft is restored: a field changed on the server since is a conflict, and input from
 * the meantime is combined with the draft's version if possible, else it stays.
 */
export function resumeDraft(copies: Copies, draft: Draft): Copies {
	const written = changedFields(copies.base, copies.mine)
	const base = { ...copies.base }
	const mine = { ...copies.mine }
	const conflicts = [...copies.conflicts]
	const drafted = { ...copies.base, ...draft.mine }
	for (const field of fieldsOf(draft)) {
		if (!written.includes(field)) {
			copy(field, drafted, mine)
			if (draft.base[field] === undefined) {
				conflicts.push(field)
			} else {
				copy(field, { ...copies.base, ...draft.base }, base)
			}
		} else if (canKeepBoth(field)) {
			copy(field, { ...drafted, [field]: together(field, drafted, copies.mine) }, mine)
		}
	}
	return reconcile({ base, mine, conflicts }, copies.base)
}

function fieldsOf(draft: Draft): Field[] {
	return FIELDS.filter((field) => draft.mine[field] !== undefined)
}

function only(card: Card, names: readonly Field[]): Partial<Card> {
	return Object.fromEntries(names.map((name) => [name, card[name]]))
}

function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null')
	} catch {
		// A text of another account under this key counts as none.
		return null
	}
}
