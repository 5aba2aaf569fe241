/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftOwner, DraftStorage } from '../../shared/lib/draftStore.ts'
import type { WrittenEvaluation } from '../model.ts'

import * as v from 'valibot'
import { deleteDraft, EXPIRY, keyOf } from '../../shared/lib/draftStore.ts'
import { GRID } from '../model.ts'

/** Texts may be longer than allowed: nothing is lost. */
const DraftSchema = v.object({
	format: v.literal('reseau-said-1'),
	/** Milliseconds since 1970. */
	written: v.number(),
	said: v.object({ standpoint: v.string(), answers: v.object(v.entriesFromList(GRID, v.string())) }),
})

/** The storage key, by account and file. */
export function evaluationDraftOwner(uid: string, file: string): DraftOwner {
	return { uid, thing: `said-${file}` }
}

/** Unsent input for a sheet, null without any. */
export function readEvaluationDraft(storage: DraftStorage, owner: DraftOwner, now: number): v.InferOutput<typeof DraftSchema> | null {
	const parsed = v.safeParse(DraftSchema, parse(storage.getItem(keyOf(owner))))
	return parsed.success && parsed.output.written + EXPIRY >= now ? parsed.output : null
}

/**
 * Stores unsent input, or removes it if it equals the stored evaluation.
 *
 * @return whether there is unsent input
 * @throws {DOMException} if the browser's storage is full
 */
export function saveEvaluationDraft(storage: DraftStorage, owner: DraftOwner, said: WrittenEvaluation, stored: WrittenEvaluation, now: number): boolean {
	if (said.standpoint === stored.standpoint && GRID.every((question) => said.answers[question] === stored.answers[question])) {
		deleteDraft(storage, owner)
		return false
	}
	storage.setItem(keyOf(owner), JSON.stringify({ format: 'reseau-said-1', written: now, said }))
	return true
}

function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null')
	} catch {
		// A text of another account under this key counts as none.
		return null
	}
}
