/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NewCall } from '../../src/withoutmail/model.ts'

import { afterAll, expect, it } from 'vitest'
import { memberApi } from '../../src/member/api.ts'
import { withoutmailApi } from '../../src/withoutmail/api.ts'
import { CALL_LIMITS } from '../../src/withoutmail/model.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')

const CALL: NewCall = { day: '2026-01-20', how: 'phone', note: 'Rappeler lundi.', key: 'a-first-call' }

afterAll(() => {
	const untried = Object.values(withoutmailApi).filter((endpoint) => !tried.endpoints.has(endpoint))
	expect(untried.map(({ path }) => path)).toEqual([])
	const named = Object.values(withoutmailApi).flatMap(({ errors }) => errors as readonly string[])
	expect(named.filter((reason) => !tried.reasons.has(reason))).toEqual([])
})

it('a person without email is called, and what they answered is noted once', async () => {
	const { id, version } = await maelle.answers(memberApi.create, { body: { name: 'Personne Éphémère', contact: { phone: '05 61 00 00 00' } } })
	await maelle.answers(memberApi.recordConsent, { path: { id }, body: { date: '2026-01-15', how: 'De vive voix' } })
	await maelle.answers(memberApi.setStatus, { path: { id }, body: { status: 'published', version: version! } })
	const path = { id }
	expect((await maelle.answers(withoutmailApi.list)).people).toContainEqual({ id, name: 'Personne Éphémère', phone: '05 61 00 00 00', email: null, refused: false, called: null })
	await maelle.answers(withoutmailApi.add, { path, body: CALL })
	const { calls } = await maelle.answers(withoutmailApi.add, { path, body: CALL })
	expect(calls).toEqual([{ id: expect.any(Number), day: CALL.day, how: 'phone', note: CALL.note, by: expect.any(String) }])
	expect((await maelle.answers(withoutmailApi.sheet, { path })).calls).toEqual(calls)

	const refused: [object, string][] = [
		[{ day: 'hier' }, 'said_day'],
		[{ how: 'pigeon' }, 'unknown_way'],
		[{ key: 3 }, 'wrong_type'],
		[{ key: 'k' }, 'bad_key'],
		[{ note: 'a\u0000' }, 'bad_text'],
		[{ note: 'x'.repeat(CALL_LIMITS.note + 1) }, 'too_long'],
	]
	for (const [wrong, reason] of refused) {
		await maelle.refuses(withoutmailApi.add, { path, body: { ...CALL, ...wrong } }, 400, reason)
	}
	await bastian.refuses(withoutmailApi.sheet, { path }, 403, 'not_yours')
	const call = calls[0]!.id
	expect((await maelle.answers(withoutmailApi.remove, { path: { id, call } })).calls).toEqual([])
	await maelle.refuses(withoutmailApi.remove, { path: { id, call } }, 404, 'not_found')
	await maelle.answers(memberApi.delete, { path })
})

it('who has an account speaks for themselves', async () => {
	const { id } = (await maelle.answers(memberApi.mine))!
	await maelle.refuses(withoutmailApi.sheet, { path: { id } }, 422, 'only_they')
	await maelle.refuses(withoutmailApi.list, { query: { cursor: '!' } }, 400, 'bad_cursor')
})

it('an organisation is not called', async () => {
	const { id } = await maelle.answers(memberApi.create, { body: { kind: 'organisation', name: 'Fournil éphémère', contact: { phone: '05 61 00 00 01' } } })
	const path = { id }
	expect((await maelle.answers(withoutmailApi.list)).people.map((person) => person.id)).not.toContain(id)
	await maelle.refuses(withoutmailApi.sheet, { path }, 422, 'only_people')
	await maelle.refuses(withoutmailApi.add, { path, body: CALL }, 422, 'only_people')
	await maelle.refuses(withoutmailApi.remove, { path: { id, call: 1 } }, 422, 'only_people')
	await maelle.answers(memberApi.delete, { path })
})
