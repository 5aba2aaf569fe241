/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { minutesApi } from '../../src/minutes/api.ts'
import { draftApi } from '../../src/minutes/draft/api.ts'
import { DRAFT_LIMITS, DraftSummarySchema } from '../../src/minutes/draft/model.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
/** Facilitate the network. */
const romain = account('romain-vielfaure')
const nadege = account('nadege-tremolieres')

const BEGIN = { key: 'draft-of-the-contract', name: 'Rencontre du contrat.odt', content: 'H4sIAAAA' }

it('a draft is kept, continued, handed on and deleted', async () => {
	const draft = await romain.answers(draftApi.begin, { body: BEGIN })
	expect(draft).toMatchObject({ name: BEGIN.name, minutes: null, from: null, version: 1 })
	expect(await romain.answers(draftApi.begin, { body: BEGIN })).toEqual(draft)
	const path = { draft: draft.id }
	const { id: minutes } = await romain.answers(minutesApi.start, { body: { hash: 'd2'.repeat(32), title: 'Brouillon du contrat', plan: '{"groups":[]}' } })
	const written = await romain.answers(draftApi.write, { path, body: { version: 1, content: 'H4sIAAAB', minutes } })
	expect(written).toMatchObject({ version: 2, minutes })
	const stale = await romain.refuses(draftApi.write, { path, body: { version: 1, content: '' } }, 409, 'stale_version')
	expect(v.parse(DraftSummarySchema, stale.current)).toEqual(written)
	expect(await romain.answers(draftApi.list)).toContainEqual(written)
	await romain.answers(draftApi.handOn, { path, body: { version: 2, uid: accountOf('nadege-tremolieres') } })
	await romain.refuses(draftApi.get, { path }, 404, 'not_found')
	expect(await nadege.answers(draftApi.get, { path })).toMatchObject({ content: 'H4sIAAAB', version: 3 })
	await nadege.answers(draftApi.delete, { path })
	await romain.answers(minutesApi.delete, { path: { minutes } })
})

describe('refusals', () => {
	it('people who do not facilitate keep nothing', async () => {
		await maelle.refuses(draftApi.list, {}, 403, 'not_yours')
		await maelle.refuses(draftApi.begin, { body: BEGIN }, 403, 'not_yours')
	})

	it.each([
		['no text', { content: 1 }, 'wrong_type'],
		['a control character', { name: 'a\u0000' }, 'bad_text'],
		['a name too long', { name: 'x'.repeat(DRAFT_LIMITS.name + 1) }, 'too_long'],
		['a key that is none', { key: 'x' }, 'bad_key'],
	])('%s', async (_, wrong, reason) => {
		await romain.refuses(draftApi.begin, { body: { ...BEGIN, ...wrong } as typeof BEGIN }, 400, reason)
	})

	it('a draft without its version, for unknown minutes, or for a stranger', async () => {
		const path = { draft: (await romain.answers(draftApi.begin, { body: { ...BEGIN, key: 'other-draft-of-the-contract' } })).id }
		await romain.refuses(draftApi.write, { path, body: {} as never }, 400, 'version_missing')
		await romain.refuses(draftApi.write, { path, body: { version: 1, minutes: 999_999 } }, 422, 'unknown_minutes')
		await romain.refuses(draftApi.handOn, { path, body: { version: 1, uid: accountOf('maelle-roumegous') } }, 422, 'unknown_facilitator')
		for (let n = (await romain.answers(draftApi.list)).length; n < DRAFT_LIMITS.drafts; n++) {
			await romain.answers(draftApi.begin, { body: { ...BEGIN, key: `draft-of-the-contract-${n}` } })
		}
		await romain.refuses(draftApi.begin, { body: { ...BEGIN, key: 'one-draft-too-many' } }, 422, 'too_many_drafts')
		for (const { id } of await romain.answers(draftApi.list)) {
			await romain.answers(draftApi.delete, { path: { draft: id } })
		}
	})
})

describe('the list of endpoints', () => {
	it('has been called completely', () => {
		expect(Object.entries(draftApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	})

	it('names only reasons that were returned', () => {
		const named = new Set(Object.values(draftApi).flatMap(({ errors }) => [...errors]))
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual([])
	})
})
