/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DOMWrapper, VueWrapper } from '@vue/test-utils'
import type { GlossaryEntry } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import GlossaryList from './GlossaryList.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { GLOSSARY_KEY, seedVocabulary } from '../queries.ts'
import { vocabularyReasons } from '../reasons.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)
registerReasons(vocabularyReasons)

const vocabulary = { values: [], sectors: [], publics: [], themes: [{ id: 'jardins', label: 'Jardins partagés' }, { id: 'sols', label: 'Sols vivants' }] }
const GARDEN: GlossaryEntry = { id: 2, version: 1, term: 'jardin partagé', acronyms: [], synonyms: ['potager collectif'], themes: ['jardins'] }
const PLAN: GlossaryEntry = { id: 1, version: 4, term: 'plan alimentaire', acronyms: ['PAT'], synonyms: [], themes: [] }
const ADDED: GlossaryEntry = { id: 3, version: 1, term: 'tiers-lieu', acronyms: [], synonyms: ['atelier'], themes: [] }

/** What the server has, which also answers the questions asked after a change. */
let stored: GlossaryEntry[]

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
	stored = [GARDEN, PLAN]
	server.getVocabulary.mockResolvedValue(vocabulary)
	server.getGlossary.mockImplementation(async () => stored)
})

/** The page of a facilitator, with the stored list. */
function glossary({ facilitator = true, loaded = true } = {}): VueWrapper {
	return mountPage(GlossaryList, {
		provide: [[sessionKey, { facilitator }]],
		seed(cache) {
			seedVocabulary(cache, vocabulary)
			if (loaded) {
				cache.setQueryData(GLOSSARY_KEY, stored)
			}
		},
	}).page
}

const name = (element: Element) => element.getAttribute('aria-label') ?? element.textContent.trim()
const terms = (page: VueWrapper) => page.findAll('h2').map((heading) => heading.text())

async function press(page: VueWrapper, label: string): Promise<void> {
	const found = page.findAll('button').find(({ element }) => name(element) === label)
	expect(found, label).toBeDefined()
	await found!.trigger('click')
	await flushPromises()
}

function control(page: VueWrapper, label: string): Omit<DOMWrapper<HTMLInputElement>, 'exists'> {
	const id = page.findAll('label').find((one) => one.text() === label)!.attributes('for')
	return page.get<HTMLInputElement>(`[id="${id}"]`)
}

/** Adds a word to a list of the form. */
async function addTo(page: VueWrapper, label: string, word: string): Promise<void> {
	await control(page, label).setValue(word)
	await control(page, label).trigger('keydown', { key: 'Enter' })
}

async function submit(page: VueWrapper): Promise<void> {
	await page.get('form').trigger('submit')
	await flushPromises()
}

describe('reading', () => {
	it('shows words with their synonyms, editable only for facilitators', () => {
		const page = glossary({ facilitator: false })
		expect(terms(page)).toEqual(['jardin partagé', 'plan alimentaire'])
		expect(page.findAll('dl').map((list) => list.text())).toEqual([
			expect.stringMatching(/^Other names\s*potager collectif\s*Linked themes\s*Jardins partagés$/),
			expect.stringMatching(/^Acronyms\s*PAT$/),
		])
		expect(page.findAll('button')).toEqual([])
	})

	it('says that there is nothing yet, with a sentence for each role', async () => {
		stored = []
		expect(glossary({ facilitator: false }).text()).toContain('No word yet. The facilitators of the network write the glossary.')
		const page = glossary()
		expect(page.text()).toContain('Start with an acronym')
		await press(page, 'Add a word')
		expect(page.text()).not.toContain('Start with an acronym')
	})

	it('waits for the list, and retries after a failure', async () => {
		server.getGlossary.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const page = glossary({ loaded: false })
		expect(page.text()).toContain('Loading…')
		await flushPromises()
		expect(page.text()).toContain('Could not load the glossary.')
		await press(page, 'Try again')
		expect(terms(page)).toEqual(['jardin partagé', 'plan alimentaire'])
	})
})

describe('adding', () => {
	it('saves a word with its acronyms, other names and themes, and shows it in its place', async () => {
		const page = glossary()
		server.addToGlossary.mockImplementation(async () => {
			stored = [GARDEN, PLAN, ADDED]
			return ADDED
		})
		await press(page, 'Add a word')
		expect(document.activeElement).toBe(control(page, 'Word or expression').element)
		await control(page, 'Word or expression').setValue(' tiers-lieu ')
		await addTo(page, 'Acronyms', 'TL')
		// Typed and not yet added goes along.
		await control(page, 'Other names').setValue('atelier, grange')
		await control(page, 'Other names').trigger('blur')
		await addTo(page, 'Linked themes', 'jardins')
		await submit(page)
		expect(server.addToGlossary).toHaveBeenCalledExactlyOnceWith({ term: 'tiers-lieu', acronyms: ['TL'], synonyms: ['atelier', 'grange'], themes: ['jardins'] })
		expect(terms(page)).toEqual(['jardin partagé', 'plan alimentaire', 'tiers-lieu'])
		expect(name(document.activeElement!)).toBe('Change “tiers-lieu”')
		expect(useUndo().message.value?.text).toContain('“tiers-lieu” was saved.')
	})

	it('asks for the word, and focuses it', async () => {
		const page = glossary()
		await press(page, 'Add a word')
		await submit(page)
		expect(server.addToGlossary).not.toHaveBeenCalled()
		expect(page.text()).toContain('Enter the word.')
		expect(document.activeElement).toBe(control(page, 'Word or expression').element)
	})

	it.each(['Word or expression', 'Acronyms', 'Other names'])('does not cut a word that is too long: %s', async (label) => {
		const page = glossary()
		await press(page, 'Add a word')
		await control(page, 'Word or expression').setValue('tiers-lieu')
		await addTo(page, label, '🌾'.repeat(122))
		await submit(page)
		expect(page.text()).toContain('2 characters too long.')
		expect(document.activeElement).toBe(control(page, label).element)
		expect(server.addToGlossary).not.toHaveBeenCalled()
	})

	it.each([
		['term', 'Word or expression', 'pat'],
		['acronyms.1', 'Acronyms', 'PAT'],
	])('names the entry that already has the word: %s', async (field, label, word) => {
		server.addToGlossary.mockRejectedValueOnce(new ApiError(409, 'duplicate_term', { field }))
		const page = glossary()
		await press(page, 'Add a word')
		await control(page, 'Word or expression').setValue(field === 'term' ? word : 'autre')
		await addTo(page, 'Acronyms', 'AUT')
		await addTo(page, 'Acronyms', word)
		await submit(page)
		expect(page.text()).toContain(`“${word}” is already in the glossary, for “plan alimentaire”.`)
		expect(document.activeElement).toBe(control(page, label).element)
		// What is written otherwise is no longer refused.
		await control(page, 'Word or expression').setValue('encore autre')
		await press(page, `Remove ${word}`)
		expect(page.text()).not.toContain('already')
	})

	it('keeps the input after a failure, and after losing the role of facilitator', async () => {
		server.addToGlossary.mockRejectedValueOnce(new ApiError(0, 'offline')).mockRejectedValueOnce(new ApiError(403, 'not_yours'))
		const page = glossary()
		await press(page, 'Add a word')
		await control(page, 'Word or expression').setValue('tiers-lieu')
		await submit(page)
		expect(page.get('form').text()).toContain('What you wrote is still here.')
		await submit(page)
		expect(page.get('form').text()).toContain('Only facilitators of the network can do this. Nothing was changed.')
		expect(control(page, 'Word or expression').element.value).toBe('tiers-lieu')
	})

	it('closes without saving', async () => {
		const page = glossary()
		await press(page, 'Add a word')
		await press(page, 'Close without saving')
		expect(page.find('form').exists()).toBe(false)
		expect(name(document.activeElement!)).toBe('Add a word')
	})
})

describe('changing', () => {
	it('sends the version it is based on', async () => {
		const changed = { ...PLAN, version: 5, synonyms: ['manger ici'] }
		server.changeGlossary.mockImplementation(async () => {
			stored = [GARDEN, changed]
			return changed
		})
		const page = glossary()
		await press(page, 'Change “plan alimentaire”')
		await addTo(page, 'Other names', 'manger ici')
		await submit(page)
		expect(server.changeGlossary).toHaveBeenCalledExactlyOnceWith(1, { version: 4, term: 'plan alimentaire', acronyms: ['PAT'], synonyms: ['manger ici'], themes: [] })
		expect(page.text()).toContain('manger ici')
		expect(name(document.activeElement!)).toBe('Change “plan alimentaire”')
	})

	it('changes nothing on Cancel', async () => {
		const page = glossary()
		await press(page, 'Change “plan alimentaire”')
		await control(page, 'Word or expression').setValue('autre')
		await press(page, 'Close without saving')
		expect(terms(page)).toEqual(['jardin partagé', 'plan alimentaire'])
		expect(name(document.activeElement!)).toBe('Change “plan alimentaire”')
	})

	/** The form after another person added « assiette » in the meantime. */
	async function conflict(): Promise<VueWrapper> {
		const theirs = { ...PLAN, version: 5, synonyms: ['assiette'] }
		server.changeGlossary
			.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: theirs }))
			.mockImplementation(async (id, body) => ({ ...body, id, version: body.version + 1 }))
		const page = glossary()
		await press(page, 'Change “plan alimentaire”')
		await addTo(page, 'Other names', 'manger ici')
		await submit(page)
		expect(page.get('form').text()).toContain('Someone else changed this word in the meantime.')
		expect(page.get('form').text()).toContain('assiette')
		expect(document.activeElement).toBe(page.get('[role="group"]').element)
		expect(server.changeGlossary).toHaveBeenCalledOnce()
		return page
	}

	it('keeps my version on request', async () => {
		const page = await conflict()
		await press(page, 'Keep mine')
		expect(server.changeGlossary).toHaveBeenLastCalledWith(1, expect.objectContaining({ version: 5, synonyms: ['manger ici'] }))
		expect(page.find('form').exists()).toBe(false)
	})

	it('takes the other version on request', async () => {
		const page = await conflict()
		await press(page, 'Use the other')
		expect(server.changeGlossary).toHaveBeenCalledOnce()
		expect(page.find('form').exists()).toBe(false)
	})

	it('merges both versions, to be checked before saving', async () => {
		const page = await conflict()
		await press(page, 'Keep both')
		expect(server.changeGlossary).toHaveBeenCalledOnce()
		await submit(page)
		expect(server.changeGlossary).toHaveBeenLastCalledWith(1, expect.objectContaining({ version: 5, synonyms: ['manger ici', 'assiette'] }))
	})

	it('keeps the input when another person removes the word in the meantime', async () => {
		server.changeGlossary.mockRejectedValueOnce(new ApiError(404, 'not_found'))
		server.addToGlossary.mockImplementation(async (words) => {
			const back = { ...words, id: 1, version: 6 }
			stored = [back]
			return back
		})
		const page = glossary()
		await press(page, 'Change “plan alimentaire”')
		await addTo(page, 'Other names', 'manger ici')
		// The list is reloaded, without it.
		server.removeFromGlossary.mockResolvedValue(GARDEN)
		stored = []
		await press(page, 'Remove “jardin partagé”')
		await submit(page)
		expect(page.get('form').text()).toContain('Someone removed this word in the meantime. Save again to restore it as you wrote it.')
		await submit(page)
		expect(server.addToGlossary).toHaveBeenCalledExactlyOnceWith({ term: 'plan alimentaire', acronyms: ['PAT'], synonyms: ['manger ici'], themes: [] })
		expect(terms(page)).toContain('plan alimentaire')
	})
})

describe('removing', () => {
	it('is done immediately, and can be undone', async () => {
		server.removeFromGlossary.mockImplementation(async () => {
			stored = [PLAN]
			return GARDEN
		})
		server.addToGlossary.mockImplementation(async (words) => {
			const back = { ...words, id: 2, version: 3 }
			stored = [back, PLAN]
			return back
		})
		const page = glossary()
		await press(page, 'Remove “jardin partagé”')
		expect(server.removeFromGlossary).toHaveBeenCalledExactlyOnceWith(2)
		expect(terms(page)).toEqual(['plan alimentaire'])
		const { text, undo } = useUndo().message.value!
		expect(text).toBe('“jardin partagé” was removed from the glossary.')
		await undo!()
		await flushPromises()
		expect(server.addToGlossary).toHaveBeenCalledExactlyOnceWith({ term: 'jardin partagé', acronyms: [], synonyms: ['potager collectif'], themes: ['jardins'] })
		expect(terms(page)).toEqual(['jardin partagé', 'plan alimentaire'])
	})

	it('says why when it fails', async () => {
		server.removeFromGlossary.mockRejectedValueOnce(new ApiError(403, 'not_yours'))
		const page = glossary()
		await press(page, 'Remove “jardin partagé”')
		expect(page.text()).toContain('Only facilitators of the network can do this. Nothing was changed.')
		expect(terms(page)).toContain('jardin partagé')
	})
})
