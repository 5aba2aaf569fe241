/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftOwner, DraftStorage } from '../shared/lib/draftStore.ts'

import * as v from 'valibot'
import { deleteDraft, EXPIRY, keyOf } from '../shared/lib/draftStore.ts'

const DraftSchema = v.object({
	/** Milliseconds since 1970. */
	written: v.number(),
	text: v.string(),
	/** Key of the message: sent again after a lost answer, it stays one message. */
	key: v.string(),
})
export type Draft = v.InferOutput<typeof DraftSchema>

/** The place of a first message: to a person, or about a notice, with the person it is written for, whose card the writer keeps; or about a sheet. */
export type FirstPlace = ({ to: number } | { notice: number } | { sheet: string }) & { for?: number }

/** The same, or to a group, in a conversation, or in answer to a visitor. */
export type MessagePlace = FirstPlace | { group: number } | { conversation: number } | { enquiry: number }

/** The storage key. */
export function draftOwner(uid: string, place: MessagePlace): DraftOwner {
	if ('conversation' in place) {
		return { uid, thing: `message-${place.conversation}` }
	}
	if ('enquiry' in place) {
		return { uid, thing: `message-enquiry-${place.enquiry}` }
	}
	if ('group' in place) {
		return { uid, thing: `message-group-${place.group}` }
	}
	if ('sheet' in place) {
		return { uid, thing: `message-sheet-${place.sheet}` }
	}
	const thing = 'to' in place ? `message-to-${place.to}` : `message-notice-${place.notice}`
	return { uid, thing: place.for === undefined ? thing : `${thing}-for-${place.for}` }
}

/** The message begun in this browser; null without one, or if it is too old. */
export function readDraft(storage: DraftStorage, owner: DraftOwner, now: number): Draft | null {
	const draft = v.safeParse(DraftSchema, parse(storage.getItem(keyOf(owner))))
	return draft.success && draft.output.written + EXPIRY >= now ? draft.output : null
}

/**
 * Stores the input, or removes it once it is empty.
 *
 * @throws {DOMException} if the browser's storage is full
 */
export function keepDraft(storage: DraftStorage, owner: DraftOwner, draft: Draft): void {
	if (draft.text.trim() === '') {
		deleteDraft(storage, owner)
	} else {
		storage.setItem(keyOf(owner), JSON.stringify(draft))
	}
}

function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null')
	} catch {
		return null
	}
}
