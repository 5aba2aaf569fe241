/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, expect, it } from 'vitest'
import { memberApi } from '../../src/member/api.ts'
import { noticeApi } from '../../src/notice/api.ts'
import { sessionApi } from '../../src/session/api.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { account, tried } from './account.ts'

const odile = account('odile-marcenac')
const maelle = account('maelle-roumegous')
/** Facilitates the network. */
const romain = account('romain-vielfaure')

const head = { title: 'À la mairie', place: 'Limoux', day: '2026-12-12' }

afterAll(() => {
	// There is no Talk here.
	const left = Object.entries(sessionApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)
	expect(left).toEqual(['makeTalk'])
})

it('people say what they need and offer, and decide themselves what is published', async () => {
	const cards = { odile: (await odile.answers(memberApi.mine)).id, maelle: (await maelle.answers(memberApi.mine)).id }
	await odile.refuses(sessionApi.list, {}, 403, 'not_yours')
	await romain.refuses(sessionApi.create, { body: { ...head, title: ' ', key: randomWord() } }, 400, 'title_missing')
	await romain.refuses(sessionApi.create, { body: { ...head, day: 'demain', key: randomWord() } }, 400, 'day_missing')
	const { id, version } = await romain.answers(sessionApi.create, { body: { ...head, key: randomWord() } })
	const path = { session: id }
	expect((await romain.answers(sessionApi.list)).sessions.find((one) => one.id === id)?.state).toBe('open')
	await romain.answers(sessionApi.edit, { path, body: { ...head, place: 'Quillan', version } })
	await romain.refuses(sessionApi.edit, { path, body: { ...head, version } }, 409, 'stale_version')
	await romain.refuses(sessionApi.makeTalk, { path }, 409, 'talk_failed')
	await odile.refuses(sessionApi.removeTalk, { path }, 403, 'not_yours')
	expect((await romain.answers(sessionApi.removeTalk, { path })).talk).toBeNull()

	const say = (body: object) => romain.answers(sessionApi.say, { path, body: { key: randomWord(), kind: 'need', text: 'Réparer deux vélos', ...body } })
	await romain.refuses(sessionApi.say, { path, body: { key: randomWord(), kind: 'need', text: 'Un banc' } }, 400, 'name_missing')
	await romain.refuses(sessionApi.say, { path, body: { key: randomWord(), kind: 'need', text: 'Un banc', member: 999_999 } }, 400, 'unknown_member')
	const said = await say({ member: cards.odile, listed: true })
	const other = await say({ member: cards.maelle, kind: 'offer', text: 'Prêter un vélo cargo', terms: [] })
	const name = await say({ name: 'Rose', agreed: false })
	const row = { ...path, row: said.row }
	await romain.answers(sessionApi.fits, { path: row })
	await romain.answers(sessionApi.changeRow, { path: row, body: { kind: 'need', text: 'Réparer trois vélos', version: 1 } })
	await romain.refuses(sessionApi.changeRow, { path: row, body: { kind: 'need', text: 'Perdu', version: 1 } }, 409, 'stale_version')
	const [first, second, third] = (await romain.answers(sessionApi.get, { path })).people
	expect((await romain.answers(sessionApi.agree, { path: { ...path, person: third!.id }, body: { agreed: true } })).people[2]!.agreed).toBe(true)
	expect((await romain.answers(sessionApi.removeRow, { path: { ...path, row: name.row } })).people).toHaveLength(2)

	const ending = await romain.answers(sessionApi.ending, { path })
	expect(ending.people.map(({ becomes }) => becomes)).toEqual(['asked', 'asked'])
	await romain.refuses(sessionApi.end, { path, body: { version: 1 } }, 409, 'stale_version')
	expect((await romain.answers(sessionApi.end, { path, body: { version: ending.session.version, pairs: [[first!.id, second!.id]] } })).state).toBe('ended')
	await romain.refuses(sessionApi.ending, { path }, 409, 'session_ended')

	const waiting = await odile.answers(sessionApi.said)
	expect(waiting.rows.find((one) => one.id === said.row)?.text).toBe('Réparer trois vélos')
	await maelle.refuses(sessionApi.publish, { path: { said: said.row }, body: {} }, 404, 'not_found')
	await odile.answers(sessionApi.decline, { path: { said: said.row } })
	await odile.answers(sessionApi.undoDecline, { path: { said: said.row } })
	const { notice } = await odile.answers(sessionApi.publish, { path: { said: said.row }, body: { text: 'Réparer des vélos' } })
	await odile.refuses(sessionApi.decline, { path: { said: said.row } }, 409, 'said_published')
	expect((await maelle.answers(noticeApi.get, { path: { notice } })).title).toBe('Réparer des vélos')
	await maelle.answers(sessionApi.decline, { path: { said: other.row } })
	const pair = (await maelle.answers(sessionApi.said)).pairs.find((one) => one.session.id === id)
	if (pair) {
		await maelle.answers(sessionApi.agreePair, { path: { pair: pair.id } })
	}
	await odile.answers(noticeApi.delete, { path: { notice } })
	expect(await romain.answers(sessionApi.delete, { path })).toBeNull()
})
