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
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import * as dav from '../files/dav.ts'
import { rightsOf } from '../files/model.ts'
import { nameOf } from '../files/names.ts'
import { fileReasons } from '../files/reasons.ts'
import * as sheets from '../sheet/gateway.ts'
import { sampleEntry } from '../testing/entry.ts'

vi.mock('../files/dav.ts')
vi.mock('../sheet/gateway.ts')
const files = vi.mocked(dav)
const server = vi.mocked(sheets)

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '/Bib', preset: 'request' }
const ROOT = sampleEntry('/Bib/', { id: '1' })

function library(values: Partial<Library> = {}): Library {
	return { state: 'open', root: { id: '1', path: '/Bib', name: 'Bib', team: true, can: { write: true } }, kinds: [], groups: [], can: { deposit: false }, ...values }
}

/** The content of each folder. */
function fill(folders: Record<string, Entry[]>, self: Partial<Entry> = {}): void {
	const all = Object.values(folders).flat()
	files.listFolders.mockResolvedValue(all.filter(({ folder }) => folder))
	files.findById.mockImplementation(async (_, id) => all.find((entry) => entry.id === id) ?? null)
	files.list.mockImplementation(async (path) => {
		if (!folders[path]) {
			throw new ApiError(404, 'not_found')
		}
		return { self: { ...path === '/Bib' ? ROOT : all.find((entry) => entry.path === path)!, ...self }, inside: folders[path] }
	})
	files.fileUrl.mockImplementation((id) => `/f/${id}`)
}

registerReasons(fileReasons)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = '<div id="reseau-aside"></div>'
	server.sheetsOfFiles.mockResolvedValue([])
	server.listSheets.mockResolvedValue({ sheets: [], facets: null, total: 0, next: null })
	Element.prototype.scrollIntoView = () => undefined
})

/** Until the library is known and what shows its folders is loaded. */
async function settle(): Promise<void> {
	await flushPromises()
	await vi.dynamicImportSettled()
	await flushPromises()
}

async function show(address = '/library?folder=top', admin = false) {
	const mounted = mountPage(LibraryPage, { router: await routerAt(address), seed: (cache) => seedVocabulary(cache, { values: [], sectors: [], themes: [], publics: [] }), provide: [[sessionKey, { ...session, admin }]] })
	await settle()
	return mounted
}

describe('without a library', () => {
	it.each([[true, 'No library folder is set yet', 1], [false, 'The network has no library yet', 0]])('an administrator (%s) sees what to do', async (admin, sentence, links) => {
		server.getLibrary.mockResolvedValue(library({ state: 'none', root: null }))
		const { page } = await show('/library?folder=top', admin)
		expect(page.text()).toContain(sentence)
		expect(page.findAll('a[href*="settings/admin/reseau"]')).toHaveLength(links)
		expect(files.listFolders).not.toHaveBeenCalled()
	})

	it('a member with files sees who can help', async () => {
		server.getLibrary.mockResolvedValueOnce(library({ state: 'out_of_reach', root: null })).mockResolvedValueOnce(library())
		fill({ '/Bib': [sampleEntry('/Bib/a.md')] })
		const { page } = await show()
		expect(page.text()).toContain('The library folder is not in your files: it was not shared with you, or was moved. Ask a facilitator of the network; none of your data is lost.')
		await page.get('.empty-content button').trigger('click')
		await settle()
		expect(page.get('[role=grid]').text()).toContain('a.md')
	})

	it('is loaded again when it is available', async () => {
		server.getLibrary.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(library())
		fill({ '/Bib': [] })
		const { page } = await show()
		expect(page.get('[role=alert]').text()).toContain('Could not load the library.')
		await page.get('[role=alert] button').trigger('click')
		await settle()
		expect(page.text()).toContain('This folder is empty. Drop files')
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

	it('is found by its id next to the tree, not after it', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill(all())
		files.listFolders.mockReturnValue(new Promise(() => undefined))
		const { page } = await show('/library?folder=20')
		expect(page.get('[role=grid]').text()).toContain('a.md')
	})

	it('stays visible if the library’s folder is renamed meanwhile', async () => {
		const renamed = () => ({ '/Neu': [sampleEntry('/Neu/Récits/', { id: '20' })], '/Neu/Récits': [sampleEntry('/Neu/Récits/a.md', { id: '21' })] })
		server.getLibrary.mockResolvedValueOnce(library()).mockResolvedValue(library({ root: { id: '1', path: '/Neu', name: 'Neu', team: false, can: { write: true } } }))
		fill(all())
		const { page } = await show()
		fill(renamed())
		files.list.mockImplementation(async (at) => {
			const inside = new Map(Object.entries(renamed())).get(at)
			if (!inside) {
				throw new ApiError(404, 'not_found')
			}
			return { self: sampleEntry(`${at}/`), inside }
		})
		await page.get('[role=treeitem]').trigger('click')
		await settle()
		expect(page.get('[role=grid]').text()).toContain('a.md')
		expect(page.find('[role=alert]:not(:empty) .ui-problem__sentence').exists()).toBe(false)
		expect(server.getLibrary).toHaveBeenCalledTimes(2)
	})

	it('that is removed with the whole library while it is open says who can help', async () => {
		server.getLibrary.mockResolvedValueOnce(library()).mockResolvedValue(library({ state: 'out_of_reach', root: null }))
		fill(all())
		const { page } = await show()
		fill({})
		await page.get('[role=treeitem]').trigger('click')
		await settle()
		expect(page.text()).toContain('The library folder is not in your files: it was not shared with you, or was moved. Ask a facilitator of the network; none of your data is lost.')
	})

	it('that is read-only offers nothing else, and says so', async () => {
		server.getLibrary.mockResolvedValue(library())
		const read = rightsOf('SG')
		fill({ '/Bib': [sampleEntry('/Bib/a.md', { rights: read })] }, { rights: read })
		const { page } = await show()
		expect(page.text()).toContain('You can read but not edit here. The person who manages this folder can change that.')
		expect(page.findAll('.ui-menu__button')).toHaveLength(1)
		await page.get('.file-row .ui-menu__button').trigger('click')
		expect(page.findAll('[role=menuitem]').map((item) => item.text())).toEqual(['Open', 'See the sheet', 'Make a copy…'])
		await page.get('.file-row').trigger('keydown', { key: 'Delete' })
		await flushPromises()
		expect(files.hasTrashbin).not.toHaveBeenCalled()
	})

	it('without a trash bin asks before deleting for good', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill(all())
		files.hasTrashbin.mockResolvedValue(false)
		const { page } = await show()
		await page.findAll('.file-row')[1]!.trigger('focus')
		await page.get('[role=grid]').trigger('keydown', { key: 'Delete' })
		await flushPromises()
		expect(files.remove).not.toHaveBeenCalled()
		expect(page.text()).toContain('This Nextcloud has no trash')
	})

	it('that could not be loaded is requested again', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill(all())
		files.list.mockRejectedValueOnce(new ApiError(500, 'server'))
		const { page } = await show()
		expect(page.get('.library__list [role=alert]:not(:empty)').text()).toContain('Could not load the files.')
		await page.get('.library__list [role=alert] button').trigger('click')
		await settle()
		expect(page.get('[role=grid]').text()).toContain('z.md')
	})

	it('without a sheet has a page too, if it is linked', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill(all())
		await show('/library?folder=20&file=21')
		const aside = document.querySelector('#reseau-aside')!
		expect(aside.textContent).toContain('This file has no sheet yet')
		expect(aside.querySelector('a[href="/library/sheet/21"]')).not.toBeNull()
	})

	it('that was dropped and cannot be read is reported', async () => {
		server.getLibrary.mockResolvedValue(library())
		fill(all())
		const { page } = await show()
		const entry = { isFile: true, file: (_: unknown, reject: (error: unknown) => void) => reject(new DOMException('gone', 'NotReadableError')) }
		await page.get('.library__list').trigger('drop', { dataTransfer: { items: [{ kind: 'file', webkitGetAsEntry: () => entry }], files: [] } })
		await flushPromises()
		expect(page.get('.library__list [role=alert]:not(:empty)').text()).toContain('Nothing you dropped was accepted.')
	})

	it('in a tree loaded folder by folder says so if it cannot be opened, and opens on a retry', async () => {
		server.getLibrary.mockResolvedValue(library())
		const folders = { ...all(), '/Bib/Récits': [sampleEntry('/Bib/Récits/Vieux/', { id: '22' })] }
		fill(folders)
		files.listFolders.mockResolvedValue([folders['/Bib'][1]!, ...Array.from({ length: 2999 }, (_, i) => sampleEntry(`/Bib/plein/${i}/`, { id: `n${i}` }))])
		const { page } = await show()
		const item = () => page.get('[role=treeitem]')
		const look = files.list.getMockImplementation()!
		files.list.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await item().get('.library-tree__arrow').trigger('click')
		await flushPromises()
		expect(page.get('.library-folders [role=alert]:not(:empty)').text()).toContain('Could not load the folders.')
		expect(item().attributes('aria-expanded')).toBe('false')
		files.list.mockImplementation(look)
		await item().get('.library-tree__arrow').trigger('click')
		await flushPromises()
		expect(page.findAll('[role=treeitem]').map((one) => one.text())).toEqual(['Récits', 'Vieux'])
		expect(page.find('.library-folders [role=alert]:not(:empty)').exists()).toBe(false)
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

describe('several files', () => {
	const NAMES = ['a.md', 'b.md', 'c.md', 'd.md']
	const path = (name: string) => `/Bib/${name}`
	const { message, dismiss } = useUndo()
	type Meets = (path: string) => ApiError | null

	/** What is at a path, away from there. */
	function take(from: Map<string, Entry>, at: string): Entry {
		const entry = from.get(at)
		if (!entry) {
			throw new ApiError(404, 'not_found')
		}
		from.delete(at)
		return entry
	}

	/** The library with four files and a folder; `refuse` says what a call with a file meets, `lose` what it meets after it is done. */
	async function showFour(refuse: Meets = () => null, values: (name: string) => Partial<Entry> = () => ({}), lose: Meets = () => null) {
		server.getLibrary.mockResolvedValue(library())
		const folder = sampleEntry('/Bib/Récits/', { id: '20' })
		const there = new Map(NAMES.map((name, index) => [path(name), sampleEntry(path(name), { id: String(30 + index), ...values(name) })]))
		const thrown = new Map<string, Entry>()
		files.listFolders.mockResolvedValue([folder])
		files.list.mockImplementation(async () => ({ self: ROOT, inside: [folder, ...there.values()].filter((entry) => entry.path.split('/').length === 3) }))
		files.hasTrashbin.mockResolvedValue(true)
		async function call(from: string, work: () => unknown): Promise<void> {
			const refused = refuse(from)
			if (refused) {
				throw refused
			}
			work()
			const lost = lose(from)
			if (lost) {
				throw lost
			}
		}
		files.stat.mockImplementation(async (from) => {
			await call(`look ${from}`, () => undefined)
			return there.get(from) ?? null
		})
		files.remove.mockImplementation((from) => call(from, () => thrown.set(from, take(there, from))))
		files.listTrash.mockImplementation(async () => [...thrown.values()].map(({ id, name, path }) => ({ name: `${name}.d1`, id, originalPath: path.slice(1), deletedAt: 1 })))
		files.restore.mockImplementation((name) => {
			const from = path(name.replace(/\.d1$/, ''))
			return call(`restore ${from}`, () => there.set(from, take(thrown, from)))
		})
		files.move.mockImplementation((from, to) => call(from, () => there.set(to, { ...take(there, from), path: to, name: nameOf(to) })))
		const { page } = await show()
		const key = async (name: string, options: Record<string, boolean> = {}) => {
			await page.get('[role=grid]').trigger('keydown', { key: name, ...options })
			await flushPromises()
		}
		const press = async (text: string) => {
			await page.findAll('button').find((button) => button.text() === text)!.trigger('click')
			await flushPromises()
		}
		return { page, key, press, there, names: () => [...there.keys()].sort() }
	}
	const selected = (page: Awaited<ReturnType<typeof showFour>>['page']) => page.findAll('.file-row[aria-selected=true]').map((row) => row.get('.file-row__name').text())
	const report = (page: Awaited<ReturnType<typeof showFour>>['page']) => page.findAll('.failed-files').map((box) => box.text()).join()
	const locked = new ApiError(423, 'locked')

	beforeEach(dismiss)

	it('are selected by keys, and the number is shown', async () => {
		const { page, key } = await showFour()
		await key('ArrowDown')
		await key(' ')
		expect(selected(page)).toEqual(['a.md'])
		await key('ArrowDown', { shiftKey: true })
		await key('ArrowDown', { shiftKey: true })
		expect(selected(page)).toEqual(['a.md', 'b.md', 'c.md'])
		expect(page.get('.selection-bar [role=status]').text()).toBe('3 selected')
		await key('ArrowUp', { shiftKey: true })
		expect(selected(page)).toEqual(['a.md', 'b.md'])
		await key('a', { ctrlKey: true })
		expect(page.get('.selection-bar [role=status]').text()).toBe('5 selected')
		await key('Escape')
		expect(selected(page)).toEqual([])
		expect(page.get('.selection-bar').text()).toBe('')
	})

	it('are selected by boxes, all of them too, and by a range', async () => {
		const { page } = await showFour()
		const box = (index: number) => page.get<HTMLInputElement>(`[data-index="${index}"] [type=checkbox]`)
		await box(1).trigger('click')
		await box(3).trigger('click', { shiftKey: true })
		expect(selected(page)).toEqual(['a.md', 'b.md', 'c.md'])
		await flushPromises()
		// The end of a range stays ticked, although the browser toggles the clicked box.
		await box(2).trigger('click', { shiftKey: true })
		await flushPromises()
		expect(selected(page)).toEqual(['a.md', 'b.md'])
		expect(box(2).element.checked).toBe(true)
		const all = page.get<HTMLInputElement>('.file-list-head [type=checkbox]')
		expect(all.element.indeterminate).toBe(true)
		await all.setValue(true)
		expect(selected(page)).toHaveLength(5)
		await all.setValue(false)
		expect(selected(page)).toEqual([])
		expect(page.find('.file-row[aria-current]').exists()).toBe(false)
	})

	it('go to the trash bin, except one that is refused, and are restored', async () => {
		const { page, key, names } = await showFour((from) => from === path('b.md') ? locked : null)
		await key('a', { ctrlKey: true })
		await key(' ')
		await key('Delete')
		expect(names()).toEqual([path('b.md')])
		expect(report(page)).toContain('Could not delete 1 item:')
		expect(report(page)).toContain('b.md Someone is working on this file right now.')
		expect(message.value!.text).toBe('3 items are in the trash.')
		expect(selected(page)).toEqual(['b.md'])
		// Reloaded once, not for each.
		expect(files.list).toHaveBeenCalledTimes(2)
		await pressUndo('3 items are in the trash.')
		await flushPromises()
		expect(names()).toEqual(NAMES.map(path))
		expect(files.listTrash).toHaveBeenCalledTimes(1)
	})

	it('that could not all be restored are listed, and can be retried', async () => {
		let busy = true
		const { page, key, names } = await showFour((from) => from === `restore ${path('c.md')}` && busy ? locked : null)
		await key('a', { ctrlKey: true })
		await key(' ')
		await key('Delete')
		await expect(message.value!.undo!()).rejects.toBe(locked)
		await flushPromises()
		expect(names()).toEqual(['a.md', 'b.md', 'd.md'].map(path))
		expect(report(page)).toContain('Could not restore 1 item:c.md')
		busy = false
		await pressUndo('4 items are in the trash.')
		expect(names()).toEqual(NAMES.map(path))
		expect(files.restore).toHaveBeenCalledTimes(5)
	})

	it('move except those the viewer may not move, and back again', async () => {
		const read = rightsOf('SG')
		const { page, key, names } = await showFour(undefined, (name) => name === 'a.md' ? { rights: read } : {})
		await key('a', { ctrlKey: true })
		await key(' ')
		await page.findAll('.selection-bar button').find((button) => button.text() === 'Move…')!.trigger('click')
		await flushPromises()
		const dialog = page.get('dialog[open]')
		expect(dialog.text()).toContain('Move 4 items to where?')
		expect(dialog.text()).toContain('1 of them stays where it is: you are not allowed to move it.')
		await dialog.get('[role=treeitem]').trigger('click')
		await dialog.findAll('button').find((button) => button.text() === 'Move here')!.trigger('click')
		await flushPromises()
		expect(names()).toEqual([path('Récits/b.md'), path('Récits/c.md'), path('Récits/d.md'), path('a.md')])
		expect(files.move).toHaveBeenCalledTimes(3)
		expect(report(page)).toContain('Could not move 1 item:a.md You are not allowed to do this.')
		expect(message.value!.text).toBe('3 items are now in “Récits”.')
		await pressUndo('3 items are now in “Récits”.')
		expect(names()).toEqual(NAMES.map(path))
	})

	it('are not tried after the server is gone, and a single failure is reported once', async () => {
		const { page, key, names } = await showFour((from) => from === path('b.md') ? new ApiError(0, 'offline') : null)
		await key('a', { ctrlKey: true })
		await key(' ')
		await key('Delete')
		expect(names()).toEqual(['b.md', 'c.md', 'd.md'].map(path))
		expect(files.remove).toHaveBeenCalledTimes(2)
		expect(report(page)).toContain('Could not delete 3 items:')
		expect(message.value!.text).toBe('“a.md” was moved to the trash.')
	})

	describe('whose answer is lost', () => {
		/** Meets an error a number of times. */
		function times(count: number, where: (path: string) => boolean, error: ApiError): Meets {
			let left = count
			return (at) => where(at) && left-- > 0 ? error : null
		}
		const lost = [['no answer', new ApiError(0, 'offline')], ['a failure of the server', new ApiError(500, 'server')], ['a proxy that waited no longer', new ApiError(504, 'server')]] as const
		const at = (name: string) => (one: string) => one === path(name)
		const looks = (one: string) => one.startsWith('look ')

		async function selectAll({ key }: Awaited<ReturnType<typeof showFour>>): Promise<void> {
			await key('a', { ctrlKey: true })
			await key(' ')
		}

		it.each(lost)('are in the trash bin, as shown, and are restored, after %s', async (_, error) => {
			const shown = await showFour(undefined, undefined, times(1, at('b.md'), error))
			await selectAll(shown)
			await shown.key('Delete')
			expect(shown.names()).toEqual([])
			expect(report(shown.page)).toBe('')
			expect(message.value!.text).toBe('4 items are in the trash.')
			await pressUndo('4 items are in the trash.')
			expect(shown.names()).toEqual(NAMES.map(path))
		})

		it.each(lost)('are moved, as shown, and moved back, after %s', async (_, error) => {
			const shown = await showFour(undefined, undefined, times(1, at('c.md'), error))
			await selectAll(shown)
			await shown.press('Move…')
			await shown.page.get('dialog[open] [role=treeitem]').trigger('click')
			await shown.press('Move here')
			expect(report(shown.page)).toBe('')
			expect(message.value!.text).toBe('4 items are now in “Récits”.')
			await pressUndo('4 items are now in “Récits”.')
			expect(shown.names()).toEqual(NAMES.map(path))
		})

		it.each(lost)('is renamed, as shown, and renamed back, after %s', async (_, error) => {
			const shown = await showFour(undefined, undefined, times(1, at('a.md'), error))
			await shown.key('ArrowDown')
			await shown.key('F2')
			await shown.page.get('dialog[open] input').setValue('z.md')
			await shown.press('Rename')
			expect(shown.page.find('dialog[open]').exists()).toBe(false)
			expect(message.value!.text).toBe('“a.md” is now called “z.md”.')
			await pressUndo('“a.md” is now called “z.md”.')
			expect(shown.names()).toEqual(NAMES.map(path))
		})

		it('are not in the trash bin if the server did nothing', async () => {
			const shown = await showFour(times(1, at('b.md'), new ApiError(500, 'server')))
			await selectAll(shown)
			await shown.key('Delete')
			expect(shown.names()).toEqual(['b.md', 'c.md', 'd.md'].map(path))
			expect(report(shown.page)).toContain('Could not delete 3 items:')
			expect(message.value!.text).toBe('“a.md” was moved to the trash.')
			await shown.press('Try again')
			expect(shown.names()).toEqual([])
			expect(report(shown.page)).toBe('')
			expect(message.value!.text).toBe('4 items are in the trash.')
			await pressUndo('4 items are in the trash.')
			expect(shown.names()).toEqual(NAMES.map(path))
		})

		it('with an unknown result are listed separately, and nothing is done twice', async () => {
			const offline = new ApiError(0, 'offline')
			const shown = await showFour(times(1, looks, offline), undefined, times(1, at('b.md'), offline))
			await selectAll(shown)
			await shown.key('Delete')
			expect(shown.page.findAll('.failed-files').map((box) => box.get('p').text())).toEqual(['Unknown whether this was done for 1 item:', 'Could not delete 2 items:'])
			expect(message.value!.text).toBe('“a.md” was moved to the trash.')
			await shown.press('Try again')
			expect(report(shown.page)).toBe('')
			expect(message.value!.text).toBe('4 items are in the trash.')
			await pressUndo('4 items are in the trash.')
			expect(shown.names()).toEqual(NAMES.map(path))
		})

		it('leaves the name in the dialog if the result is unknown, and finds it renamed the next time', async () => {
			const offline = new ApiError(0, 'offline')
			const shown = await showFour(times(1, looks, offline), undefined, times(1, at('a.md'), offline))
			await shown.key('ArrowDown')
			await shown.key('F2')
			await shown.page.get('dialog[open] input').setValue('z.md')
			await shown.press('Rename')
			expect(shown.page.get('dialog[open]').text()).toContain('The connection was lost before the server confirmed. Try again when you are connected: nothing is done twice.')
			await shown.press('Rename')
			expect(message.value!.text).toBe('“a.md” is now called “z.md”.')
			await pressUndo('“a.md” is now called “z.md”.')
			expect(shown.names()).toEqual(NAMES.map(path))
		})

		it('are restored, although the answer to restoring was lost and the result is unknown at first', async () => {
			const offline = new ApiError(0, 'offline')
			let cut = false
			const shown = await showFour((one) => cut && looks(one) ? offline : null, undefined, (one) => cut && one === `restore ${path('a.md')}` ? offline : null)
			await selectAll(shown)
			await shown.key('Delete')
			cut = true
			await expect(message.value!.undo!()).rejects.toMatchObject({ reason: 'unsure' })
			cut = false
			await pressUndo('4 items are in the trash.')
			expect(shown.names()).toEqual(NAMES.map(path))
			expect(files.restore).toHaveBeenCalledTimes(4)
		})
	})
})
