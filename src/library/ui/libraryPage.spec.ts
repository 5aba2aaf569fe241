/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from '../files/model.ts'
import type { Library } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import LibraryPage from './LibraryPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { seedVocabulary, sessionKey } from '../../settings/index.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import * as dav from '../files/dav.ts'
import { rightsOf } from '../files/model.ts'
import * as sheets from '../sheet/gateway.ts'
import { sampleEntry } from '../testing/entry.ts'

vi.mock('../files/dav.ts')
vi.mock('../sheet/gateway.ts')
const files = vi.mocked(dav)
const server = vi.mocked(sheets)

const session = { uid: 'remi', name: 'Rémi', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '/Bib', preset: 'request' }
const ROOT = sampleEntry('/Bib/', { id: '1' })

function library(values: Partial<Library> = {}): Library {
	return { state: 'open', root: { id: '1', path: '/Bib', name: 'Bib', team: true, can: { write: true } }, kinds: [], groups: [], can: { deposit: false }, ...values }
}

/** What is in which folder. */
function fill(folders: Record<string, Entry[]>, self: Partial<Entry> = {}): void {
	const all = Object.values(folders).flat()
	files.folders.mockResolvedValue(all.filter(({ folder }) => folder))
	files.byId.mockImplementation(async (_, id) => all.find((entry) => entry.id === id) ?? null)
	files.list.mockImplementation(async (path) => {
		if (!folders[path]) {
			throw new ApiError(404, 'not_found')
		}
		return { self: { ...path === '/Bib' ? ROOT : all.find((entry) => entry.path === path)!, ...self }, inside: folders[path] }
	})
	files.fileUrl.mockImplementation((id) => `/f/${id}`)
}

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = '<div id="reseau-aside"></div>'
	server.sheetsOfFiles.mockResolvedValue([])
	server.listSheets.mockResolvedValue({ sheets: [], facets: null, total: 0, next: null })
	Element.prototype.scrollIntoView = () => undefined
})

async function show(address = '/library', admin = false) {
	const mounted = mountPage(LibraryPage, { router: await routerAt(address), seed: (cache) => seedVocabulary(cache, { values: [], sectors: [], themes: [], publics: [] }), provide: [[sessionKey, { ...session, admin }]] })
	await flushPromises()
	await flushPromises()
	return mounted
}

describe('without a library', () => {
	it.each([[true, 'No folder is chosen', 1], [false, 'The network has no library yet', 0]])('administrator (%s) is told what to do', async (admin, sentence, links) => {
		server.getLibrary.mockResolvedValue(library({ state: 'none', root: null }))
		const { page } = await show('/library', admin)
		expect(page.text()).toContain(sentence)
		expect(page.findAll('a[href*="settings/admin/reseau"]')).toHaveLength(links)
		expect(files.folders).not.toHaveBeenCalled()
	})

	it('among one’s files, says who can help', async () => {
		server.getLibrary.mockResolvedValueOnce(library({ state: 'out_of_reach', root: null })).mockResolvedValueOnce(library())
		fill({ '/Bib': [sampleEntry('/Bib/a.md')] })
		const { page } = await show()
		expect(page.text()).toContain('it was not shared with you, or was moved away')
		await page.get('.ui-empty button').trigger('click')
		await flushPromises()
		await flushPromises()
		expect(page.get('[role=grid]').text()).toContain('a.md')
	})

	it('that came, asks again', async () => {
		server.getLibrary.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(library())
		fill({ '/Bib': [] })
		const { page } = await show()
		expect(page.get('[role=alert]').text()).toContain('The library did not come.')
		await page.get('[role=alert] button').trigger('click')
		await flushPromises()
		await flushPromises()
		expect(page.text()).toContain('Nothing is in this folder yet. Drop files')
	})
})

describe('a folder', () => {
	const all = () => ({ '/Bib': [sampleEntry('/Bib/z.md'), sampleEntry('/Bib/Récits/', { id: '20' })], '/Bib/Récits': [sampleEntry('/Bib/Récits/a.md', { id: '21' })] })

	it('shows folders first, and the line of a file’s sheet', async () => {
		server.getLibrary.mockResolvedValue(library())
		const [file] = all()['/Bib']
		server.sheetsOfFiles.mockResolvedValue([{ fileId: file!.id, title: 'Le puits', summary: 'Un puits à sec.', kind: 'failure', kindLabel: 'Récit', outcome: 'failed', places: ['Aude'], status: 'published', found: null, file: null }])
		fill(all())
		const { page } = await show()
		expect(page.findAll('[role=treeitem]').map((item) => item.text())).toEqual(['Récits'])
		const rows = page.findAll('[role=rowgroup] [role=row]').map((row) => row.text())
		expect(rows[0]).toContain('Récits')
		expect(rows[1]).toContain('Le puits')
		expect(rows[1]).toContain('failed · Aude')
		expect(server.sheetsOfFiles).toHaveBeenCalledTimes(1)
	})

	it('is found by its number beside the tree, not after it', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill(all())
		files.folders.mockReturnValue(new Promise(() => undefined))
		const { page } = await show('/library?folder=20')
		expect(page.get('[role=grid]').text()).toContain('a.md')
	})

	it('that one may only read offers nothing else, and says so', async () => {
		server.getLibrary.mockResolvedValue(library())
		const read = rightsOf('SG')
		fill({ '/Bib': [sampleEntry('/Bib/a.md', { rights: read })] }, { rights: read })
		const { page } = await show()
		expect(page.text()).toContain('You can read here, not change.')
		expect(page.findAll('.ui-menu__button')).toHaveLength(1)
		await page.get('.file-row .ui-menu__button').trigger('click')
		expect(page.findAll('[role=menuitem]').map((item) => item.text())).toEqual(['Open', 'See the sheet', 'Make a copy…'])
		await page.get('.file-row').trigger('keydown', { key: 'Delete' })
		await flushPromises()
		expect(files.hasTrash).not.toHaveBeenCalled()
	})

	it('without a trash asks before something goes for good', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill(all())
		files.hasTrash.mockResolvedValue(false)
		const { page } = await show()
		await page.findAll('.file-row')[1]!.trigger('focus')
		await page.get('[role=grid]').trigger('keydown', { key: 'Delete' })
		await flushPromises()
		expect(files.remove).not.toHaveBeenCalled()
		expect(page.text()).toContain('This Nextcloud has no trash')
	})

	it('that did not come is asked for again', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill(all())
		files.list.mockRejectedValueOnce(new ApiError(500, 'server'))
		const { page } = await show()
		expect(page.get('.library__list [role=alert]:not(:empty)').text()).toContain('The files did not come.')
		await page.get('.library__list [role=alert] button').trigger('click')
		await flushPromises()
		await flushPromises()
		expect(page.get('[role=grid]').text()).toContain('z.md')
	})

	it('of 10,000 files has few rows in the page', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill({ '/Bib': Array.from({ length: 10_000 }, (_, index) => sampleEntry(`/Bib/${index}.md`, { id: String(index + 100) })) })
		const { page } = await show()
		expect(page.get('[role=grid]').attributes('aria-rowcount')).toBe('10001')
		expect(page.findAll('.file-row').length).toBeLessThan(100)
		expect(server.sheetsOfFiles.mock.calls.every(([ids]) => ids.length <= 200)).toBe(true)
	})
})
