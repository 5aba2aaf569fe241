/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, expect, it } from 'vitest'
import { matchingApi } from '../../src/matching/api.ts'
import { memberApi } from '../../src/member/api.ts'
import { noticeApi } from '../../src/notice/api.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { account, tried } from './account.ts'

const odile = account('odile-marcenac')
const mireia = account('mireia-casanoves')

afterAll(() => {
	const untried = Object.values(matchingApi).filter((endpoint) => !tried.endpoints.has(endpoint))
	expect(untried.map(({ path }) => path)).toEqual([])
})

it('names people to meet, and says why', async () => {
	const { matches } = await odile.answers(matchingApi.list)
	expect(matches[0]).toMatchObject({ given: 'theyOffer', degree: 'sure', member: { uid: accountOf('aurelien-soubiran') } })
	expect(matches[0]!.reason).toContain(matches[0]!.member.name)
	expect((await odile.answers(matchingApi.list, { query: { limit: 1 } })).matches).toEqual(matches.slice(0, 1))
	expect((await odile.answers(matchingApi.show, { path: { id: matches[0]!.member.id } })).match).toEqual(matches[0])
	await odile.refuses(matchingApi.list, { query: { limit: 0 } }, 400, 'bad_limit')
	await odile.refuses(matchingApi.show, { path: { id: 999999999 } }, 404, 'not_found')
})

it('finds people for a card one keeps', async () => {
	const { members } = await mireia.answers(memberApi.kept)
	const jordi = members.find(({ name }) => name === 'Jordi Vilallonga')!
	const { matches } = await mireia.answers(matchingApi.list, { query: { member: jordi.id } })
	expect(matches[0]!.reason).toContain('Jordi Vilallonga')
	await odile.refuses(matchingApi.list, { query: { member: jordi.id } }, 403, 'not_yours')
	await odile.refuses(matchingApi.list, { query: { member: 'x' } }, 400, 'wrong_type')
})

it('names people a notice could interest', async () => {
	const { id } = await odile.answers(noticeApi.create, { body: { kind: 'need', title: 'Baisser la facture de chauffage de l’école', text: 'Une chaudière au fioul.', terms: ['sobriete-batiments'], key: randomWord() } })
	const { matches } = await odile.answers(matchingApi.ofNotice, { path: { notice: id } })
	expect(matches.map(({ direction }) => direction)).not.toContain('iOffer')
	await mireia.refuses(matchingApi.ofNotice, { path: { notice: id } }, 403, 'not_yours')
	await odile.answers(noticeApi.delete, { path: { notice: id } })
})

it('leaves out a declined person, until that is undone', async () => {
	const { matches } = await odile.answers(matchingApi.list)
	const { id } = matches[0]!.member
	const me = (await odile.answers(memberApi.mine)).id
	await odile.answers(matchingApi.decline, { path: { id }, body: {} })
	try {
		expect((await odile.answers(matchingApi.list)).matches.map(({ member }) => member.id)).not.toContain(id)
		expect((await odile.answers(matchingApi.show, { path: { id } })).match).toBeNull()
	} finally {
		await odile.answers(matchingApi.undo, { path: { id } })
	}
	expect((await odile.answers(matchingApi.list)).matches).toEqual(matches)
	await odile.refuses(matchingApi.decline, { path: { id: me }, body: {} }, 409, 'own_card')
	await account('admin').refuses(matchingApi.decline, { path: { id }, body: {} }, 404, 'no_card')
})
