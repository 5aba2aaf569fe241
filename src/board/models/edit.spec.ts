/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import rules from '../../../tests/fixtures/rules/board-limits.json'
import { STARTER_MODELS } from '../models.ts'
import { freeSlug, modelProblem, moveItem, newModel, normalizedModel } from './edit.ts'
import { BoardModelSchema, MODEL_LIMITS } from './model.ts'

it('has the limits of the server', () => {
	expect(MODEL_LIMITS).toEqual(rules)
})

it('begins with models that can be stored', () => {
	for (const model of STARTER_MODELS) {
		expect(v.parse(BoardModelSchema, model)).toEqual(model)
		expect(model.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
		expect(modelProblem(model)).toBeNull()
		expect(normalizedModel(model, [])).toEqual(model)
	}
})

it.each([
	['Fête d’été', [], 'fete-d-ete'],
	['Fête', ['fete'], 'fete-2'],
	['Fête', ['fete', 'fete-2'], 'fete-3'],
	['…', [], 'tableau'],
	['a'.repeat(200), [], 'a'.repeat(60)],
])('the word for “%s”', (title, taken, slug) => {
	expect(freeSlug(title, taken)).toBe(slug)
})

describe('a model', () => {
	const model = newModel(' Chantier  participatif ', ['À voir', '  ', 'Fait'])

	it('is stored without empty entries', () => {
		const stored = normalizedModel({ ...model, labels: [{ title: ' ', color: '000000' }], welcome: { title: '', description: ' ' } }, STARTER_MODELS)
		expect(stored).toEqual({ slug: 'chantier-participatif', title: 'Chantier participatif', color: '0082C9', labels: [], stacks: [{ title: 'À voir' }, { title: 'Fait' }], mandate: false, welcome: null })
	})

	it('keeps its slug, which groups use', () => {
		expect(normalizedModel({ ...model, slug: 'chantier', title: 'Autre' }, []).slug).toBe('chantier')
	})

	it.each([
		[{ title: ' ' }, 'title'],
		[{ stacks: [{ title: ' ' }] }, 'stacks'],
		[{ welcome: { title: ' ', description: 'Bonjour' } }, 'welcome'],
		[{}, null],
	])('with %o lacks %s', (words, problem) => {
		expect(modelProblem({ ...model, ...words })).toBe(problem)
	})
})

it('moves an entry', () => {
	expect(moveItem(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
	expect(moveItem(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
	expect(moveItem(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
})
