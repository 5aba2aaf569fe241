/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Agreement, End, Ending, Fits, NewRow, NewSession, Publication, Published, RowAdded, RowChanges, Said, Session, SessionChanges, Sessions } from './model.ts'

import { call } from '../api/client.ts'
import { sessionApi } from './api.ts'

/** Sessions of the network. */
export function listSessions(signal?: AbortSignal): Promise<Sessions> {
	return call(sessionApi.list, { signal })
}

/** Creates a session; the same key returns the same session. */
export function createSession(body: NewSession): Promise<Session> {
	return call(sessionApi.create, { body })
}

/** A session with its needs and offers. */
export function getSession(session: number, signal?: AbortSignal): Promise<Session> {
	return call(sessionApi.get, { path: { session }, signal })
}

/** Changes title, place and day. */
export function editSession(session: number, body: SessionChanges): Promise<Session> {
	return call(sessionApi.edit, { path: { session }, body })
}

/** Deletes a session. */
export function deleteSession(session: number): Promise<null> {
	return call(sessionApi.delete, { path: { session } })
}

/** Creates a conversation in Talk. */
export function makeTalk(session: number): Promise<Session> {
	return call(sessionApi.makeTalk, { path: { session } })
}

/** Removes its address from the session. */
export function removeTalk(session: number): Promise<Session> {
	return call(sessionApi.removeTalk, { path: { session } })
}

/** Adds a need or an offer of a person; the same key returns the same row. */
export function addRow(session: number, body: NewRow): Promise<RowAdded> {
	return call(sessionApi.say, { path: { session }, body })
}

/** Corrects a row, based on a version. */
export function changeRow(session: number, row: number, body: RowChanges): Promise<Session> {
	return call(sessionApi.changeRow, { path: { session, row }, body })
}

/** Deletes a row. */
export function removeRow(session: number, row: number): Promise<Session> {
	return call(sessionApi.removeRow, { path: { session, row } })
}

/** What fits a need or an offer. */
export function listFits(session: number, row: number, signal?: AbortSignal): Promise<Fits> {
	return call(sessionApi.fits, { path: { session, row }, signal })
}

/** Records what a person agreed to. */
export function setAgreement(session: number, person: number, body: Agreement): Promise<Session> {
	return call(sessionApi.agree, { path: { session, person }, body })
}

/** Preview of the end of a session. */
export function previewEnding(session: number, signal?: AbortSignal): Promise<Ending> {
	return call(sessionApi.ending, { path: { session }, signal })
}

/** Ends a session. */
export function endSession(session: number, body: End): Promise<Session> {
	return call(sessionApi.end, { path: { session }, body })
}

/** What waits for my answer after sessions. */
export function listSaid(signal?: AbortSignal): Promise<Said> {
	return call(sessionApi.said, { signal })
}

/** Publishes a need or an offer, optionally reworded. */
export function publishSaid(said: number, body: Publication): Promise<Published> {
	return call(sessionApi.publish, { path: { said }, body })
}

/** Declines to publish it. */
export function declineSaid(said: number): Promise<null> {
	return call(sessionApi.decline, { path: { said } })
}

/** Makes it wait for an answer again. */
export function undoDeclineSaid(said: number): Promise<null> {
	return call(sessionApi.undoDecline, { path: { said } })
}

/** Agrees to be introduced. */
export function agreePair(pair: number): Promise<null> {
	return call(sessionApi.agreePair, { path: { pair } })
}
