/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { importApi } from '../../src/member/import/api.ts'
import { MOST_ROWS, ROWS_AT_ONCE } from '../../src/member/import/model.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
/** Facilitate the network. */
const romain = account('romain-vielfaure')
const nadege = account('nadege-tremolieres')

const START = { hash: 'c0'.repeat(32), total: 4, mapping: '{}', answers: '{}' }
const ROWS = [
	{ position: 2, row: { name: 'Personne du Contrat', contact: { email: 'contrat@example.org' } } },
	{ position: 3, row: { name: 'Personne du contrat' } },
	{ position: 4, row: { name: 'Maëlle Roumégous' } },
	{ position: 5, row: { name: 'Autre', headline: 'x'.repeat(10_000) } },
]

it('an import is checked, run, listed, and undone', async () => {
	const { rows: checked } = await romain.answers(importApi.check, { body: { rows: ROWS } })
	expect(checked.map(({ why }) => why)).toEqual([undefined, undefined, 'has_account', 'too_long'])
	const begun = await romain.answers(importApi.start, { body: START })
	expect(begun).toMatchObject({ import: { state: 'running', total: 4, done: 0 }, rows: [] })
	const path = { import: begun.import.id }
	const { import: running, rows } = await romain.answers(importApi.rows, { path, body: { rows: ROWS.slice(0, 3) } })
	expect(rows.map(({ outcome, why }) => why ?? outcome)).toEqual(['made', 'has_card', 'has_account'])
	expect(running.counts).toMatchObject({ made: 1, skipped: 2 })
	expect((await romain.answers(importApi.get, { path })).rows).toEqual(rows)
	expect((await romain.answers(importApi.list))[0]!.id).toBe(begun.import.id)
	expect((await romain.answers(importApi.finish, { path })).state).toBe('finished')
	await romain.refuses(importApi.rows, { path, body: { rows: ROWS } }, 409, 'import_over')
	const undone = await romain.answers(importApi.undo, { path, body: { after: 0 } })
	expect(undone).toMatchObject({ import: { state: 'undone' }, rows: [{ position: 2, outcome: 'undone' }], next: null })
})

describe('refusals', () => {
	it('people who do not facilitate import nobody, and nobody sees another person’s imports', async () => {
		await maelle.refuses(importApi.list, {}, 403, 'not_yours')
		await maelle.refuses(importApi.start, { body: START }, 403, 'not_yours')
		const { import: begun } = await romain.answers(importApi.start, { body: START })
		await nadege.refuses(importApi.get, { path: { import: begun.id } }, 404, 'not_found')
		await romain.answers(importApi.finish, { path: { import: begun.id } })
	})

	it.each([
		['a hash that is none', { hash: 'x' }, 'wrong_type'],
		['too many rows', { total: MOST_ROWS + 1 }, 'too_many'],
		['a mapping too long', { mapping: 'x'.repeat(20_001) }, 'too_long'],
		['a control character', { answers: 'a\u0000' }, 'bad_text'],
	])('%s', async (_, wrong, reason) => {
		await romain.refuses(importApi.start, { body: { ...START, ...wrong } }, 400, reason)
	})

	it('invalid rows, and too many at once', async () => {
		await romain.refuses(importApi.check, { body: { rows: [{ position: 'a', row: {} }] } }, 400, 'wrong_type')
		const many = Array.from({ length: ROWS_AT_ONCE + 1 }, (_, i) => ({ position: i + 1, row: {} }))
		await romain.refuses(importApi.check, { body: { rows: many } }, 400, 'too_many')
	})
})

describe('the list of endpoints', () => {
	it('has been called completely', () => {
		expect(Object.entries(importApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	})

	it('names only reasons that were returned', () => {
		const named = new Set(Object.values(importApi).flatMap(({ errors }) => [...errors]))
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual([])
	})
})
