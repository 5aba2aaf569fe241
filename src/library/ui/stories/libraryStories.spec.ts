/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Library, Stories } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import LibraryPage from '../LibraryPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import { seedVocabulary } from '../../../vocabulary/index.ts'
import * as dav from '../../files/dav.ts'
import * as gateway from '../../sheet/gateway.ts'
import { sampleStories, sampleStory, sampleSummary } from '../../sheet/testing/sample.ts'

vi.mock('../../files/dav.ts')
vi.mock('../../sheet/gateway.ts')
const files = vi.mocked(dav)
const server = vi.mocked(gateway)

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '/Bib', preset: 'request' }

function library(write = true): Library {
	return { state: 'open', root: { id: '1', path: '/Bib', name: 'Bib', team: true, can: { write } }, kinds: [], groups: [{ id: 3, title: 'Aller vers', folderId: '9', elsewhere: '/Aller vers' }], can: { deposit: false } }
}

const SAMPLE: Stories = sampleStories({
	fresh: { sheets: [sampleStory(), sampleStory({ fileId: '13', title: 'Semis d’août', outcome: 'worked', learnt: '' })], total: 7 },
	wanted: { sheets: [sampleStory({ fileId: '14', title: 'La grange', outcome: 'mixed', wanted: 'Un maçon' })], total: 3 },
	signable: { sheets: [sampleStory({ fileId: '17', title: 'Des villages', kind: 'manifesto', outcome: null })], total: 1 },
	themes: [{ id: 'jardins', label: 'Jardins', count: 5 }],
	toSign: [],
	all: { sheets: [], total: 38 },
	near: { places: [{ id: 'departement:11', label: 'Aude' }, { id: 'departement:66', label: 'Pyrénées-Orientales' }], sheets: [sampleStory({ fileId: '15', title: 'Le four' })], total: 2 },
	mine: [sampleStory({ fileId: '16', title: 'Brouillon', status: 'draft' }), ...['a', 'b', 'c', 'd'].map((title, index) => sampleStory({ fileId: `2${index}`, title }))],
})

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = '<div id="reseau-aside"></div>'
	server.sheetsOfFiles.mockResolvedValue([])
	server.getLibrary.mockResolvedValue(library())
})

async function show(address: string, stories: Stories | ApiError = SAMPLE, at = library()) {
	server.getLibrary.mockResolvedValue(at)
	server.getStories.mockImplementation(() => stories instanceof ApiError ? Promise.reject(stories) : Promise.resolve(stories))
	const mounted = mountPage(LibraryPage, {
		router: await routerAt(address),
		seed: (cache) => seedVocabulary(cache, { values: [], sectors: [], themes: [{ id: 'jardins', label: 'Jardins' }], publics: [] }),
		provide: [[sessionKey, session]],
	})
	await flushPromises()
	await vi.dynamicImportSettled()
	await flushPromises()
	return mounted
}
type Page = Awaited<ReturnType<typeof show>>['page']
const titles = (page: Page) => page.findAll('.found-row__title').map((title) => title.text())
const lists = (page: Page) => page.findAll('.story-list h2').map((title) => title.text())
const address = (page: Page, text: string) => decodeURI(page.findAll('a').find((link) => link.attributes('aria-label') === text || link.text() === text)?.attributes('href') ?? '')

describe('the library', () => {
	it('opens on stories of all outcomes, by what was learnt, and looks into no folder', async () => {
		const { page } = await show('/library')
		expect(lists(page)).toEqual(['New stories', 'Asking for help', 'Near you: Aude and Pyrénées-Orientales', 'Your stories, finished or not', 'To be signed'])
		const rows = page.findAll('.found-row')
		expect(rows.slice(0, 3).map((row) => [row.get('h3').text(), row.get('.found-row__text').text(), row.findAll('.ui-hint').at(-1)!.text()])).toEqual([
			['Le jardin sans clé', 'La clé était la règle du jeu.', 'failed · Pyrénées-Orientales'],
			['Semis d’août', 'Un jardin de pied d’immeuble fermé par un portail.', 'worked · Pyrénées-Orientales'],
			['La grange', 'Un maçon', 'mixed · Pyrénées-Orientales'],
		])
		expect(server.getStories).toHaveBeenCalledTimes(1)
		expect(server.listSheets).not.toHaveBeenCalled()
		expect(files.listFolders).not.toHaveBeenCalled()
		expect(page.findAll('.button-vue--primary').map((one) => one.attributes('href'))).toEqual(['/library/tell'])
	})

	it('leads to all of each sort that has more by an address, and goes on with what is unfinished', async () => {
		const { page } = await show('/library')
		expect(address(page, 'See all: New stories, 7')).toBe('/library?facet[outcome][]=worked&facet[outcome][]=mixed&facet[outcome][]=failed')
		expect(address(page, 'See all: Everything in the library, the newest first, 38')).toBe('/library?show=all')
		expect(address(page, 'See all: Asking for help, 3')).toBe('/library?facet[help][]=wanted')
		expect(address(page, 'See all: Near you: Aude and Pyrénées-Orientales, 2')).toBe('/library?facet[territory][]=departement:11&facet[territory][]=departement:66')
		expect(address(page, 'See all: Your stories, finished or not, 5')).toBe('/library?show=mine')
		expect(address(page, 'See all: To be signed, 1')).toBe('')
		expect(address(page, 'Jardins')).toBe('/library?facet[term][]=jardins')
		expect(address(page, 'Brouillon')).toBe('/library/sheet/16/edit')
		expect(titles(page)).not.toContain('d')
	})

	it('lists all own stories', async () => {
		const { page } = await show('/library?show=mine')
		expect(titles(page)).toEqual(['Brouillon', 'a', 'b', 'c', 'd'])
	})

	it('lists everything, the newest first', async () => {
		server.listSheets.mockResolvedValue({ sheets: [sampleSummary()], facets: null, total: 1, next: null })
		const { page } = await show('/library?show=all')
		expect(server.listSheets).toHaveBeenCalledWith({ sort: 'fresh' }, expect.anything())
		expect(page.text()).toContain('Everything in the library, the newest first')
		expect(titles(page)).toEqual(['Le jardin sans clé'])
	})

	it('says what to do where there is nothing yet', async () => {
		const { page } = await show('/library', sampleStories())
		expect(page.get('.empty-content').text()).toContain('Nobody has shared an experience here yet.')
		expect(page.findAll('.button-vue--primary').map((one) => one.attributes('href'))).toEqual(['/library/tell'])
		expect(page.get('.empty-content a').attributes('href')).toBe('/library?folder=top')
	})

	it('offers to add a story only with permission to add files', async () => {
		const { page } = await show('/library', SAMPLE, library(false))
		expect(page.find('a[href="/library/tell"]').exists()).toBe(false)
	})

	it('is asked again after a failure', async () => {
		const { page } = await show('/library', new ApiError(0, 'offline'))
		expect(page.text()).toContain('Could not load the sheets.')
		server.getStories.mockResolvedValue(SAMPLE)
		await page.get('.ui-problem button').trigger('click')
		await flushPromises()
		expect(lists(page)).toHaveLength(5)
	})
})

describe('folders', () => {
	it('come second, at an address, without asking for stories', async () => {
		files.listFolders.mockResolvedValue([])
		files.list.mockRejectedValue(new ApiError(0, 'offline'))
		const { page, router } = await show('/library?folder=top')
		expect(server.getStories).not.toHaveBeenCalled()
		expect(files.listFolders).toHaveBeenCalledTimes(1)
		expect(page.findAll('.ui-tabs a').map((link) => link.attributes('aria-current'))).toEqual(['false', 'page'])
		expect(page.text()).toContain('Folders of your groups next to the library')
		await router.push('/library')
		await flushPromises()
		expect(lists(page)).toHaveLength(5)
		expect(page.find('.library').exists()).toBe(false)
	})
})

it('stories of a theme lead to the people and notices that have it too', async () => {
	server.listSheets.mockResolvedValue({ sheets: [sampleSummary()], facets: null, total: 1, next: null })
	const { page } = await show('/library?facet[term][]=jardins')
	expect(address(page, 'People')).toBe('/members?facet[theme][]=jardins')
	expect(address(page, 'Notices')).toBe('/notices?facet[term][]=jardins')
})
