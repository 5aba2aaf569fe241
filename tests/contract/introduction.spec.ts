/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { introductionApi } from '../../src/matching/introduction/api.ts'
import { memberApi } from '../../src/member/api.ts'
import { messageApi } from '../../src/message/api.ts'
import { account, tried } from './account.ts'

const odile = account('odile-marcenac')
const aurelien = account('aurelien-soubiran')
const maelle = account('maelle-roumegous')
/** Facilitates the network. */
const romain = account('romain-vielfaure')
const cards = { odile: 0, aurelien: 0 }

beforeAll(async () => {
	cards.odile = (await odile.answers(memberApi.mine)).id
	cards.aurelien = (await aurelien.answers(memberApi.mine)).id
	for (const { id, can } of (await odile.answers(introductionApi.list)).introductions) {
		if (can.end) {
			await odile.answers(introductionApi.end, { path: { introduction: id } })
		}
	}
})

afterAll(() => {
	const untried = Object.values(introductionApi).filter((endpoint) => !tried.endpoints.has(endpoint))
	// The day to look back is weeks away: tests/php/Matching/MediationTest.php.
	expect(untried).toEqual([introductionApi.outcome])
})

it('a facilitator introduces two people who both agreed', async () => {
	const proposed = await odile.answers(introductionApi.propose, { path: { id: cards.aurelien }, body: { mediated: true } })
	expect(proposed).toMatchObject({ mine: true, state: 'proposed', mediated: true, with: { id: cards.aurelien } })
	expect(proposed.reasons.length).toBeGreaterThan(0)
	const path = { introduction: proposed.id }
	await odile.refuses(introductionApi.accept, { path }, 409, 'own_proposal')
	await maelle.refuses(introductionApi.accept, { path }, 404, 'not_found')
	await romain.refuses(introductionApi.take, { path }, 404, 'not_found')
	expect((await aurelien.answers(introductionApi.list)).introductions.find(({ id }) => id === proposed.id)?.can.accept).toBe(true)
	expect((await aurelien.answers(introductionApi.accept, { path })).state).toBe('agreed')

	await odile.refuses(introductionApi.mediations, {}, 403, 'not_yours')
	expect((await romain.answers(introductionApi.mediations)).mediations.map(({ id }) => id)).toContain(proposed.id)
	expect((await romain.answers(introductionApi.take, { path })).mediator?.mine).toBe(true)
	const day = `${new Date().getUTCFullYear() + 1}-06-15`
	const plan = { place: 'Café du marché', day, time: '18:00' }
	await romain.refuses(introductionApi.plan, { path, body: { ...plan, time: '25:00' } }, 400, 'bad_time')
	await romain.refuses(introductionApi.plan, { path, body: { ...plan, place: '' } }, 400, 'place_missing')
	expect((await romain.answers(introductionApi.plan, { path, body: plan })).appointment).toEqual(plan)
	expect((await aurelien.answers(introductionApi.absence, { path, body: { absent: true, text: 'Pas ce jour-là' } })).absence).toBe('Pas ce jour-là')
	await odile.refuses(introductionApi.outcome, { path, body: { text: '' } }, 409, 'too_early')
	expect((await romain.answers(introductionApi.handOver, { path })).mediator).toBeNull()
	expect(await odile.answers(introductionApi.end, { path })).toBeNull()
	await romain.refuses(introductionApi.take, { path }, 409, 'introduction_over')
})

it('a direct introduction opens the conversation of the two, which says why', async () => {
	const { id } = await odile.answers(introductionApi.propose, { path: { id: cards.aurelien }, body: { mediated: false } })
	const { conversation } = await aurelien.answers(introductionApi.accept, { path: { introduction: id } })
	const { messages } = await odile.answers(messageApi.get, { path: { conversation: conversation! } })
	expect(messages.at(-1)!.introduced).not.toEqual([])
	await odile.refuses(introductionApi.end, { path: { introduction: id } }, 409, 'introduced_already')
	await odile.refuses(introductionApi.propose, { path: { id: cards.odile }, body: { mediated: false } }, 409, 'own_card')
})
