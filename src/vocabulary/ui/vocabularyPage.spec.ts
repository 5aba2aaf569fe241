/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ListName, TermEntry, TermLists } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import TermList from './TermList.vue'
import VocabularyPage from './VocabularyPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { seedVocabulary, TERMS_KEY } from '../queries.ts'
import { vocabularyReasons } from '../reasons.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)
registerReasons(vocabularyReasons)

const VALUE: TermEntry = { id: 1, version: 3, slug: 'ecoute', labels: { fr: 'Écoute' }, meaning: '', spellings: [], state: 'offered', into: null, count: 0 }
const nothing: TermLists['lists'] = { values: [], sectors: [], themes: [], publics: [], relations: [] }
let stored: TermLists

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
	server.getVocabulary.mockResolvedValue({ values: [], sectors: [], themes: [], publics: [] })
	server.getTerms.mockImplementation(async () => stored)
})

async function page(terms: TermLists, facilitator = true, list?: ListName) {
	stored = terms
	const { page } = mountPage(list ? TermList : VocabularyPage, {
		props: list && { list },
		router: await routerAt('/vocabulary'),
		provide: [[sessionKey, { facilitator }]],
		seed(cache) {
			seedVocabulary(cache, { values: [], sectors: [], themes: [], publics: [] })
			cache.setQueryData(TERMS_KEY, terms)
		},
	})
	const press = async (text: string) => {
		const button = page.findAll('button').find(({ element }) => (element.getAttribute('aria-label') ?? element.textContent.trim()) === text)
		expect(button, text).toBeDefined()
		await button!.trigger('click')
		await flushPromises()
	}
	return { page, press }
}

it('offers the proposed words to a network without any', async () => {
	const { page: mounted, press } = await page({ lists: nothing, left: 0 })
	server.loadStarter.mockImplementation(async () => {
		stored = { lists: { ...nothing, values: [VALUE] }, left: 0 }
		return { made: 132, updated: 0, unchanged: 0, skipped: 0 }
	})
	await press('Start with a suggested list')
	expect(mounted.text()).toContain('Écoute')
	expect(mounted.text()).not.toContain('Start with a suggested list')
	expect(useUndo().message.value?.text).toContain('132 words were added.')
})

it('adds a word, and gives it back to the form by undo', async () => {
	const { page: mounted, press } = await page({ lists: { ...nothing, values: [VALUE] }, left: 0 })
	const added = { ...VALUE, id: 2, labels: { fr: 'Lenteur' }, version: 1 }
	server.addTerm.mockResolvedValue(added)
	server.setTermState.mockResolvedValue({ ...added, state: 'removed', version: 2 })
	await press('Add a word')
	await mounted.get('.term-list__new input').setValue('Lenteur')
	await press('Save')
	expect(mounted.find('.term-list__new').exists()).toBe(false)
	await pressUndo('“Lenteur” was added.')
	expect(server.setTermState).toHaveBeenLastCalledWith(2, { version: 1, state: 'removed', into: undefined })
	expect(mounted.get<HTMLInputElement>('.term-list__new input').element.value).toBe('Lenteur')
})

it('does not offer them to others', async () => {
	const { page: mounted } = await page({ lists: nothing, left: 300 }, false)
	expect(mounted.findAll('button')).toEqual([])
	expect(mounted.text()).toContain('No word in this list yet. The facilitators of the network choose them.')
	expect(server.catchUp).not.toHaveBeenCalled()
})

it('updates the search index step by step, and can be stopped', async () => {
	let answer: (left: { left: number }) => void = () => undefined
	server.catchUp.mockImplementation(() => new Promise((resolve) => {
		answer = resolve
	}))
	const { page: mounted, press } = await page({ lists: { ...nothing, values: [VALUE] }, left: 1200 })
	expect(mounted.text()).toContain('about 1,200 cards left')
	answer({ left: 1000 })
	await flushPromises()
	expect(mounted.text()).toContain('about 1,000 cards left')
	expect(server.catchUp).toHaveBeenCalledTimes(2)
	await press('Stop')
	answer({ left: 800 })
	await flushPromises()
	expect(server.catchUp).toHaveBeenCalledTimes(2)
	await press('Continue')
	expect(server.catchUp).toHaveBeenCalledTimes(3)
	stored = { ...stored, left: 0 }
	answer({ left: 0 })
	await flushPromises()
	expect(mounted.text()).not.toContain('being brought in step')
})

it('says why a word cannot be removed, and restores a removed one', async () => {
	const { page: mounted, press } = await page({ lists: { ...nothing, values: [VALUE] }, left: 0 })
	server.setTermState.mockRejectedValueOnce(new ApiError(409, 'term_in_use'))
	await press('Change “Écoute”')
	await press('Remove')
	expect(mounted.text()).toContain('People use this word, or another is merged into it: it can be retired, not removed.')
	server.setTermState.mockImplementation(async (_, { state, version }) => {
		const entry = { ...VALUE, state, version: version + 1 }
		stored = { lists: { ...nothing, values: [entry] }, left: 0 }
		return entry
	})
	await press('Retire')
	expect(server.setTermState).toHaveBeenLastCalledWith(1, { version: 3, state: 'retired', into: null })
	await pressUndo('“Écoute” can no longer be chosen. People who have it keep it.')
	expect(server.setTermState).toHaveBeenLastCalledWith(1, { version: 4, state: 'offered', into: null })
})

it('edits the words that speak of a theme, and only of a theme', async () => {
	const theme: TermEntry = { ...VALUE, id: 4, slug: 'velo', labels: { fr: 'Vélo' }, words: ['bicyclette'] }
	const { page: mounted, press } = await page({ lists: { ...nothing, values: [VALUE], themes: [theme] }, left: 0 }, true, 'themes')
	server.changeTerm.mockImplementation(async (_, { version, ...words }) => ({ ...theme, ...words, version: version + 1 }))
	await press('Change “Vélo”')
	expect(mounted.text()).toContain('Words that speak of it')
	await mounted.find('form').trigger('submit')
	await flushPromises()
	expect(server.changeTerm).toHaveBeenCalledWith(4, expect.objectContaining({ labels: { fr: 'Vélo' }, words: ['bicyclette'] }))

	const { page: values, press: pressed } = await page({ lists: { ...nothing, values: [VALUE] }, left: 0 }, true, 'values')
	await pressed('Change “Écoute”')
	expect(values.text()).not.toContain('Words that speak of it')
})

it('shows a relation from both its ends, and edits both', async () => {
	const relation: TermEntry = { ...VALUE, id: 2, slug: 'carries', labels: { fr: 'porte' }, inverse: { fr: 'est porté par' }, count: 2 }
	const alike: TermEntry = { ...VALUE, id: 3, slug: 'see-also', labels: { fr: 'voir aussi' }, inverse: {} }
	const { page: mounted, press } = await page({ lists: { ...nothing, values: [VALUE], relations: [relation, alike] }, left: 0 }, true, 'relations')
	expect(mounted.text()).toContain('From the second: est porté par')
	expect(mounted.text()).toContain('Reads the same from both sides')
	expect(mounted.text()).toContain('2 links')
	await press('Change “porte”')
	const [from, back] = mounted.findAll<HTMLInputElement>('input')
	expect([from!.element.value, back!.element.value]).toEqual(['porte', 'est porté par'])
	await back!.setValue('a pour soutien')
	server.changeTerm.mockImplementation(async (_, { version, ...words }) => {
		const entry = { ...relation, ...words, version: version + 1 }
		stored = { lists: { ...nothing, relations: [entry] }, left: 0 }
		return entry
	})
	await mounted.find('form').trigger('submit')
	await flushPromises()
	expect(server.changeTerm).toHaveBeenCalledWith(2, expect.objectContaining({ labels: { fr: 'porte' }, inverse: { fr: 'a pour soutien' } }))
	expect(mounted.text()).toContain('From the second: a pour soutien')
})
