/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry, TrashEntry } from './model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as sheets from '../sheet/gateway.ts'
import * as gateway from './dav.ts'
import { fileKeys, useFileActions, useFolders, useModels } from './queries.ts'

vi.mock('./dav.ts')
vi.mock('../sheet/gateway.ts')
const dav = vi.mocked(gateway)

/** What the account has, by path. */
let files: Map<string, Entry>
let trash: TrashEntry[]
let next: number

function add(path: string, changes: Partial<Entry> = {}) {
	const entry = { id: String(next++), path, name: path.split('/').at(-1)!, folder: false, size: 5, ...changes } as Entry
	files.set(path, entry)
	return entry
}

function at(path: string) {
	const found = files.get(path)
	if (!found) {
		throw new ApiError(404, 'not_found')
	}
	return found
}

/** The call is carried out, but its answer is lost. */
const lost = new ApiError(0, 'offline')

beforeEach(() => {
	vi.resetAllMocks()
	files = new Map()
	trash = []
	next = 1
	dav.stat.mockImplementation(async (path) => files.get(path) ?? null)
	dav.list.mockImplementation(async (path) => ({ self: at(path), inside: [...files.values()].filter((one) => one.path.startsWith(`${path}/`)) }))
	dav.listTrash.mockImplementation(async () => trash)
	dav.mkcol.mockImplementation(async (path) => {
		if (files.has(path)) {
			throw new ApiError(405, 'exists')
		}
		return add(path, { folder: true }).id
	})
	dav.put.mockImplementation(async (path) => add(path, { size: 0 }).id)
	dav.move.mockImplementation(async (from, to) => {
		files.set(to, { ...at(from), path: to, name: to.split('/').at(-1)! })
		files.delete(from)
	})
	dav.copy.mockImplementation(async (from, to) => {
		add(to, { size: at(from).size })
	})
	dav.remove.mockImplementation(async (path) => {
		trash = [...trash, { name: `${at(path).name}.d1`, id: at(path).id, originalPath: path.slice(1), deletedAt: 1 }]
		files.delete(path)
	})
	dav.restore.mockImplementation(async (name) => {
		const found = trash.find((one) => one.name === name)!
		add(`/${found.originalPath}`, { id: found.id })
		trash = trash.filter((one) => one !== found)
	})
})

function mounted<T>(setup: () => T) {
	let used!: T
	const { cache } = mountPage({ setup: () => {
		used = setup()
		return () => h('p')
	} })
	return { used, cache }
}

const actions = () => mounted(useFileActions).used

/** Carries out the next call of one kind, and loses its answer. */
function loseAnswer(call: 'mkcol' | 'put' | 'move' | 'copy' | 'remove' | 'restore') {
	const usual = dav[call].getMockImplementation() as (...args: unknown[]) => Promise<never>
	dav[call].mockImplementationOnce(async (...args: unknown[]) => {
		await usual(...args)
		throw lost
	})
}

/** Loses the next call itself. */
const loseCall = (call: 'mkcol' | 'put' | 'move' | 'copy' | 'remove' | 'restore') => dav[call].mockRejectedValueOnce(lost)

describe('a change whose answer is lost', () => {
	it('of a new folder succeeds if the folder exists, and fails otherwise', async () => {
		const { makeFolder } = actions()
		expect(await makeFolder({ folder: '/Commun', name: ' Eau ' })).toBe('1')
		loseAnswer('mkcol')
		expect(await makeFolder({ folder: '/Commun', name: 'Pain' })).toBe('2')
		loseCall('mkcol')
		await expect(makeFolder({ folder: '/Commun', name: 'Vent' })).rejects.toBe(lost)
		expect([...files.keys()]).toEqual(['/Commun/Eau', '/Commun/Pain'])
	})

	it('of a new text succeeds if it exists; a name that is taken gets a number', async () => {
		add('/Commun')
		add('/Commun/Note.md')
		const { makeText } = actions()
		loseAnswer('put')
		const id = await makeText({ folder: '/Commun', name: 'Note.md' })
		const made = [...files.values()].at(-1)!
		expect([made.id, made.path]).toEqual([id, expect.stringMatching(/^\/Commun\/Note.*2.*\.md$/)])
		expect(dav.put).toHaveBeenCalledExactlyOnceWith(made.path, expect.any(Blob), null, expect.any(Number))
		const seconds = dav.put.mock.calls[0]![3]
		expect(Math.abs(seconds - Date.now() / 1000)).toBeLessThan(60)
		loseCall('put')
		await expect(makeText({ folder: '/Commun', name: 'Autre.md' })).rejects.toBe(lost)
	})

	it('of a move succeeds if this very file has arrived', async () => {
		const file = add('/Commun/a.md')
		const { rename, move } = actions()
		loseAnswer('move')
		await rename({ entry: file, name: ' b.md ' })
		expect([...files.keys()]).toEqual(['/Commun/b.md'])
		loseCall('move')
		const other = add('/Commun/Eau/b.md')
		const moved = await move({ entries: [at('/Commun/b.md')], folder: '/Commun/Eau' })
		expect([moved.done, moved.failed]).toEqual([[], [{ path: '/Commun/b.md', error: lost }]])
		expect(at('/Commun/Eau/b.md')).toBe(other)
	})

	it('of a copy succeeds if all of it has arrived', async () => {
		add('/Commun/a.md', { size: 7 })
		const { copy } = actions()
		expect(await copy({ path: '/Commun/a.md', folder: '/Commun', name: 'b.md' })).toBe(at('/Commun/b.md').id)
		loseAnswer('copy')
		expect(await copy({ path: '/Commun/a.md', folder: '/Commun', name: ' c.md ' })).toBe(at('/Commun/c.md').id)
		loseCall('copy')
		await expect(copy({ path: '/Commun/a.md', folder: '/Commun', name: 'd.md' })).rejects.toBe(lost)
		loseCall('copy')
		add('/Commun/e.md', { size: 3 })
		await expect(copy({ path: '/Commun/a.md', folder: '/Commun', name: 'e.md' })).rejects.toBe(lost)
	})

	it('of a deletion succeeds if the file is in the trash bin', async () => {
		const [one, two] = [add('/Commun/a.md'), add('/Commun/b.md')]
		const { remove } = actions()
		loseAnswer('remove')
		expect((await remove({ entries: [one], trash: true })).done).toEqual([one])
		loseCall('remove')
		expect((await remove({ entries: [two], trash: true })).failed).toEqual([{ path: '/Commun/b.md', error: lost }])
		// Deleted, but not found in the trash: the page says so.
		dav.remove.mockImplementationOnce(async (path) => {
			files.delete(path)
			throw lost
		})
		expect((await remove({ entries: [two], trash: true })).done).toEqual([])
	})

	it('of a deletion where there is no trash bin succeeds if the file is gone', async () => {
		const file = add('/Commun/a.md')
		const { remove } = actions()
		dav.remove.mockImplementationOnce(async (path) => {
			files.delete(path)
			throw lost
		})
		expect((await remove({ entries: [file], trash: false })).done).toEqual([file])
		expect(dav.listTrash).not.toHaveBeenCalled()
	})

	it('of a restoring succeeds if the file is back; what is not in the trash bin cannot be restored', async () => {
		const [one, two] = [add('/Commun/a.md'), add('/Commun/b.md')]
		await dav.remove(one.path)
		await dav.remove(two.path)
		const { restore } = actions()
		loseAnswer('restore')
		expect((await restore({ entries: [one] })).done).toEqual([one])
		expect([files.has('/Commun/a.md'), files.has('/Commun/b.md')]).toEqual([true, false])
		loseCall('restore')
		expect((await restore({ entries: [two] })).failed).toEqual([{ path: '/Commun/b.md', error: lost }])
		trash = []
		const gone = await restore({ entries: [two] })
		expect(gone.failed.map(({ error }) => (error as ApiError).reason)).toEqual(['not_in_trash'])
	})
})

describe('several folders', () => {
	it('are made as far as they are not there', async () => {
		add('/Commun/Eau', { folder: true })
		await actions().makeFolders({ folder: '/Commun', names: ['Eau', 'Pain'] })
		expect([...files.keys()]).toEqual(['/Commun/Eau', '/Commun/Pain'])
		dav.mkcol.mockRejectedValueOnce(new ApiError(403, 'forbidden'))
		await expect(actions().makeFolders({ folder: '/Commun', names: ['Vent', 'Terre'] })).rejects.toMatchObject({ reason: 'forbidden' })
		expect(files.has('/Commun/Terre')).toBe(false)
	})
})

describe('after a change', () => {
	it.each([[false], [true]])('everything pages show of files and sheets is read again, failed: %s', async (fails) => {
		const { used, cache } = mounted(useFileActions)
		const again = vi.spyOn(cache, 'invalidateQueries')
		if (fails) {
			loseCall('mkcol')
		}
		await used.makeFolder({ folder: '/Commun', name: 'Eau' }).catch(() => {})
		expect(again.mock.calls.map(([filters]) => filters?.key)).toEqual(expect.arrayContaining([fileKeys.all, ['library', 'sheets']]))
	})
})

describe('the folders of the library', () => {
	it.each([[2998, true], [2999, false]])('%i of them are complete: %s', async (count, complete) => {
		dav.listFolders.mockResolvedValue(Array.from({ length: count }, () => ({}) as Entry))
		const { data } = mounted(() => useFolders('/Commun')).used
		await flushPromises()
		expect([data.value?.complete, dav.listFolders.mock.lastCall!.slice(0, 2)]).toEqual([complete, ['/Commun', 3000]])
	})
})

describe('models', () => {
	it('are the files whose sheet says so by their titles, then those in the folder of models, each once', async () => {
		add('/Commun/Templates', { folder: true })
		const both = add('/Commun/Templates/fiche.odt')
		add('/Commun/Templates/plan.odt')
		add('/Commun/Templates/Anciens', { folder: true })
		vi.mocked(sheets.listSheets).mockResolvedValue({ sheets: [
			{ fileId: both.id, title: 'Fiche de chantier', file: { path: '/Templates/fiche.odt', name: 'fiche.odt', folder: false } },
			{ fileId: '90', title: 'Dossier', file: { path: '/Dossier', name: 'Dossier', folder: true } },
			{ fileId: '91', title: 'Hors de vue', file: null },
		] } as never)
		const { data } = mounted(() => useModels('/Commun', true)).used
		await flushPromises()
		expect(data.value?.map(({ title, path, name }) => [title, path, name])).toEqual([
			['Fiche de chantier', '/Commun/Templates/fiche.odt', 'fiche.odt'],
			['plan.odt', '/Commun/Templates/plan.odt', 'plan.odt'],
		])
	})

	it('are those of the sheets without a folder of models; other errors are shown', async () => {
		vi.mocked(sheets.listSheets).mockResolvedValue({ sheets: [] } as never)
		const without = mounted(() => useModels('/Commun', true)).used
		await flushPromises()
		expect(without.data.value).toEqual([])
		dav.list.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const failed = mounted(() => useModels('/Autre', true)).used
		await flushPromises()
		expect(failed.error.value).toBeInstanceOf(ApiError)
	})
})
