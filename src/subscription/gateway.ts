/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf, QueryOf } from '../api/endpoint.ts'
import type { AddressOutcome, AddressRow, ConsentRecord, LetterSettings, OwnLetter, RecordedChoice, Subscriber, Subscribers, SubscribersAt } from './model.ts'

import { call } from '../api/client.ts'
import { subscriptionApi } from './api.ts'

/** Whether I get the letter. */
export function getOwnLetter(signal?: AbortSignal): Promise<OwnLetter> {
	return call(subscriptionApi.show, { signal })
}

/** Sets whether I want the letter. */
export function chooseLetter(wants: boolean): Promise<OwnLetter> {
	return call(subscriptionApi.choose, { body: { wants } })
}

/** The subscribers of the letter, or those who left. */
export function listSubscribers(query: QueryOf<typeof subscriptionApi.list>, signal?: AbortSignal): Promise<Subscribers> {
	return call(subscriptionApi.list, { query, signal })
}

/** Who gets the letter at an address, or left. */
export function listSubscribersAt(address: string, signal?: AbortSignal): Promise<SubscribersAt> {
	return call(subscriptionApi.at, { body: { address }, signal })
}

/** Records the choice of a person in the list. */
export function recordChoice(id: number, body: RecordedChoice): Promise<Subscriber> {
	return call(subscriptionApi.recordChoice, { path: { subscriber: id }, body })
}

/** Records the choice of the person of a card I keep. */
export async function recordChoiceOfCard(memberId: number, body: RecordedChoice): Promise<boolean | null> {
	return (await call(subscriptionApi.recordChoiceOfCard, { path: { id: memberId }, body })).wants
}

/** The outcome of rows of a file, before they are imported. */
export async function checkAddresses(rows: AddressRow[], signal?: AbortSignal): Promise<AddressOutcome[]> {
	return (await call(subscriptionApi.check, { body: { rows }, signal })).rows
}

/** Imports rows; not to be cancelled, because the server continues anyway. */
export async function importAddresses(rows: AddressRow[]): Promise<AddressOutcome[]> {
	return (await call(subscriptionApi.import, { body: { rows } })).rows
}

/** How people can subscribe to the letter. */
export function getSettings(signal?: AbortSignal): Promise<LetterSettings> {
	return call(subscriptionApi.settings, { signal })
}

/** Changes these settings. */
export function setUp(body: BodyOf<typeof subscriptionApi.setUp>): Promise<LetterSettings> {
	return call(subscriptionApi.setUp, { body })
}

/** The record of consents. */
export function listConsents(cursor: string, signal?: AbortSignal): Promise<ConsentRecord> {
	return call(subscriptionApi.consents, { query: cursor === '' ? {} : { cursor }, signal })
}
