/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberApi } from '../../src/member/api.ts'
import { noticeApi } from '../../src/notice/api.ts'
import { NOTICE_LIMITS } from '../../src/notice/model.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')
/** Facilitates the network. */
const romain = account('romain-vielfaure')
/** Keeps the card of Jordi Vilallonga. */
const mireia = account('mireia-casanoves')
/** An account without a card. */
const admin = account('admin')

const ids = { maelle: 0, bastian: 0 }
const at = (notice: number) => ({ path: { notice } })
/** A word that no other notice has. */
const word = randomWord()
const words = () => ({ kind: 'offer' as const, title: `Un pressoir ${word}`, text: 'Pour deux cents kilos de pommes.', key: randomWord() })

beforeAll(async () => {
	ids.maelle = (await maelle.answers(memberApi.mine)).id
	ids.bastian = (await bastian.answers(memberApi.mine)).id
})

afterAll(() => {
	const untried = Object.values(noticeApi).filter((endpoint) => !tried.endpoints.has(endpoint))
	// It goes only to people who agreed by the link of an email, which a real Nextcloud shows to nobody. Its answer is that of `passing`, and is parsed by the browser test.
	expect(untried).toEqual([noticeApi.pass])
})

describe('a notice', () => {
	it('is published, found, changed, answered, closed and reopened', async () => {
		const body = { ...words(), mode: 'loan' as const, terms: ['jardins-partages'], territories: [{ code: '11', kind: 'departement' as const, name: 'Aude' }] }
		const { id, version } = await maelle.answers(noticeApi.create, { body })
		expect((await maelle.answers(noticeApi.create, { body })).id).toBe(id)
		expect(await bastian.answers(noticeApi.get, at(id))).toMatchObject({ title: body.title, by: { id: ids.maelle }, state: 'open', can: { answer: true, edit: false } })
		const list = await bastian.answers(noticeApi.list, { query: { q: word, 'facet[kind][]': 'offer', 'facet[mode][]': 'loan', 'facet[territory][]': 'region:76', 'facet[term][]': 'jardins-partages' } })
		expect(list.notices.map((one) => one.id)).toEqual([id])
		expect((await maelle.answers(noticeApi.mine, { query: { limit: 1 } })).notices[0]).toMatchObject({ id, mine: true })
		expect((await bastian.answers(noticeApi.similar, { query: { title: `pressoir ${word}`, kind: 'need' } })).notices.map((one) => one.id)).toEqual([id])
		await maelle.answers(noticeApi.edit, { ...at(id), body: { version: version!, text: 'Pour trois cents kilos.' } })
		await maelle.refuses(noticeApi.edit, { ...at(id), body: { version: version!, text: 'Perdu' } }, 409, 'stale_version')
		await bastian.refuses(noticeApi.edit, { ...at(id), body: { version: 2, text: 'Perdu' } }, 403, 'not_yours')
		expect(await bastian.answers(noticeApi.writing, at(id))).toEqual({ obstacle: null, conversation: null, keeper: null })
		const conversation = await bastian.answers(noticeApi.write, { ...at(id), body: { text: 'Il m’intéresse.', key: randomWord() } })
		expect(conversation.about).toEqual({ type: 'notice', id, title: body.title })
		await maelle.refuses(noticeApi.write, { ...at(id), body: { text: 'À moi-même', key: randomWord() } }, 422, 'own_card')
		await admin.refuses(noticeApi.write, { ...at(id), body: { text: 'Bonjour', key: randomWord() } }, 422, 'no_card')
		expect(await maelle.answers(noticeApi.close, { ...at(id), body: { outcome: 'Du jus.', thanks: [ids.bastian] } })).toMatchObject({ state: 'done', thanks: [{ id: ids.bastian }] })
		await maelle.refuses(noticeApi.close, { ...at(id), body: { thanks: [ids.maelle] } }, 400, 'unknown_member')
		await maelle.refuses(noticeApi.renew, { ...at(id), body: {} }, 422, 'notice_closed')
		expect(await maelle.answers(noticeApi.reopen, at(id))).toMatchObject({ state: 'open', outcome: '', thanks: [] })
		await maelle.answers(noticeApi.delete, at(id))
		await maelle.refuses(noticeApi.get, at(id), 404, 'not_found')
	})

	it('is ended by a facilitator of the network, or by its author, who renews it', async () => {
		const { id, until } = await maelle.answers(noticeApi.create, { body: words() })
		await bastian.refuses(noticeApi.end, at(id), 403, 'not_yours')
		expect(await romain.answers(noticeApi.end, at(id))).toMatchObject({ state: 'ended', stopped: true })
		await maelle.refuses(noticeApi.renew, { ...at(id), body: {} }, 422, 'notice_stopped')
		await romain.answers(noticeApi.reopen, at(id))
		await maelle.answers(noticeApi.end, at(id))
		await maelle.refuses(noticeApi.end, at(id), 422, 'notice_closed')
		await bastian.refuses(noticeApi.write, { ...at(id), body: { text: 'Trop tard ?', key: randomWord() } }, 422, 'notice_ended')
		expect(await maelle.answers(noticeApi.renew, { ...at(id), body: {} })).toMatchObject({ state: 'open', until })
		await maelle.refuses(noticeApi.renew, { ...at(id), body: { until: '2020-01-01' } }, 400, 'bad_until')
		await maelle.answers(noticeApi.delete, at(id))
	})
})

describe('for a person without an account', () => {
	it('a notice is published with how they said it', async () => {
		const { members } = await mireia.answers(memberApi.kept)
		const jordi = members.find(({ name }) => name === 'Jordi Vilallonga')!
		const body = { ...words(), memberId: jordi.id }
		await mireia.refuses(noticeApi.create, { body: { ...body, how: 'by pigeon' } }, 400, 'unknown_way')
		const { id, version } = await mireia.answers(noticeApi.create, { body: { ...body, how: 'phone' } })
		await mireia.answers(noticeApi.edit, { ...at(id), body: { version: version!, text: 'Samedi.' } })
		expect(await bastian.answers(noticeApi.get, at(id))).toMatchObject({ by: { id: jordi.id }, how: 'phone' })
		await mireia.answers(noticeApi.delete, at(id))
		const own = await maelle.answers(noticeApi.create, { body: { ...words(), how: 'phone' } })
		expect(own).not.toHaveProperty('how')
		await maelle.answers(noticeApi.delete, at(own.id))
	})

	it('a notice is answered, and not sent to a person who did not agree by email', async () => {
		const { members } = await mireia.answers(memberApi.kept)
		const jordi = members.find(({ name }) => name === 'Jordi Vilallonga')!
		const { id } = await maelle.answers(noticeApi.create, { body: words() })
		expect(await mireia.answers(noticeApi.writing, { ...at(id), query: { for: jordi.id } })).toEqual({ obstacle: null, conversation: null, keeper: null })
		const path = { id: jordi.id, notice: id }
		expect(await mireia.answers(noticeApi.passing, { path })).toEqual({ name: jordi.name, obstacle: 'not_by_mail', sent: null, mail: null })
		await mireia.refuses(noticeApi.pass, { path, body: { seen: 'seen' } }, 422, 'not_by_mail')
		await bastian.refuses(noticeApi.passing, { path }, 403, 'not_yours')
		expect(await mireia.answers(noticeApi.passed, at(id))).toEqual({ people: [] })
		const body = { text: 'Jordi viendrait samedi.', key: randomWord(), for: jordi.id }
		const conversation = await mireia.answers(noticeApi.write, { ...at(id), body })
		expect(conversation).toMatchObject({ for: { id: jordi.id }, about: { type: 'notice', id } })
		expect((await mireia.answers(noticeApi.write, { ...at(id), body })).id).toBe(conversation.id)
		await bastian.refuses(noticeApi.write, { ...at(id), body }, 400, 'unknown_member')
		await maelle.answers(noticeApi.delete, at(id))
	})
})

it('needs that nobody answered for a week are listed for facilitators alone', async () => {
	const { notices } = await romain.answers(noticeApi.unanswered, { query: { limit: 100 } })
	expect(notices.every(({ kind, state }) => kind !== 'offer' && state === 'open')).toBe(true)
	expect(notices.map(({ published }) => published)).toEqual(notices.map(({ published }) => published).sort())
	await maelle.refuses(noticeApi.unanswered, {}, 403, 'not_yours')
})

it('what does not fit is refused with a reason', async () => {
	const refuses = (body: object, status: number, reason: string) => maelle.refuses(noticeApi.create, { body: { ...words(), ...body } }, status, reason)
	await refuses({ title: ' ' }, 400, 'title_missing')
	await refuses({ title: 'é'.repeat(NOTICE_LIMITS.title + 1) }, 400, 'too_long')
	await refuses({ kind: 'gift' }, 400, 'unknown_kind')
	await refuses({ mode: 'free' }, 400, 'unknown_mode')
	await refuses({ audience: 'group' }, 400, 'group_missing')
	await refuses({ audience: 'public' }, 400, 'unknown_audience')
	await refuses({ groupId: 999_999 }, 400, 'unknown_group')
	await refuses({ neededBy: '2026-02-30' }, 400, 'bad_day')
	await refuses({ memberId: ids.bastian }, 400, 'unknown_member')
	await refuses({ from: { part: 'seeks', text: 'Rien de tel' } }, 400, 'unknown_item')
	await refuses({ key: 'a b' }, 400, 'bad_key')
	await admin.refuses(noticeApi.create, { body: words() }, 404, 'no_card')
	await maelle.refuses(noticeApi.list, { query: { 'facet[nothing][]': 'x' } }, 400, 'unknown_facet')
	await maelle.refuses(noticeApi.list, { query: { sort: 'title' } }, 400, 'unknown_sort')
	await maelle.refuses(noticeApi.list, { query: { limit: 0 } }, 400, 'bad_limit')
	await maelle.refuses(noticeApi.mine, { query: { cursor: 'nothing' } }, 400, 'bad_cursor')
	await romain.refuses(noticeApi.unanswered, { query: { cursor: 'nothing' } }, 400, 'bad_cursor')
	await maelle.refuses(noticeApi.similar, { query: { kind: 'x' } }, 400, 'unknown_kind')
})
