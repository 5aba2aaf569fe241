/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Words } from '../../src/meeting/model.ts'

import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupApi } from '../../src/group/api.ts'
import { meetingApi } from '../../src/meeting/api.ts'
import { MEETING_LIMITS, MeetingSchema } from '../../src/meeting/model.ts'
import { memberApi } from '../../src/member/api.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')
/** Facilitates the network, and is not in the group. */
const romain = account('romain-vielfaure')

/** Made for the tests by Maëlle, who facilitates it. */
let group = 0
const at = () => ({ path: { group } })
const of = (meeting: number) => ({ path: { group, meeting } })

const WORDS: Words = { title: 'Choisir la pompe', day: '2099-11-09', time: '18:30', endTime: '20:00', zone: 'Europe/Paris', place: 'https://visio.example.org/eau', agenda: '- La **citerne**' }
const plan = (words: Partial<Words> = {}) => maelle.answers(meetingApi.create, { ...at(), body: { ...WORDS, ...words, key: randomWord() } })

beforeAll(async () => {
	group = (await maelle.answers(groupApi.create, { body: { title: 'Groupe qui se réunit souvent' } })).id
})

afterAll(async () => {
	await maelle.answers(groupApi.delete, { path: { group } })
	expect(Object.values(meetingApi).filter((endpoint) => !tried.endpoints.has(endpoint))).toEqual([])
	// A minute is not long enough for a hundred meetings: tests/php/Meeting/MeetingTest.php.
	expect([...new Set(Object.values(meetingApi).flatMap(({ errors }): readonly string[] => errors))].filter((reason) => !tried.reasons.has(reason))).toEqual(['enough_meetings'])
})

describe('a meeting', () => {
	it('is planned once, changed, cancelled and restored', async () => {
		const body = { ...WORDS, key: randomWord() }
		const made = await maelle.answers(meetingApi.create, { ...at(), body })
		expect(made).toMatchObject({ ...WORDS, endDay: '2099-11-09', showcased: false, starts: '2099-11-09T17:30:00+00:00', ends: '2099-11-09T19:00:00+00:00', over: false, cancelled: false, version: 1 })
		expect((await maelle.answers(meetingApi.create, { ...at(), body })).id).toBe(made.id)
		expect(await maelle.answers(meetingApi.list, at())).toEqual({ meetings: [made], can: { write: true, add: true } })
		const changed = await maelle.answers(meetingApi.edit, { ...of(made.id), body: { day: '2099-11-10', endDay: '2099-11-11', version: made.version } })
		expect(changed).toMatchObject({ title: '', time: null, endTime: null, starts: null, ends: null, endDay: '2099-11-11', version: 2 })
		const { current } = await maelle.refuses(meetingApi.edit, { ...of(made.id), body: { ...WORDS, version: 1 } }, 409, 'stale_version')
		expect(v.parse(MeetingSchema, current)).toEqual(changed)
		await maelle.refuses(meetingApi.edit, { ...of(made.id), body: WORDS }, 400, 'version_missing')
		await maelle.refuses(meetingApi.cancel, { ...of(made.id), query: { version: 1 } }, 409, 'stale_version')
		await maelle.refuses(meetingApi.cancel, of(made.id), 400, 'version_missing')
		const cancelled = await maelle.answers(meetingApi.cancel, { ...of(made.id), query: { version: 2 } })
		expect(cancelled).toMatchObject({ cancelled: true, version: 3 })
		await maelle.refuses(meetingApi.edit, { ...of(made.id), body: { ...WORDS, version: 3 } }, 409, 'meeting_cancelled')
		await maelle.refuses(meetingApi.restore, { ...of(made.id), body: { version: 2 } }, 409, 'stale_version')
		await maelle.refuses(meetingApi.restore, { ...of(made.id), body: {} }, 400, 'version_missing')
		expect(await maelle.answers(meetingApi.restore, { ...of(made.id), body: { version: 3 } })).toMatchObject({ cancelled: false, version: 4 })
	})

	it('is in the public showcase as long as it is chosen', async () => {
		const { id, version, showcased } = await plan({ showcased: true })
		expect(showcased).toBe(true)
		const changed = await maelle.answers(meetingApi.edit, { ...of(id), body: { ...WORDS, version } })
		expect(changed.showcased).toBe(false)
		await maelle.refuses(meetingApi.edit, { ...of(id), body: { ...WORDS, showcased: 'perhaps', version: changed.version } }, 400, 'wrong_type')
	})

	it('is for the people of the group, and written by those of them who facilitate it', async () => {
		const { id, version } = await plan()
		for (const outside of [bastian, romain]) {
			expect(await outside.answers(meetingApi.list, at())).toEqual({ meetings: [], can: { write: false, add: false } })
			await outside.refuses(meetingApi.create, { ...at(), body: { ...WORDS, key: randomWord() } }, 403, 'not_yours')
			await outside.refuses(meetingApi.edit, { ...of(id), body: { ...WORDS, version } }, 403, 'not_yours')
			await outside.refuses(meetingApi.cancel, { ...of(id), query: { version } }, 403, 'not_yours')
			await outside.refuses(meetingApi.restore, { ...of(id), body: { version } }, 403, 'not_yours')
		}
		await maelle.refuses(meetingApi.list, { path: { group: 999_999 } }, 404, 'not_found')
		await maelle.refuses(meetingApi.edit, { ...of(999_999), body: { ...WORDS, version } }, 404, 'not_found')
	})

	it('is refused with the field that cannot be', async () => {
		const { id, version } = await plan()
		const refusals: [object, string, string][] = [
			[{ title: 3 }, 'wrong_type', 'title'],
			[{ title: 'x'.repeat(MEETING_LIMITS.title + 1) }, 'too_long', 'title'],
			[{ agenda: 'a\u0007' }, 'bad_text', 'agenda'],
			[{ day: '2026-02-30' }, 'bad_day', 'day'],
			[{ endDay: '9999-01-01' }, 'bad_day', 'endDay'],
			[{ time: '25:00' }, 'bad_time', 'time'],
			[{ endTime: '18:00' }, 'bad_end', 'endTime'],
			[{ endDay: '2099-12-20' }, 'bad_end', 'endDay'],
		]
		for (const [change, reason, field] of refusals) {
			for (const refused of [
				await maelle.refuses(meetingApi.create, { ...at(), body: { ...WORDS, ...change, key: randomWord() } }, 400, reason),
				await maelle.refuses(meetingApi.edit, { ...of(id), body: { ...WORDS, ...change, version } }, 400, reason),
			]) {
				expect(refused).toMatchObject({ field })
			}
		}
		await maelle.refuses(meetingApi.create, { ...at(), body: { ...WORDS, key: 'short' } }, 400, 'bad_key')
	})

	it('is not planned by people who decide about a group from outside, nor in a closed group', async () => {
		const { id, version } = (await maelle.answers(meetingApi.list, at())).meetings[0]!
		await maelle.answers(groupApi.stepDown, { path: { group } })
		await romain.refuses(meetingApi.create, { ...at(), body: { ...WORDS, key: randomWord() } }, 403, 'outside_group')
		await romain.refuses(meetingApi.edit, { ...of(id), body: { ...WORDS, version } }, 403, 'outside_group')
		await maelle.answers(groupApi.facilitate, { path: { group }, body: { memberId: (await maelle.answers(memberApi.mine)).id } })
		const now = await maelle.answers(groupApi.get, { path: { group } })
		await maelle.answers(groupApi.setStatus, { path: { group }, body: { status: 'closed', version: now.version } })
		await maelle.refuses(meetingApi.create, { ...at(), body: { ...WORDS, key: randomWord() } }, 409, 'group_closed')
		expect((await maelle.answers(meetingApi.list, at())).can).toEqual({ write: true, add: false })
	})
})
