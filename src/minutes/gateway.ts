/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf } from '../api/endpoint.ts'
import type { FoundPerson, Minutes, MinutesSummary, SoughtPerson } from './model.ts'

import { call } from '../api/client.ts'
import { minutesApi } from './api.ts'

/** The imported minutes, last changed first. */
export function listMinutes(signal?: AbortSignal): Promise<MinutesSummary[]> {
	return call(minutesApi.list, { signal })
}

/** Starts importing minutes. */
export function startMinutes(body: BodyOf<typeof minutesApi.start>): Promise<Minutes> {
	return call(minutesApi.start, { body })
}

/** Minutes with their plan and the groups made from it. */
export function getMinutes(id: number, signal?: AbortSignal): Promise<Minutes> {
	return call(minutesApi.get, { path: { minutes: id }, signal })
}

/** Changes title or plan, or saves the progress. */
export function saveMinutes(id: number, body: BodyOf<typeof minutesApi.save>): Promise<Minutes> {
	return call(minutesApi.save, { path: { minutes: id }, body })
}

/** Deletes minutes none of whose groups exist. */
export function deleteMinutes(id: number): Promise<null> {
	return call(minutesApi.delete, { path: { minutes: id } })
}

/** The people of a roster who are in the network, as far as I can see them; at most 500. */
export async function findPeople(people: SoughtPerson[], signal?: AbortSignal): Promise<FoundPerson[]> {
	return (await call(minutesApi.people, { body: { people }, signal })).people
}
