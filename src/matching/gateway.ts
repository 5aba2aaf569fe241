/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CardMatch, Matches } from './model.ts'

import { call } from '../api/client.ts'
import { matchingApi } from './api.ts'

/** The people I, or a person whose card I keep, could meet. */
export function listMatches(limit: number, signal?: AbortSignal, member?: number): Promise<Matches> {
	return call(matchingApi.list, { query: { limit, member }, signal })
}

/** The reasons to meet one person. */
export function getMatch(id: number, signal?: AbortSignal): Promise<CardMatch> {
	return call(matchingApi.show, { path: { id }, signal })
}

/** The people I could inform of a notice. */
export function listNoticeMatches(notice: number, signal?: AbortSignal): Promise<Matches> {
	return call(matchingApi.ofNotice, { path: { notice }, signal })
}

/** Stops suggesting a person to me, or to a person whose card I keep. */
export function declineMatch(id: number, member?: number): Promise<null> {
	return call(matchingApi.decline, { path: { id }, body: { member } })
}

/** Allows suggesting them again. */
export function undoDecline(id: number, member?: number): Promise<null> {
	return call(matchingApi.undo, { path: { id }, query: { member } })
}
