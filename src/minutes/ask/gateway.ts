/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf } from '../../api/endpoint.ts'
import type { Ask, Asked, AskedInto, AskedIntoGroups, AskedPerson, AskMail } from './model.ts'

import { call } from '../../api/client.ts'
import { askApi } from './api.ts'

/** People without an account who were invited to a group and have not answered. */
export function listAsks(group: number, signal?: AbortSignal): Promise<Ask[]> {
	return call(askApi.list, { path: { group }, signal })
}

/** Invites up to 100 people to a group; inviting the same people again changes nothing. */
export async function askPeople(group: number, people: AskedPerson[]): Promise<Asked[]> {
	return (await call(askApi.ask, { path: { group }, body: { people } })).people
}

/** Preview of the mail. */
export function askMail(body: BodyOf<typeof askApi.mail>, signal?: AbortSignal): Promise<AskMail> {
	return call(askApi.mail, { body, signal })
}

/** How up to 100 people would be invited. */
export async function askWays(people: AskedIntoGroups[], signal?: AbortSignal): Promise<AskedInto[]> {
	return (await call(askApi.ways, { body: { people }, signal })).people
}

/** Invites up to 100 people to several groups with one mail each; inviting the same people again changes nothing. */
export async function askIntoGroups(people: AskedIntoGroups[], message: string): Promise<AskedInto[]> {
	return (await call(askApi.askAll, { body: { people, message } })).people
}

/** Invites a person again who has not answered. */
export function askAgain(ask: number): Promise<Ask> {
	return call(askApi.again, { path: { ask } })
}

/** Replies to a question of a person. */
export function replyToAsk(ask: number, text: string): Promise<Ask> {
	return call(askApi.reply, { path: { ask }, body: { text } })
}

/** Revokes the invitation of a person. */
export function revokeAsk(ask: number): Promise<null> {
	return call(askApi.takeBack, { path: { ask } })
}
