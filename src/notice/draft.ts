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
	/** Drafts of before have none. */
	how: v.optional(v.picklist([...WAYS, '']), ''),
})

const DraftSchema = v.object({
	format: v.literal('reseau-notice-1'),
	/** Milliseconds since 1970. */
	written: v.number(),
	/** Of the notice it becomes: published once and again after a lost answer, it is one notice. */
	key: v.string(),
	/** What was stored, or what the form began with. */
	base: FieldsSchema,
	mine: FieldsSchema,
})

/** What a person wrote of a notice and has not saved. */
export interface NoticeDraft {
	written: number
	key: string
	base: Fields
	mine: Fields
}

/** What is being written: a notice there is, a new one, or one from an item of a card; `member` null: of my own. */
export type Written = { id: number } | { from: { member: number | null, origin: Origin } | null }

/** Where a draft of it is kept. */
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
 * Keeps what is not saved yet, or takes it out where nothing was changed.
 *
 * @throws {DOMException} when the browser has no room left
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
