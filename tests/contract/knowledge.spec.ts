/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { knowledgeApi } from '../../src/knowledge/api.ts'
import { account } from './account.ts'

const maelle = account('maelle-roumegous')

it('proposes what a need or an offer may be about', async () => {
	const text = 'Apprendre à tailler nos pommiers'
	const { proposals, chosen } = await maelle.answers(knowledgeApi.propose, { body: { text, side: 'need' } })
	expect(proposals.length).toBeGreaterThan(0)
	expect(proposals.length).toBeLessThanOrEqual(5)
	expect(chosen).toBeUndefined()
	const { about, sentence } = proposals[0]!
	expect(await maelle.answers(knowledgeApi.propose, { body: { text: '', side: 'need', about } })).toEqual({ proposals: [], chosen: { about, sentence } })
	expect(await maelle.answers(knowledgeApi.propose, { body: { text: '', side: 'help', about: 'learn/not-known' } })).toEqual({ proposals: [] })
	await maelle.refuses(knowledgeApi.propose, { body: { text: ['a'], side: 'need' } }, 400, 'wrong_type')
	await maelle.refuses(knowledgeApi.propose, { body: { text: 'a\u0000', side: 'need' } }, 400, 'bad_text')
	await maelle.refuses(knowledgeApi.propose, { body: { text: 'a'.repeat(501), side: 'need' } }, 400, 'too_long')
	await maelle.refuses(knowledgeApi.propose, { body: { text, side: 'both' } }, 400, 'unknown_kind')
})
