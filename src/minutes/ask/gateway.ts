/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryOf } from '../../api/endpoint.ts'
import type { Ask, Asked, AskedPerson, AskMail } from './model.ts'

import { call } from '../../api/client.ts'
import { askApi } from './api.ts'

/** People without an account who were asked into a group and have not answered. */
export function listAsks(group: number, signal?: AbortSignal): Promise<Ask[]> {
	return call(askApi.list, { path: { group }, signal })
}

/** Asks people into a group, at most 100 at once; the same people again change nothing. */
export async function askPeople(group: number, people: AskedPerson[]): Promise<Asked[]> {
	return (await call(askApi.ask, { path: { group }, body: { people } })).people
}

/** The mail as it would be sent. */
export function askMail(query: QueryOf<typeof askApi.mail>, signal?: AbortSignal): Promise<AskMail> {
	return call(askApi.mail, { query, signal })
}

/** Writes again to a person who has not answered. */
export function askAgain(ask: number): Promise<Ask> {
	return call(askApi.again, { path: { ask } })
}

/** Withdraws the invitation of a person. */
export function takeBackAsk(ask: number): Promise<null> {
	return call(askApi.takeBack, { path: { ask } })
}
