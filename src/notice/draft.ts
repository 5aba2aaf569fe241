/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftOwner, DraftStorage } from '../shared/lib/draftStore.ts'
import type { Fields } from './edit.ts'
import type { Origin } from './origin.ts'

import * as v from 'valibot'
import { WAYS } from '../message/model.ts'
import { deleteDraft, EXPIRY, keyOf } from '../shared/lib/draftStore.ts'
import { changed } from './edit.ts'
import { NOTICE_AUDIENCES, NOTICE_KINDS, NOTICE_MODES, NoticeSchema } from './model.ts'
import { writeOrigin } from './origin.ts'

/** Texts may be longer than allowed: nothing is lost. */
const FieldsSchema = v.object({
	kind: v.picklist([...NOTICE_KINDS, '']),
	title: v.string(),
	text: v.string(),
	mode: v.picklist([...NOTICE_MODES, '']),
	neededBy: v.string(),
	territories: NoticeSchema.entries.territories,
	terms: v.array(v.string()),
	free: v.string(),
	groupId: v.nullable(v.number()),
	audience: v.picklist(NOTICE_AUDIENCES),
	until: v.string(),
	memberId: v.nullable(v.number()),
	/** Missing in older drafts. */
	how: v.optional(v.picklist([...WAYS, '']), ''),
})

const DraftSchema = v.object({
	format: v.literal('reseau-notice-1'),
	/** Milliseconds since 1970. */
	written: v.number(),
	/** Key of the notice: published again after a lost answer, it stays one notice. */
	key: v.string(),
	/** The stored values, or the initial ones of the form. */
	base: FieldsSchema,
	mine: FieldsSchema,
})

/** Unsaved input for a notice. */
export interface NoticeDraft {
	written: number
	key: string
	base: Fields
	mine: Fields
}

/** What is being edited: an existing notice, a new one, or one from an item of a card; `member` null: my card. */
export type Written = { id: number } | { from: { member: number | null, origin: Origin } | null }

/** The storage key of its draft. */
export function ownerOf(uid: string, written: Written): DraftOwner {
	if ('id' in written) {
		return { uid, thing: `notice-${written.id}` }
	}
	const { from } = written
	return { uid, thing: from ? `notice-new-${from.member ?? 'me'}-${writeOrigin(from.origin)}` : 'notice-new' }
}

/** The draft kept in this browser; null without one, or if it is too old. */
export function readDraft(storage: DraftStorage, owner: DraftOwner, now: number): NoticeDraft | null {
	const parsed = v.safeParse(DraftSchema, parse(storage.getItem(keyOf(owner))))
	if (!parsed.success || parsed.output.written + EXPIRY < now) {
		return null
	}
	const { written, key, base, mine } = parsed.output
	return { written, key, base, mine }
}

/**
 * Stores unsaved changes, or removes the draft if there are none.
 *
 * @throws {DOMException} if the browser's storage is full
 */
export function saveDraft(storage: DraftStorage, owner: DraftOwner, draft: NoticeDraft): void {
	if (changed(draft.base, draft.mine).length === 0) {
		deleteDraft(storage, owner)
	} else {
		storage.setItem(keyOf(owner), JSON.stringify({ format: 'reseau-notice-1', ...draft }))
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
