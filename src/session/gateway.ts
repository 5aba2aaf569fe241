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

/** Begins a session; the same key gives the same session. */
export function createSession(body: NewSession): Promise<Session> {
	return call(sessionApi.create, { body })
}

/** A session with what was said in it. */
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

/** Has a conversation made in Talk. */
export function makeTalk(session: number): Promise<Session> {
	return call(sessionApi.makeTalk, { path: { session } })
}

/** Takes its address off the session. */
export function removeTalk(session: number): Promise<Session> {
	return call(sessionApi.removeTalk, { path: { session } })
}

/** Writes down what a person says; the same key gives the same row. */
export function addRow(session: number, body: NewRow): Promise<RowAdded> {
	return call(sessionApi.say, { path: { session }, body })
}

/** Corrects a row, from a version of it. */
export function changeRow(session: number, row: number, body: RowChanges): Promise<Session> {
	return call(sessionApi.changeRow, { path: { session, row }, body })
}

/** Takes a row out. */
export function removeRow(session: number, row: number): Promise<Session> {
	return call(sessionApi.removeRow, { path: { session, row } })
}

/** Who meets what was said. */
export function listFits(session: number, row: number, signal?: AbortSignal): Promise<Fits> {
	return call(sessionApi.fits, { path: { session, row }, signal })
}

/** Writes down what a person agreed to. */
export function setAgreement(session: number, person: number, body: Agreement): Promise<Session> {
	return call(sessionApi.agree, { path: { session, person }, body })
}

/** What ending a session would do. */
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

/** Publishes what was said, perhaps in other words. */
export function publishSaid(said: number, body: Publication): Promise<Published> {
	return call(sessionApi.publish, { path: { said }, body })
}

/** Does not publish it. */
export function declineSaid(said: number): Promise<null> {
	return call(sessionApi.decline, { path: { said } })
}

/** Waits for an answer again. */
export function undoDeclineSaid(said: number): Promise<null> {
	return call(sessionApi.undoDecline, { path: { said } })
}

/** Would like to be introduced. */
export function agreePair(pair: number): Promise<null> {
	return call(sessionApi.agreePair, { path: { pair } })
}
