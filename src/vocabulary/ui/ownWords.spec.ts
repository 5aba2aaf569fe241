/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { OwnWords as OwnWordsOf, TermEntry } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import OwnWords from './OwnWords.vue'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const entry = (id: number, label: string): TermEntry => ({ id, version: 1, slug: `t${id}`, labels: { fr: label }, meaning: '', spellings: [], state: 'offered', into: null, count: 0 })
const LISTS = { values: [entry(1, 'Écoute')], sectors: [entry(2, 'Énergie')], themes: [entry(3, 'Vélo')], publics: [entry(4, 'Enfants')], relations: [] }
const GROUPS: OwnWordsOf = {
	groups: [
		{ list: 'values', words: [{ word: 'Lenteur', count: 2 }, { word: 'La lenteur', count: 1 }], count: 3 },
		{ list: 'sectors', words: [{ word: 'Tonnellerie', count: 1 }], count: 1 },
		{ list: 'themes', words: [{ word: 'Ados', count: 1 }], count: 1 },
	],
	more: false,
}

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
	server.getOwnWords.mockResolvedValue(GROUPS)
	server.getTerms.mockResolvedValue({ lists: LISTS, left: 0 })
})

async function page() {
	const { page } = mountPage(OwnWords)
	await flushPromises()
	const press = async (text: string) => {
		const button = page.findAll('button').find(({ element }) => (element.getAttribute('aria-label') ?? element.textContent.trim()) === text)
		expect(button, text).toBeDefined()
		await button!.trigger('click')
		await flushPromises()
	}
	return { page, press }
}

it('lists what members wrote, with the list it is for', async () => {
	const { page: mounted } = await page()
	expect(mounted.findAll('li').map((row) => row.text())).toEqual([
		expect.stringContaining('Lenteur · La lenteur'),
		expect.stringContaining('Sectors · 1 person'),
		expect.stringContaining('Themes · 1 person'),
	])
})

it('adopts a word into its list', async () => {
	const { page: mounted, press } = await page()
	server.addTerm.mockResolvedValue(entry(9, 'Tonnellerie'))
	await press('Adopt “Tonnellerie”')
	await press('Save')
	expect(server.addTerm).toHaveBeenCalledWith('sectors', { labels: { fr: 'Tonnellerie' }, meaning: '', spellings: [] })
	expect(useUndo().message.value?.text).toBe('“Tonnellerie” is now in the list “Sectors”.')
	server.setTermState.mockResolvedValue(entry(9, 'Tonnellerie'))
	await pressUndo('“Tonnellerie” is now in the list “Sectors”.')
	expect(server.setTermState).toHaveBeenCalledWith(9, { version: 1, state: 'removed', into: undefined })
	expect(mounted.get<HTMLInputElement>('form input').element.value).toBe('Tonnellerie')
})

it('lets what something is about be a theme, a public or a sector', async () => {
	const { page: mounted, press } = await page()
	server.addTerm.mockResolvedValue(entry(9, 'Ados'))
	await press('Adopt “Ados”')
	expect(mounted.findAll('input[type=radio]').map((radio) => radio.element.closest('label')!.textContent.trim())).toEqual(['Themes', 'Publics', 'Sectors'])
	await mounted.findAll('input[type=radio]')[1]!.setValue()
	await press('Save')
	expect(server.addTerm).toHaveBeenCalledWith('publics', { labels: { fr: 'Ados' }, meaning: '', spellings: [] })
})

it('matches a word with one of any list it may be of', async () => {
	const { page: mounted, press } = await page()
	server.changeTerm.mockResolvedValue(entry(4, 'Enfants'))
	await press('Match “Ados” with an existing word')
	await mounted.get('[role=combobox]').setValue('enf')
	await mounted.get('[role=combobox]').trigger('keydown', { key: 'Enter' })
	await press('Match')
	expect(server.changeTerm).toHaveBeenCalledWith(4, { version: 1, labels: { fr: 'Enfants' }, meaning: '', spellings: ['Ados'] })
	await pressUndo('“Ados” now counts as “Enfants”.')
	expect(server.changeTerm).toHaveBeenLastCalledWith(4, expect.objectContaining({ spellings: [] }))
	expect(mounted.find('[role=combobox]').exists()).toBe(true)
})
