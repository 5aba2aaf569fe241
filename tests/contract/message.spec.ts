/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { memberApi } from '../../src/member/api.ts'
import { messageApi } from '../../src/message/api.ts'
import { MESSAGE_LIMITS } from '../../src/message/model.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')
/** Facilitates the network. */
const romain = account('romain-vielfaure')
/** An account without a card. */
const admin = account('admin')

/** Numbers of the cards of Maëlle, Bastian, and the person whose card Maëlle keeps. */
const ids = { maelle: 0, bastian: 0, kept: 0 }
const message = (text = 'La grange est-elle libre ?') => ({ text, key: randomWord() })
const at = (conversation: number) => ({ path: { conversation } })

beforeAll(async () => {
	ids.maelle = (await maelle.answers(memberApi.mine)).id
	ids.bastian = (await bastian.answers(memberApi.mine)).id
	const kept = await maelle.answers(memberApi.create, { body: { name: 'Personne Éphémère' } })
	await maelle.answers(memberApi.recordConsent, { path: { id: kept.id }, body: { date: '2026-11-20', how: 'De vive voix' } })
	await maelle.answers(memberApi.setStatus, { path: { id: kept.id }, body: { status: 'published', version: kept.version! } })
	ids.kept = kept.id
})

describe('a conversation', () => {
	it('is begun, answered, read, muted, closed and reported', async () => {
		const body = message()
		const { id } = await maelle.answers(messageApi.start, { path: { id: ids.bastian }, body })
		expect((await maelle.answers(messageApi.start, { path: { id: ids.bastian }, body })).messages).toHaveLength(1)
		expect(await maelle.answers(messageApi.writing, { path: { id: ids.bastian } })).toEqual({ obstacle: null, conversation: id, keeper: null })
		await maelle.refuses(messageApi.write, { ...at(id), body: message('https://example.org/grange') }, 422, 'links_too_early')
		const answered = await bastian.answers(messageApi.write, { ...at(id), body: message('Oui, en mai.') })
		expect(answered.messages.map(({ mine }) => mine)).toEqual([false, true])
		expect((await maelle.answers(messageApi.list)).conversations[0]).toMatchObject({ id, unread: true, last: 'Oui, en mai.' })
		// It went to no one else.
		expect(await maelle.answers(messageApi.bulk, at(id))).toEqual([])
		const last = answered.messages[1]!.id
		await maelle.answers(messageApi.read, { ...at(id), body: { upTo: last } })
		await maelle.refuses(messageApi.read, { ...at(id), body: { upTo: 'the end' } }, 400, 'wrong_type')
		expect(await maelle.answers(messageApi.get, at(id))).toMatchObject({ unread: false, pause: null })
		// Nobody is anonymous here.
		expect(await bastian.answers(messageApi.reveal, at(id))).toMatchObject({ anonymous: false, can: { reveal: false } })
		await bastian.answers(messageApi.deliver, { path: { conversation: id, message: last } })
		await maelle.answers(messageApi.mute, { ...at(id), body: { muted: true } })
		await maelle.answers(messageApi.setState, { ...at(id), body: { state: 'closed' } })
		await maelle.refuses(messageApi.setState, { ...at(id), body: { state: 'gone' } }, 400, 'unknown_state')
		await bastian.refuses(messageApi.write, { ...at(id), body: message() }, 422, 'conversation_closed')
		await bastian.answers(messageApi.setState, { ...at(id), body: { state: 'open' } })
		await romain.refuses(messageApi.get, at(id), 404, 'not_found')
		await maelle.answers(messageApi.report, { ...at(id), body: { reported: true } })
		await bastian.refuses(messageApi.report, { ...at(id), body: { reported: false } }, 422, 'not_your_report')
		expect((await romain.answers(messageApi.reported)).conversations.map((one) => one.id)).toContain(id)
		await bastian.refuses(messageApi.reported, {}, 403, 'not_yours')
		expect((await romain.answers(messageApi.get, at(id))).with).toHaveLength(2)
		await romain.answers(messageApi.setState, { ...at(id), body: { state: 'stopped' } })
		await maelle.refuses(messageApi.write, { ...at(id), body: message() }, 422, 'conversation_stopped')
		await romain.answers(messageApi.setState, { ...at(id), body: { state: 'open' } })
		await romain.answers(messageApi.report, { ...at(id), body: { reported: false } })
		await bastian.refuses(messageApi.list, { query: { cursor: 'nothing' } }, 400, 'bad_cursor')
	})

	it('for a person without an account goes to the keeper of their card', async () => {
		const { id } = await bastian.answers(messageApi.start, { path: { id: ids.kept }, body: message() })
		expect((await maelle.answers(messageApi.get, at(id))).for).toMatchObject({ id: ids.kept })
		const noted = await maelle.answers(messageApi.carry, { ...at(id), body: { how: 'phone', day: '2026-11-23' } })
		expect(noted.messages[1]!.carried).toEqual({ how: 'phone', day: '2026-11-23' })
		await maelle.refuses(messageApi.carry, { ...at(id), body: { how: 'by pigeon', day: '2026-11-23' } }, 400, 'unknown_way')
		await maelle.refuses(messageApi.carry, { ...at(id), body: { how: 'phone', day: '2026-02-30' } }, 400, 'bad_date')
		const { messages } = await maelle.answers(messageApi.write, { ...at(id), body: message('Elle vous attend.') })
		await maelle.refuses(messageApi.carry, { ...at(id), body: { how: 'phone', day: '2026-11-23' } }, 422, 'nothing_to_carry')
		expect(messages[2]).toMatchObject({ from: 'Personne Éphémère', by: expect.any(String) })
		await maelle.refuses(messageApi.start, { path: { id: ids.kept }, body: message() }, 422, 'kept_card')
		const { version } = await maelle.answers(memberApi.get, { path: { id: ids.kept } })
		await maelle.answers(memberApi.setStatus, { path: { id: ids.kept }, body: { status: 'paused', version: version! } })
		await bastian.refuses(messageApi.write, { ...at(id), body: message() }, 422, 'other_hidden')
		await maelle.refuses(messageApi.write, { ...at(id), body: message() }, 422, 'card_hidden')
		await bastian.refuses(messageApi.start, { path: { id: ids.kept }, body: message() }, 404, 'not_found')
	})
})

it('who may begin one is chosen', async () => {
	const { writers } = await bastian.answers(messageApi.writers)
	const obstacle = async () => (await admin.answers(messageApi.writing, { path: { id: ids.bastian } })).obstacle
	expect(await obstacle()).toBe('no_card')
	await admin.refuses(messageApi.start, { path: { id: ids.bastian }, body: message() }, 422, 'no_card')
	const odile = account('odile-marcenac')
	try {
		for (const [choice, reason] of [['groups', 'only_groups'], ['nobody', 'only_facilitators']] as const) {
			await bastian.answers(messageApi.setWriters, { body: { writers: choice } })
			await odile.refuses(messageApi.start, { path: { id: ids.bastian }, body: message() }, 422, reason)
		}
		await bastian.refuses(messageApi.setWriters, { body: { writers: 'friends' } }, 400, 'unknown_writers')
	} finally {
		await bastian.answers(messageApi.setWriters, { body: { writers } })
	}
})

it('what is no message is refused', async () => {
	const start = { path: { id: ids.bastian } }
	await bastian.refuses(messageApi.start, { ...start, body: message() }, 422, 'own_card')
	await maelle.refuses(messageApi.start, { ...start, body: { ...message(), text: ' ' } }, 400, 'text_missing')
	await maelle.refuses(messageApi.start, { ...start, body: { ...message(), text: 7 } }, 400, 'wrong_type')
	await maelle.refuses(messageApi.start, { ...start, body: message('\u0000') }, 400, 'bad_text')
	expect(await maelle.refuses(messageApi.start, { ...start, body: message('a'.repeat(100_000)) }, 400, 'too_long')).toMatchObject({ field: 'text', max: MESSAGE_LIMITS.text })
	await maelle.refuses(messageApi.start, { ...start, body: { ...message(), key: '' } }, 400, 'bad_key')
	await maelle.refuses(messageApi.start, { ...start, body: { ...message(), for: 999_999 } }, 400, 'unknown_member')
})

it('every endpoint of the list was called', () => {
	expect(Object.entries(messageApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	const reasons = new Set<string>(Object.values(messageApi).flatMap(({ errors }) => [...errors]))
	// So many are written in tests/php/Message; an author erases their card in tests/php/Library; rules of Nextcloud are in
	// tests/php/Integration/InteractionsTest.php.
	;['author_gone', 'restricted', 'conversation_full', 'enough_messages', 'enough_messages_today', 'enough_conversations', 'enough_conversations_today'].forEach((reason) => reasons.delete(reason))
	expect([...reasons].filter((reason) => !tried.reasons.has(reason))).toEqual([])
})
