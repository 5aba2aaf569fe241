/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GlossaryWords, TermEntry, TermWords } from '../../src/settings/model.ts'

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { settingsApi } from '../../src/settings/api.ts'
import { CharterSchema, GLOSSARY_LIMITS, GlossaryEntrySchema, NETWORK_LIMITS, NetworkSettingsSchema, TERM_LIMITS, TermEntrySchema } from '../../src/settings/model.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
/** Facilitates the network. */
const romain = account('romain-vielfaure')
/** Administers Nextcloud. */
const admin = account(process.env.RESEAU_ADMIN ?? 'admin')

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

describe('the administration', () => {
	it('is told all at once', async () => {
		const { settings, facilitation } = await admin.answers(settingsApi.network)
		expect(settings.name).toBe('Cordée d’Oc')
		expect(facilitation.people.map(({ uid }) => uid)).toContain(accountOf('romain-vielfaure'))
		expect((await admin.answers(settingsApi.setup)).length).toBeGreaterThan(0)
	})

	it('offers groups, accounts and folders', async () => {
		const groups = await admin.answers(settingsApi.groups, { query: { q: 'reseau-facil' } })
		expect(groups).toEqual([{ id: 'reseau-facilitation', name: 'reseau-facilitation' }])
		expect(await admin.answers(settingsApi.accounts, { query: { q: 'maelle' } })).toContainEqual({ uid: accountOf('maelle-roumegous'), name: 'Maëlle Roumégous' })
		await admin.answers(settingsApi.folders)
	})

	it('changes a setting from what it was', async () => {
		const { settings: { region } } = await admin.answers(settingsApi.network)
		expect((await admin.answers(settingsApi.changeNetwork, { body: { region: '84', was: { region } } })).settings.region).toBe('84')
		const { current } = await admin.refuses(settingsApi.changeNetwork, { body: { region: '93', was: { region } } }, 409, 'stale_version')
		expect(v.parse(NetworkSettingsSchema, current).region).toBe('84')
		await admin.answers(settingsApi.changeNetwork, { body: { region, was: { region: '84' } } })
	})

	it.each([
		['an empty name', { name: ' ' }, 'network_name_missing'],
		['a name too long', { name: 'a'.repeat(NETWORK_LIMITS.name + 1) }, 'too_long'],
		['a control character', { name: 'a\u0000' }, 'bad_text'],
		['a number for a text', { name: 3 }, 'wrong_type'],
		['a region nobody knows', { region: '99' }, 'unknown_region'],
		['a département nobody knows', { departements: ['20'] }, 'unknown_departement'],
		['too many départements', { departements: Array(1000).fill('12') }, 'too_many'],
		['a group nobody knows', { group: 'nobody' }, 'unknown_group'],
		['a path that climbs', { library: '/a/../..' }, 'bad_path'],
		['a folder that is not there', { library: '/zigouzague' }, 'unknown_folder'],
		['a preset nobody made', { preset: 'closed' }, 'unknown_preset'],
	])('refuses %s', async (_, wrong, reason) => {
		const { settings } = await admin.answers(settingsApi.network)
		const refusal = await admin.refuses(settingsApi.changeNetwork, { body: { ...wrong, was: settings } }, 400, reason)
		expect(refusal.field).toEqual(expect.any(String))
	})

	it('puts people into its own group, and takes them out', async () => {
		const set = (member: boolean) => admin.answers(settingsApi.setFacilitator, { body: { uid: accountOf('maelle-roumegous'), member } })
		expect((await set(true)).facilitation.people.map(({ uid }) => uid)).toContain(accountOf('maelle-roumegous'))
		expect((await set(false)).facilitation.people.map(({ uid }) => uid)).not.toContain(accountOf('maelle-roumegous'))
		await admin.refuses(settingsApi.setFacilitator, { body: { uid: 'nobody', member: true } }, 400, 'unknown_account')
		await admin.refuses(settingsApi.setFacilitator, { body: { uid: accountOf('maelle-roumegous') } }, 400, 'wrong_type')
	})

	it('keeps every version of the charter', async () => {
		const { charter } = await admin.answers(settingsApi.network)
		const from = charter?.version ?? 0
		const text = `Tenir parole, ${from}.`
		const written = await admin.answers(settingsApi.writeCharter, { body: { version: from, text } })
		expect(written.charter).toMatchObject({ version: from + 1, text })
		expect(await admin.answers(settingsApi.charter, { path: { version: from + 1 } })).toEqual(written.charter)
		expect((await admin.answers(settingsApi.charters))[0]).toMatchObject({ version: from + 1 })
		const { current } = await admin.refuses(settingsApi.writeCharter, { body: { version: from, text: 'Autre.' } }, 409, 'stale_version')
		expect(v.parse(CharterSchema, current)).toEqual(written.charter)
		await admin.refuses(settingsApi.writeCharter, { body: { text } }, 400, 'version_missing')
		await admin.refuses(settingsApi.writeCharter, { body: { version: from + 1, text: 'a'.repeat(200_000) } }, 400, 'too_long')
	})
})

describe('the vocabulary', () => {
	const TERM: TermWords = { labels: { fr: 'Mot du contrat', en: 'Word of the contract' }, meaning: 'Un mot d’essai.', spellings: ['Mot d’accord'] }
	const add = (words: Partial<TermWords> = {}) => romain.answers(settingsApi.addTerm, { body: { list: 'values', ...TERM, ...words } })

	/** Takes a word out that nobody has. */
	async function remove({ id, version }: TermEntry): Promise<void> {
		await romain.answers(settingsApi.setTermState, { path: { term: id }, body: { version, state: 'removed' } })
	}

	it('is read by everybody, with how many have each word', async () => {
		const { lists, left } = await maelle.answers(settingsApi.terms)
		expect(left).toBe(0)
		expect(lists.values.some(({ count }) => count > 0)).toBe(true)
		await maelle.refuses(settingsApi.ownWords, {}, 403, 'not_yours')
		const { groups } = await romain.answers(settingsApi.ownWords)
		expect(groups.every(({ words, count }) => words.length > 0 && count > 0)).toBe(true)
	})

	it('is changed by facilitators, and everything can be undone', async () => {
		const one = await add()
		const other = await add({ labels: { fr: 'Autre mot du contrat' }, spellings: [] })
		const path = { term: one.id }
		const state = settingsApi.setTermState
		const changed = await romain.answers(settingsApi.changeTerm, { path, body: { ...TERM, meaning: '', version: one.version } })
		const { current } = await romain.refuses(settingsApi.changeTerm, { path, body: { ...TERM, version: one.version } }, 409, 'stale_version')
		expect(v.parse(TermEntrySchema, current)).toEqual(changed)
		await romain.refuses(settingsApi.changeTerm, { path, body: TERM }, 400, 'version_missing')
		await romain.answers(settingsApi.placeTerm, { path, body: { after: null } })
		await romain.answers(settingsApi.placeTerm, { path, body: { after: other.id } })
		const retired = await romain.answers(state, { path, body: { version: changed.version, state: 'retired' } })
		const merged = await romain.answers(state, { path, body: { version: retired.version, state: 'merged', into: other.id } })
		expect(merged).toMatchObject({ state: 'merged', into: other.id })
		const at = { path: { term: other.id } }
		await romain.refuses(state, { ...at, body: { version: other.version, state: 'removed' } }, 409, 'term_in_use')
		const { lists } = await romain.answers(settingsApi.terms)
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

	it('catches up, and can begin with the proposed lists', async () => {
		expect(await romain.answers(settingsApi.catchUp)).toEqual({ left: 0 })
		// The demonstration has them already, and what somebody changed stays.
		expect(await romain.answers(settingsApi.loadStarter)).toMatchObject({ made: 0, updated: 0 })
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
		const refusal = await romain.refuses(settingsApi.addTerm, { body: { list: 'values', ...TERM, ...wrong } }, status, reason)
		expect(refusal.field).toEqual(expect.any(String))
	})
})

describe('the list of endpoints', () => {
	it('has none that was not tried', () => {
		expect(Object.entries(settingsApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	})

	it('names no reason that was not met', () => {
		const named = new Set(Object.values(settingsApi).flatMap(({ errors }) => [...errors]))
		// These two depend on how Nextcloud's groups are set up: tests/php/Settings/AdministrationTest.php meets them.
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual(['foreign_group', 'group_not_writable'])
	})
})
