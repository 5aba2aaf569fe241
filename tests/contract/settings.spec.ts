/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GlossaryWords } from '../../src/settings/model.ts'

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { settingsApi } from '../../src/settings/api.ts'
import { GLOSSARY_LIMITS, GlossaryEntrySchema } from '../../src/settings/model.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
/** Facilitates the network. */
const romain = account('romain-vielfaure')

const WORDS: GlossaryWords = { term: 'mot du contrat', acronyms: ['MDC'], synonyms: ['autre mot'], themes: ['circuits-courts'] }

it('tells the network’s words', async () => {
	const { values, sectors } = await maelle.answers(settingsApi.vocabulary)
	expect(values.length).toBeGreaterThan(0)
	expect(sectors.length).toBeGreaterThan(0)
})

describe('the glossary', () => {
	it('is read by everybody', async () => {
		const entries = await maelle.answers(settingsApi.glossary)
		expect(entries).toContainEqual(expect.objectContaining({ term: 'plan alimentaire territorial', acronyms: ['PAT'] }))
	})

	it('is written by facilitators', async () => {
		const made = await romain.answers(settingsApi.addToGlossary, { body: WORDS })
		const path = { entry: made.id }
		await maelle.refuses(settingsApi.changeGlossary, { path, body: { ...WORDS, version: made.version } }, 403, 'not_yours')
		const changed = await romain.answers(settingsApi.changeGlossary, { path, body: { ...WORDS, synonyms: [], version: made.version } })
		const { current } = await romain.refuses(settingsApi.changeGlossary, { path, body: { ...WORDS, version: made.version } }, 409, 'stale_version')
		expect(v.parse(GlossaryEntrySchema, current)).toEqual(changed)
		await romain.refuses(settingsApi.changeGlossary, { path, body: WORDS }, 400, 'version_missing')
		expect(await romain.answers(settingsApi.removeFromGlossary, { path })).toEqual(changed)
		await romain.refuses(settingsApi.removeFromGlossary, { path }, 404, 'not_found')
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
		const refusal = await romain.refuses(settingsApi.addToGlossary, { body: { ...WORDS, ...wrong } }, status, reason)
		expect(refusal.field).toEqual(expect.any(String))
	})
})

describe('the list of endpoints', () => {
	it('has none that was not tried', () => {
		expect(Object.entries(settingsApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	})

	it('names no reason that was not met', () => {
		const named = new Set(Object.values(settingsApi).flatMap(({ errors }) => [...errors]))
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual([])
	})
})
