/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftOwner, DraftStorage } from '../../shared/lib/draftStore.ts'
import type { Fields } from './edit.ts'

import * as v from 'valibot'
import { deleteDraft, EXPIRY, keyOf } from '../../shared/lib/draftStore.ts'
import { ContextSchema, LICENCES, OUTCOMES, PersonSchema } from '../model.ts'
import { changed } from './edit.ts'

/** Texts may be longer than allowed: nothing is lost. */
const FieldsSchema = v.object({
	kind: v.string(),
	title: v.string(),
	summary: v.string(),
	outcome: v.nullable(v.picklist(OUTCOMES)),
	territories: ContextSchema.entries.territories,
	public: v.string(),
	means: v.string(),
	frame: v.string(),
	standpoint: v.string(),
	tried: v.string(),
	happened: v.string(),
	learnt: v.string(),
	wanted: v.string(),
	anonymous: v.boolean(),
	deposited: v.boolean(),
	/** Not in drafts of earlier versions. */
	reachable: v.optional(v.boolean(), false),
	authors: v.array(PersonSchema),
	authorNames: v.string(),
	terms: v.array(v.string()),
	groups: v.array(v.number()),
	licence: v.picklist(LICENCES),
})

const DraftSchema = v.object({
	format: v.literal('reseau-sheet-1'),
	/** Milliseconds since 1970. */
	written: v.number(),
	/** The stored values when it was written. */
	base: FieldsSchema,
	mine: FieldsSchema,
})

/** Unsaved input for a sheet. */
export interface SheetDraft {
	/** Milliseconds since 1970. */
	written: number
	base: Fields
	mine: Fields
}

/** The storage key, by account and file. */
export function ownerOf(uid: string, file: string): DraftOwner {
	return { uid, thing: `sheet-${file}` }
}

/** The draft kept in this browser, null without one that differs from the stored sheet. */
export function readDraft(storage: DraftStorage, owner: DraftOwner, stored: Fields, now: number): SheetDraft | null {
	const parsed = v.safeParse(DraftSchema, parse(storage.getItem(keyOf(owner))))
	if (!parsed.success || parsed.output.written + EXPIRY < now) {
		return null
	}
	const { written, base, mine } = parsed.output
	return changed(stored, mine).length > 0 && changed(base, mine).length > 0 ? { written, base, mine } : null
}

/**
 * Stores unsaved changes, or removes the draft if there are none.
 *
 * @throws {DOMException} if the browser's storage is full
 */
export function saveDraft(storage: DraftStorage, owner: DraftOwner, base: Fields, mine: Fields, now: number): void {
	if (changed(base, mine).length === 0) {
		deleteDraft(storage, owner)
	} else {
		storage.setItem(keyOf(owner), JSON.stringify({ format: 'reseau-sheet-1', written: now, base, mine }))
	}
}

function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null')
	} catch {
		// A text of another account under this key counts as none.
		return null
	}
}
