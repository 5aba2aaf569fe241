/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GlossaryWords, TermEntry, TermWords } from '../../src/vocabulary/model.ts'

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { vocabularyApi } from '../../src/vocabulary/api.ts'
import { EXPRESSION_LIMITS, ExpressionSchema, GLOSSARY_LIMITS, GlossaryEntrySchema, TERM_LIMITS, TermEntrySchema } from '../../src/vocabulary/model.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
/** Facilitates the network. */
const romain = account('romain-vielfaure')

const WORDS: GlossaryWords = { term: 'mot du contrat', acronyms: ['MDC'], synonyms: ['autre mot'], themes: ['circuits-courts'] }

it('returns the vocabulary', async () => {
	const { values, sectors } = await maelle.answers(vocabularyApi.vocabulary)
	expect(values.length).toBeGreaterThan(0)
	expect(sectors.length).toBeGreaterThan(0)
})

describe('the glossary', () => {
	it('can be read by everybody', async () => {
		const entries = await maelle.answers(vocabularyApi.glossary)
		expect(entries).toContainEqual(expect.objectContaining({ term: 'plan alimentaire territorial', acronyms: ['PAT'] }))
	})

	it('is edited by facilitators', async () => {
		const made = await romain.answers(vocabularyApi.addToGlossary, { body: WORDS })
		const path = { entry: made.id }
		await maelle.refuses(vocabularyApi.changeGlossary, { path, body: { ...WORDS, version: made.version } }, 403, 'not_yours')
		const changed = await romain.answers(vocabularyApi.changeGlossary, { path, body: { ...WORDS, synonyms: [], version: made.version } })
		const { current } = await romain.refuses(vocabularyApi.changeGlossary, { path, body: { ...WORDS, version: made.version } }, 409, 'stale_version')
		expect(v.parse(GlossaryEntrySchema, current)).toEqual(changed)
		await romain.refuses(vocabularyApi.changeGlossary, { path, body: WORDS }, 400, 'version_missing')
		expect(await romain.answers(vocabularyApi.removeFromGlossary, { path })).toEqual(changed)
		await romain.refuses(vocabularyApi.removeFromGlossary, { path }, 404, 'not_found')
	})

	it.each([
		['a word that shows nothing', { term: ' \u200b ' }, 400, 'term_missing'],
		['a number for a text', { term: 3 }, 400, 'wrong_type'],
		['a text for a list', { synonyms: 'a' }, 400, 'wrong_type'],
		['a control character', { synonyms: ['a\u0000'] }, 400, 'bad_text'],
		['a word too long', { synonyms: ['a'.repeat(GLOSSARY_LIMITS.word + 1)] }, 400, 'too_long'],
		['a list too long', { acronyms: Array(10_000).fill('A') }, 400, 'too_many'],
		['a theme that does not exist', { themes: ['nothing'] }, 400, 'unknown_term'],
		['an acronym that is there already', { acronyms: ['pat'] }, 409, 'duplicate_term'],
	])('refuses %s', async (_, wrong, status, reason) => {
		const refusal = await romain.refuses(vocabularyApi.addToGlossary, { body: { ...WORDS, ...wrong } }, status, reason)
		expect(refusal.field).toEqual(expect.any(String))
	})
})

describe('the vocabulary', () => {
	const TERM: TermWords = { labels: { fr: 'Mot du contrat', en: 'Word of the contract' }, meaning: 'Un mot d’essai.', spellings: ['Mot d’accord'] }
	const add = (words: Partial<TermWords> = {}) => romain.answers(vocabularyApi.addTerm, { body: { list: 'values', ...TERM, ...words } })

	/** Takes a word out that nobody has. */
	async function remove({ id, version }: TermEntry): Promise<void> {
		await romain.answers(vocabularyApi.setTermState, { path: { term: id }, body: { version, state: 'removed' } })
	}

	it('can be read by everybody, with the number of people for each word', async () => {
		const { lists, left } = await maelle.answers(vocabularyApi.terms)
		expect(left).toBe(0)
		expect(lists.values.some(({ count }) => count > 0)).toBe(true)
		await maelle.refuses(vocabularyApi.ownWords, {}, 403, 'not_yours')
		const { groups } = await romain.answers(vocabularyApi.ownWords)
		expect(groups.every(({ words, count }) => words.length > 0 && count > 0)).toBe(true)
	})

	it('is changed by facilitators, and everything can be undone', async () => {
		const one = await add()
		const other = await add({ labels: { fr: 'Autre mot du contrat' }, spellings: [] })
		const path = { term: one.id }
		const state = vocabularyApi.setTermState
		const changed = await romain.answers(vocabularyApi.changeTerm, { path, body: { ...TERM, meaning: '', version: one.version } })
		const { current } = await romain.refuses(vocabularyApi.changeTerm, { path, body: { ...TERM, version: one.version } }, 409, 'stale_version')
		expect(v.parse(TermEntrySchema, current)).toEqual(changed)
		await romain.refuses(vocabularyApi.changeTerm, { path, body: TERM }, 400, 'version_missing')
		await romain.answers(vocabularyApi.placeTerm, { path, body: { after: null } })
		await romain.answers(vocabularyApi.placeTerm, { path, body: { after: other.id } })
		const retired = await romain.answers(state, { path, body: { version: changed.version, state: 'retired' } })
		const merged = await romain.answers(state, { path, body: { version: retired.version, state: 'merged', into: other.id } })
		expect(merged).toMatchObject({ state: 'merged', into: other.id })
		const at = { path: { term: other.id } }
		await romain.refuses(state, { ...at, body: { version: other.version, state: 'removed' } }, 409, 'term_in_use')
		const { lists } = await romain.answers(vocabularyApi.terms)
		for (const [into, status, reason] of [
			[undefined, 400, 'into_missing'],
			[other.id, 422, 'merge_itself'],
			[one.id, 422, 'merge_circle'],
			[lists.themes[0]!.id, 422, 'merge_other_list'],
		] as const) {
			await romain.refuses(state, { ...at, body: { version: other.version, state: 'merged', into } }, status, reason)
		}
		const { id: third, version } = lists.values.find(({ state, id }) => state === 'offered' && id !== other.id)!
		await romain.refuses(state, { path: { term: third }, body: { version, state: 'merged', into: one.id } }, 422, 'merge_not_offered')
		await romain.refuses(state, { ...at, body: { version: other.version, state: 'gone' } }, 400, 'unknown_state')
		await remove(await romain.answers(state, { path, body: { version: merged.version, state: 'offered' } }))
		await remove(other)
	})

	it('suggests themes for a text', async () => {
		const { themes } = await romain.answers(vocabularyApi.suggest, { body: { text: 'Des semis et du paillage pour un potager' } })
		expect(themes.length).toBeGreaterThan(0)
		expect(await romain.answers(vocabularyApi.suggest, { body: { text: '' } })).toEqual({ themes: [] })
		await romain.refuses(vocabularyApi.suggest, { body: { text: ['a'] } }, 400, 'wrong_type')
		await romain.refuses(vocabularyApi.suggest, { body: { text: 'a\u0000' } }, 400, 'bad_text')
		await romain.refuses(vocabularyApi.suggest, { body: { text: 'a'.repeat(3000) } }, 400, 'too_long')
	})

	it('updates the search index, and can begin with the proposed lists', async () => {
		expect(await romain.answers(vocabularyApi.catchUp)).toEqual({ left: 0 })
		// The demonstration has them already, and changes made by people are kept.
		expect(await romain.answers(vocabularyApi.loadStarter)).toMatchObject({ made: 0, updated: 0 })
	})

	it.each([
		['a list that does not exist', { list: 'glossary' }, 400, 'unknown_list'],
		['no label in French', { labels: { en: 'Word' } }, 400, 'label_missing'],
		['a language nobody knows', { labels: { fr: 'Mot', xx: 'W' } }, 400, 'unknown_field'],
		['a number for a text', { meaning: 3 }, 400, 'wrong_type'],
		['a control character', { meaning: 'a\u0000' }, 400, 'bad_text'],
		['a label too long', { labels: { fr: 'a'.repeat(TERM_LIMITS.label + 1) } }, 400, 'too_long'],
		['a list too long', { spellings: Array(10_000).fill('A') }, 400, 'too_many'],
		['a label that is there already', { labels: { fr: 'COOPERATION' } }, 409, 'duplicate_label'],
	])('refuses %s', async (_, wrong, status, reason) => {
		const refusal = await romain.refuses(vocabularyApi.addTerm, { body: { list: 'values', ...TERM, ...wrong } }, status, reason)
		expect(refusal.field).toEqual(expect.any(String))
	})
})

describe('expressions', () => {
	const EXPRESSION = { term: 'la zigouille du contrat', means: ['clothing'], not: [] }

	it('are seen and edited by facilitators', async () => {
		const made = await romain.answers(vocabularyApi.addExpression, { body: EXPRESSION })
		const path = { expression: made.id }
		const { expressions, situations } = await romain.answers(vocabularyApi.expressions)
		expect(expressions).toContainEqual(made)
		expect(situations.length).toBeGreaterThan(100)
		const understood = await romain.answers(vocabularyApi.readText, { body: { text: 'Une zigouille, sous contrat' } })
		expect(understood.situations[0]?.id).toBe('clothing')
		expect(understood.need.length).toBe(5)
		await maelle.refuses(vocabularyApi.expressions, {}, 403, 'not_yours')
		const changed = await romain.answers(vocabularyApi.changeExpression, { path, body: { ...EXPRESSION, not: ['book-giving'], version: made.version } })
		const { current } = await romain.refuses(vocabularyApi.changeExpression, { path, body: { ...EXPRESSION, version: made.version } }, 409, 'stale_version')
		expect(v.parse(ExpressionSchema, current)).toEqual(changed)
		await romain.refuses(vocabularyApi.changeExpression, { path, body: EXPRESSION }, 400, 'version_missing')
		await romain.refuses(vocabularyApi.addExpression, { body: EXPRESSION }, 409, 'duplicate_term')
		expect(await romain.answers(vocabularyApi.removeExpression, { path })).toEqual(changed)
	})

	it.each([
		['nothing that shows', { term: ' ' }, 'term_missing'],
		['words of every sentence', { term: 'pour les' }, 'everyday_words'],
		['no meaning', { means: [] }, 'situation_missing'],
		['a situation nobody knows', { means: ['not-known'] }, 'unknown_situation'],
		['both at the same time', { not: ['clothing'] }, 'contradiction'],
		['a number for a text', { term: 3 }, 'wrong_type'],
		['a control character', { term: 'a\u0000' }, 'bad_text'],
		['a text too long', { term: 'a'.repeat(EXPRESSION_LIMITS.expression + 1) }, 'too_long'],
		['a list too long', { means: Array(100).fill('clothing') }, 'too_many'],
	])('refuse %s', async (_, wrong, reason) => {
		await romain.refuses(vocabularyApi.addExpression, { body: { ...EXPRESSION, ...wrong } }, 400, reason)
	})
})

describe('the list of endpoints', () => {
	it('has been called completely', () => {
		expect(Object.entries(vocabularyApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	})

	it('names only reasons that were returned', () => {
		const named = new Set(Object.values(vocabularyApi).flatMap(({ errors }) => [...errors]))
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual([])
	})
})
