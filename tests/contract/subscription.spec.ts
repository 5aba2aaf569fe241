/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AddressRow, RecordedChoice } from '../../src/subscription/model.ts'

import { afterAll, describe, expect, it } from 'vitest'
import { memberApi } from '../../src/member/api.ts'
import { subscriptionApi } from '../../src/subscription/api.ts'
import { ROWS_AT_ONCE, SUBSCRIPTION_LIMITS } from '../../src/subscription/model.ts'
import { account, tried } from './account.ts'

const bastian = account('bastian-escande')
const maelle = account('maelle-roumegous')
/** Facilitates the network. */
const romain = account('romain-vielfaure')

const SAID: RecordedChoice = { wants: true, date: '2026-01-20', how: 'De vive voix' }
const row = (position: number, address: string, more: Partial<AddressRow> = {}): AddressRow => ({ position, address, name: 'Une Lectrice', date: '2026-01-15', how: 'Registre du marché', ...more })
const ours = (at: number) => `lettre.${at}.${Date.now()}@example.org`

/** The number of a person in the list. */
async function numberOf(address: string) {
	const { subscribers } = await romain.answers(subscriptionApi.at, { body: { address } })
	return subscribers[0]!.id
}

afterAll(() => {
	const untried = Object.values(subscriptionApi).filter((endpoint) => !tried.endpoints.has(endpoint))
	expect(untried.map(({ path }) => path)).toEqual([])
	const named = Object.values(subscriptionApi).flatMap(({ errors }) => errors as readonly string[])
	expect(named.filter((reason) => !tried.reasons.has(reason))).toEqual([])
})

it('keeps what one chose about the letter', async () => {
	const { address } = await bastian.answers(subscriptionApi.show)
	for (const wants of [true, false]) {
		expect(await bastian.answers(subscriptionApi.choose, { body: { wants } })).toMatchObject({ wants, address })
	}
	const { record, ...chosen } = await bastian.answers(subscriptionApi.show)
	expect(chosen).toEqual({ wants: false, address })
	expect(record.length).toBeGreaterThanOrEqual(2)
	await bastian.refuses(subscriptionApi.choose, { body: { wants: null } } as never, 400, 'wrong_type')
})

describe('addresses from a file', () => {
	it('are checked, subscribed and listed without their address; who leaves is not revived', async () => {
		const address = ours(1)
		const rows = [row(2, address), row(3, 'pas une adresse'), row(4, ours(2), { how: '' }), row(5, ours(3), { date: '' })]
		const { rows: checked } = await romain.answers(subscriptionApi.check, { body: { rows } })
		expect(checked.map(({ why, outcome }) => why ?? outcome)).toEqual(['made', 'bad_address', 'manner_missing', 'said_day'])
		expect((await romain.answers(subscriptionApi.import, { body: { rows } })).rows).toEqual(checked)
		const { subscribers } = await romain.answers(subscriptionApi.at, { body: { address } })
		expect(subscribers).toEqual([{ id: expect.any(Number), name: 'Une Lectrice', member: null, kind: 'address', mayTell: true, gets: true, noMail: null, why: 'imported', on: '2026-01-15', manner: 'Registre du marché' }])
		const path = { subscriber: subscribers[0]!.id }
		expect(await romain.answers(subscriptionApi.recordChoice, { path, body: { ...SAID, wants: false } })).toMatchObject({ gets: false, why: null, on: '2026-01-20', manner: '' })
		expect((await romain.answers(subscriptionApi.import, { body: { rows: [row(2, address)] } })).rows).toEqual([{ position: 2, outcome: 'skipped', why: 'left' }])
		await romain.refuses(subscriptionApi.recordChoice, { path, body: { ...SAID, date: '2026-01-19' } }, 422, 'left_since')
		await romain.answers(subscriptionApi.recordChoice, { path, body: { ...SAID, date: '2026-01-21' } })
		await romain.refuses(subscriptionApi.recordChoice, { path, body: { ...SAID, wants: false } }, 422, 'wants_since')
		await romain.answers(subscriptionApi.recordChoice, { path, body: { ...SAID, wants: false, date: '2026-01-21' } })
		const { entries } = await romain.answers(subscriptionApi.consents)
		expect(entries[0]).toMatchObject({ name: 'Une Lectrice', on: '2026-01-21' })
		expect(JSON.stringify([subscribers, entries])).not.toContain(address)
	})

	it('are not too many at once', async () => {
		const many = Array.from({ length: ROWS_AT_ONCE + 1 }, (_, i) => row(i + 1, ours(i)))
		await romain.refuses(subscriptionApi.check, { body: { rows: many } }, 400, 'too_many')
		await romain.refuses(subscriptionApi.import, { body: { rows: 'x' } }, 400, 'wrong_type')
	})
})

it('keeps the wish of the person of a kept card', async () => {
	const { id } = await maelle.answers(memberApi.create, { body: { name: 'Personne Éphémère', contact: { email: ours(9) } } })
	expect(await maelle.answers(subscriptionApi.recordChoiceOfCard, { path: { id }, body: SAID })).toEqual({ wants: true })
	await romain.refuses(subscriptionApi.recordChoiceOfCard, { path: { id }, body: SAID }, 404, 'not_found')
	await maelle.answers(memberApi.delete, { path: { id } })
	const own = (await maelle.answers(memberApi.mine))!.id
	await maelle.refuses(subscriptionApi.recordChoiceOfCard, { path: { id: own }, body: SAID }, 422, 'only_they')
})

it('has nothing to keep for an organisation', async () => {
	const { id } = await maelle.answers(memberApi.create, { body: { kind: 'organisation', name: 'Fournil éphémère' } })
	await maelle.refuses(subscriptionApi.recordChoiceOfCard, { path: { id }, body: SAID }, 422, 'only_people')
	await maelle.answers(memberApi.delete, { path: { id } })
})

it('brings nobody back who left by their address alone', async () => {
	const address = ours(8)
	await romain.answers(subscriptionApi.import, { body: { rows: [row(1, address)] } })
	const { id, version } = await maelle.answers(memberApi.create, { body: { name: 'Personne Éphémère', contact: { email: address } } })
	await maelle.answers(memberApi.recordConsent, { path: { id }, body: { date: '2026-01-15', how: 'Au téléphone' } })
	await maelle.answers(memberApi.setStatus, { path: { id }, body: { status: 'published', version } })
	await romain.answers(subscriptionApi.recordChoice, { path: { subscriber: await numberOf(address) }, body: { ...SAID, wants: false } })
	await maelle.refuses(subscriptionApi.recordChoiceOfCard, { path: { id }, body: SAID }, 422, 'left_themselves')
	await maelle.answers(memberApi.delete, { path: { id } })
})

it('keeps how people come to get it', async () => {
	const before = await romain.answers(subscriptionApi.settings)
	expect(before.url).toMatch(/\/apps\/reseau\/subscribe$/)
	const open = !before.open
	expect(await romain.answers(subscriptionApi.setUp, { body: { open } })).toEqual({ ...before, open })
	await romain.refuses(subscriptionApi.setUp, { body: { asks: 'perhaps' } }, 400, 'wrong_type')
	expect(await romain.answers(subscriptionApi.setUp, { body: { open: before.open } })).toEqual(before)
})

describe('refusals', () => {
	it('nobody but facilitators sees who gets it', async () => {
		await maelle.refuses(subscriptionApi.list, {}, 403, 'not_yours')
		await maelle.refuses(subscriptionApi.at, { body: { address: ours(1) } }, 403, 'not_yours')
		await maelle.refuses(subscriptionApi.consents, {}, 403, 'not_yours')
		await maelle.refuses(subscriptionApi.settings, {}, 403, 'not_yours')
		await maelle.refuses(subscriptionApi.check, { body: { rows: [] } }, 403, 'not_yours')
	})

	it.each<[string, unknown, string]>([
		['no text', 7, 'wrong_type'],
		['a control character', 'a\u0000', 'bad_text'],
		['too long', 'x'.repeat(SUBSCRIPTION_LIMITS.address + 1), 'too_long'],
	])('an address that is %s', async (_, address, reason) => {
		await romain.refuses(subscriptionApi.at, { body: { address } } as never, 400, reason)
	})

	it('lists from nowhere', async () => {
		expect((await romain.answers(subscriptionApi.list, { query: { q: 'Personne n’a ce nom' } })).subscribers).toEqual([])
		await romain.refuses(subscriptionApi.list, { query: { cursor: '!' } }, 400, 'bad_cursor')
		await romain.refuses(subscriptionApi.consents, { query: { cursor: '!' } }, 400, 'bad_cursor')
		await romain.refuses(subscriptionApi.recordChoice, { path: { subscriber: 999_999 }, body: SAID }, 404, 'not_found')
	})

	it.each<[string, object, string]>([
		['no manner', { how: ' ' }, 'manner_missing'],
		['no day', { date: '31/01/2026' }, 'said_day'],
		['a manner too long', { how: 'x'.repeat(SUBSCRIPTION_LIMITS.how + 1) }, 'too_long'],
		['a control character', { how: 'a\u0000' }, 'bad_text'],
		['neither yes nor no', { wants: 'maybe' }, 'wrong_type'],
	])('%s', async (_, wrong, reason) => {
		const address = ours(20)
		await romain.answers(subscriptionApi.import, { body: { rows: [row(1, address)] } })
		await romain.refuses(subscriptionApi.recordChoice, { path: { subscriber: await numberOf(address) }, body: { ...SAID, ...wrong } }, 400, reason)
	})
})
