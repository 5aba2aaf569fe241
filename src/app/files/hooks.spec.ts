/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileAction, FileNode, SidebarTab } from './registry.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mayDescribe } from './describe.ts'
import { fileAction, numberOf, sidebarTab, TAB, TAG } from './hooks.ts'
import { onLinkRequest, takeLinkRequest } from './linkRequest.ts'
import { addFileAction, addSidebarTab } from './registry.ts'

const words = { action: 'Relier au réseau', loading: 'En route…', failed: 'Rechargez la page.', retry: 'Réessayer' }
const node = (id: unknown = '42', more: object = {}) => ({ id, fileid: undefined, path: '/a.md', permissions: 31, ...more }) as unknown as FileNode
const around = (nodes: FileNode[]) => ({ nodes, view: {}, folder: {}, contents: [] }) as unknown as Parameters<FileAction['exec']>[0]

function registered() {
	return window._nc_files_scope!.v4_0!
}

afterEach(() => {
	delete window._nc_files_scope
})

describe('the registry of Files', () => {
	it('gets the tab and the action by their ids, whether or not Files was there first', () => {
		const tab = sidebarTab(words, vi.fn())
		const action = fileAction(words)
		addSidebarTab(tab)
		addFileAction(action)
		expect(registered()).toEqual({ filesSidebarTabs: new Map([[TAB, tab]]), fileActions: new Map([[action.id, action]]) })

		const other = { ...action, id: 'another' }
		registered().fileActions = new Map([['another', other]])
		addFileAction(action)
		expect([...registered().fileActions!.keys()]).toEqual(['another', action.id])
	})

	it('notifies listeners that were already registered', () => {
		const heard: FileAction[] = []
		const registry = new EventTarget()
		window._nc_files_scope = { v4_0: { registry } }
		registry.addEventListener('register:action', (event) => heard.push((event as CustomEvent<FileAction>).detail))
		addFileAction(fileAction(words))
		expect(heard.map(({ id }) => id)).toEqual(['reseau-link'])
	})
})

describe('the tab', () => {
	const context = (of: FileNode) => ({ node: of }) as Parameters<NonNullable<SidebarTab['enabled']>>[0]

	it('loads nothing before it is opened, then defines its element immediately', async () => {
		const load = vi.fn(async () => ({ define: async () => {} }))
		const tab = sidebarTab(words, load)
		expect(customElements.get(TAG)).toBeUndefined()
		await tab.onInit!()
		expect(customElements.get(TAG)).toBeDefined()
		expect(load).not.toHaveBeenCalled()
	})

	it('is shown for nodes with an id', () => {
		const { enabled } = sidebarTab(words, vi.fn())
		expect([node('42'), node(7), node(undefined, { fileid: 7 }), node(''), node('remote-1'), node(-3), node(0)].map((one) => enabled!(context(one))))
			.toEqual([true, true, true, false, false, false, false])
		expect(numberOf(node('9007199254740993'))).toBe('9007199254740993')
	})
})

describe('the action', () => {
	const open = vi.fn()

	beforeEach(() => {
		open.mockReset()
		window.OCA = { Files: { _sidebar: () => ({ open }) } }
	})
	afterEach(() => {
		delete window.OCA
		onLinkRequest(null)
	})

	it('opens the tab of the file, which starts linking once', async () => {
		const file = node('42')
		expect(await fileAction(words).exec(around([file]))).toBeNull()
		expect(open).toHaveBeenCalledWith(file, TAB)
		expect([takeLinkRequest('43'), takeLinkRequest('42'), takeLinkRequest('42')]).toEqual([false, true, false])
	})

	it('notifies the open tab', async () => {
		const heard = vi.fn()
		onLinkRequest(heard)
		await fileAction(words).exec(around([node('42')]))
		expect(heard).toHaveBeenCalledWith('42')
	})

	it('is for a single file, in each form Files passes it', async () => {
		const { enabled, exec } = fileAction(words)
		expect(enabled!(around([node()]))).toBe(true)
		expect([enabled!(around([])), enabled!(around([node(), node('7')])), enabled!(around([node('')]))]).toEqual([false, false, false])
		expect(enabled!([node()] as unknown as Parameters<typeof exec>[0])).toBe(true)
		expect(await exec(node() as unknown as Parameters<typeof exec>[0])).toBeNull()
		expect(open).toHaveBeenCalledTimes(1)
	})

	it('does nothing without a sidebar', async () => {
		delete window.OCA
		expect(await fileAction(words).exec(around([node()]))).toBe(false)
	})
})

describe('whether the viewer may write a sheet', () => {
	const root = { id: '1', path: '/Bibliothèque', name: 'Bibliothèque', team: false, can: { write: true } }
	const library = (more: object = {}) => ({ state: 'open' as const, root, ...more })

	it.each([
		['a file of the library', library(), '/Bibliothèque/a.md', 31, true],
		['in a folder of it', library(), '/Bibliothèque/Récits/a.md', 2, true],
		['that may only be read', library(), '/Bibliothèque/a.md', 1, false],
		['elsewhere', library(), '/a.md', 31, false],
		['of a folder whose name begins alike', library(), '/Bibliothèque 2/a.md', 31, false],
		['the library itself', library(), '/Bibliothèque', 31, false],
		['a library out of reach', library({ state: 'out_of_reach', root: null }), '/Bibliothèque/a.md', 31, false],
		['all one’s files are the library', library({ root: { ...root, path: '/' } }), '/a.md', 31, true],
	])('%s', (_, of, path, permissions, may) => {
		expect(mayDescribe(of, { path, permissions })).toBe(may)
	})
})
