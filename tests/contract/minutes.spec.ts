/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { groupApi } from '../../src/group/api.ts'
import { minutesApi } from '../../src/minutes/api.ts'
import { AlreadyImportedSchema, MINUTES_LIMITS, PlanSchema } from '../../src/minutes/model.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
/** Facilitate the network. */
const romain = account('romain-vielfaure')
const nadege = account('nadege-tremolieres')

const PLAN = { groups: [{ position: 0, title: 'Groupe du contrat', cards: [] }], own: {} }
const START = { hash: 'd1'.repeat(32), title: 'Rencontre du contrat', plan: JSON.stringify(PLAN) }

it('minutes are imported, listed, continued, undone and deleted', async () => {
	const begun = await romain.answers(minutesApi.start, { body: START })
	expect(begun).toMatchObject({ state: 'draft', planned: 1, made: 0, groups: [], can: { edit: true, undo: false, delete: true } })
	expect(v.parse(PlanSchema, JSON.parse(begun.plan))).toEqual(PLAN)
	const refused = await nadege.refuses(minutesApi.start, { body: START }, 409, 'already_imported')
	expect(v.parse(AlreadyImportedSchema, refused.current)).toEqual(refused.current)
	const path = { minutes: begun.id }
	const making = await nadege.answers(minutesApi.save, { path, body: { version: begun.version, state: 'making' } })
	await romain.refuses(minutesApi.save, { path, body: { version: begun.version, title: 'Autre' } }, 409, 'stale_version')
	await romain.refuses(minutesApi.save, { path, body: { title: 'Autre' } }, 400, 'version_missing')
	await romain.refuses(minutesApi.save, { path, body: { version: making.version, state: 'draft' } }, 400, 'unknown_state')
	const group = await romain.answers(groupApi.create, { body: { title: 'Groupe du contrat', minutes: { id: begun.id, position: 0 } } })
	expect((await nadege.answers(minutesApi.get, { path })).groups).toEqual([{ position: 0, id: group.id, title: 'Groupe du contrat', status: 'forming' }])
	await romain.refuses(minutesApi.delete, { path }, 409, 'groups_left')
	await romain.answers(minutesApi.save, { path, body: { version: making.version, state: 'undoing' } })
	await romain.answers(groupApi.delete, { path: { group: group.id } })
	expect((await romain.answers(minutesApi.list)).find(({ id }) => id === begun.id)).toMatchObject({ state: 'undoing', made: 0 })
	await romain.answers(minutesApi.delete, { path })
})

it('people are found as far as the viewer may see them', async () => {
	const { people } = await romain.answers(minutesApi.people, { body: { people: [
		{ key: 'a', name: 'ROUMÉGOUS Maëlle' },
		{ key: 'b', email: 'personne.du.contrat@example.org' },
	] } })
	expect(people.map(({ key, matches }) => [key, matches.map(({ member, by }) => [member.name, by])])).toEqual([
		['a', [['Maëlle Roumégous', 'name']]],
		['b', []],
	])
})

describe('refusals', () => {
	it('people who do not facilitate import nothing', async () => {
		await maelle.refuses(minutesApi.list, {}, 403, 'not_yours')
		await maelle.refuses(minutesApi.people, { body: { people: [] } }, 403, 'not_yours')
	})

	it.each([
		['a hash that is none', { hash: 'x' }, 'wrong_type'],
		['no title', { title: ' ' }, 'minutes_nameless'],
		['a title too long', { title: 'x'.repeat(MINUTES_LIMITS.title + 1) }, 'too_long'],
		['a control character', { title: 'a\u0000' }, 'bad_text'],
		['no plan', { plan: '{}' }, 'bad_plan'],
		['too many groups', { plan: JSON.stringify({ groups: Array.from({ length: MINUTES_LIMITS.groups + 1 }, (_, position) => ({ position, title: 'G' })) }) }, 'too_many'],
		['an address in the plan', { plan: JSON.stringify({ ...PLAN, own: { who: 'lou@example.org' } }) }, 'address_in_plan'],
	])('%s', async (_, wrong, reason) => {
		await romain.refuses(minutesApi.start, { body: { ...START, ...wrong } }, 400, reason)
	})
})

describe('the list of endpoints', () => {
	it('has been called completely', () => {
		expect(Object.entries(minutesApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	})

	it('names only reasons that were returned', () => {
		const named = new Set(Object.values(minutesApi).flatMap(({ errors }) => [...errors]))
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual([])
	})
})
