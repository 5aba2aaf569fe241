/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf } from '../../api/endpoint.ts'
import type { DraftSummary, KeptDraft } from './model.ts'

import { call } from '../../api/client.ts'
import { draftApi } from './api.ts'

/** My drafts, last changed first. */
export function listDrafts(signal?: AbortSignal): Promise<DraftSummary[]> {
	return call(draftApi.list, { signal })
}

/** Saves a new draft; the same key returns the same draft. */
export function beginDraft(body: BodyOf<typeof draftApi.begin>): Promise<DraftSummary> {
	return call(draftApi.begin, { body })
}

/** A draft with its content. */
export function getDraft(draft: number): Promise<KeptDraft> {
	return call(draftApi.get, { path: { draft } })
}

/** Changes a draft. */
export function writeDraft(draft: number, body: BodyOf<typeof draftApi.write>): Promise<DraftSummary> {
	return call(draftApi.write, { path: { draft }, body })
}

/** Hands over a draft to another facilitator. */
export function handOverDraft(draft: number, version: number, uid: string): Promise<null> {
	return call(draftApi.handOn, { path: { draft }, body: { version, uid } })
}

/** Deletes a draft. */
export function deleteDraft(draft: number): Promise<null> {
	return call(draftApi.delete, { path: { draft } })
}
