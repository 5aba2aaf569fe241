/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileNode } from './registry.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import FilesTab from './FilesTab.vue'
import * as library from '../../library/sheet/gateway.ts'
import * as link from '../../link/gateway.ts'
import { sampleAround, sampleThing } from '../../link/testing/sample.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { onLinkRequest, requestLinking } from './linkRequest.ts'

vi.mock('../../link/gateway.ts')
vi.mock('../../library/sheet/gateway.ts')
const links = vi.mocked(link)
const sheets = vi.mocked(library)

const file = (more: object = {}) => ({ id: '40', path: '/Bibliothèque/jardin.md', basename: 'jardin.md', permissions: 31, ...more }) as unknown as FileNode
const thing = (more: object = {}) => sampleThing({ type: 'file', id: '40', title: 'jardin.md', url: '/f/40', icon: 'file', uid: null, line: 'Bibliothèque', ...more })
const around = (more: object = {}) => sampleAround([], { ...thing(more), can: { link: true, linkWithCard: false } })
const root = { id: '1', path: '/Bibliothèque', name: 'Bibliothèque', team: false, can: { write: true } }

let mounted: ReturnType<typeof mountPage> | undefined

beforeEach(() => {
	vi.resetAllMocks()
	links.getNeighbourhood.mockResolvedValue(around())
	links.listRelations.mockResolvedValue([])
	sheets.getLibrary.mockResolvedValue({ state: 'open', root, kinds: [], groups: [], can: { deposit: false } })
})

afterEach(() => {
	mounted?.page.unmount()
	onLinkRequest(null)
})

async function show(props: object = {}) {
	mounted = mountPage(FilesTab, { props: { node: file(), active: true, ...props } })
	await flushPromises()
	return mounted.page
}

it('shows the sheet of a file, with a link to it', async () => {
	links.getNeighbourhood.mockResolvedValue(around({ title: 'Le jardin sans clé', icon: 'sheet', line: 'Story · It failed · Perpignan' }))
	const page = await show()
	const about = page.get('.file-about')
	expect(about.findAll('.file-about__title, span, a').map((one) => one.text())).toEqual(['Le jardin sans clé', 'Story · It failed · Perpignan', 'Read the sheet'])
	expect(about.get('a').attributes('href')).toMatch(/\/apps\/reseau\/library\/sheet\/40$/)
	expect(sheets.getLibrary, 'nothing more is asked').not.toHaveBeenCalled()
	expect(links.getNeighbourhood, 'once for the line and the panel').toHaveBeenCalledTimes(1)
})

it('does not say a name twice', async () => {
	links.getNeighbourhood.mockResolvedValue(around({ title: 'jardin', icon: 'sheet' }))
	expect((await show()).find('.file-about__title').exists()).toBe(false)
})

it('offers to describe a document of the library that the viewer may change', async () => {
	const page = await show()
	expect(page.get('.file-about').text()).toContain('This document has no sheet yet.')
	expect(page.get('.file-about a').attributes('href')).toMatch(/\/apps\/reseau\/library\/sheet\/40\/edit$/)
})

it.each([
	['one may only read it', { permissions: 1 }],
	['it is elsewhere', { path: '/jardin.md' }],
])('offers nothing where %s', async (_, more) => {
	const page = await show({ node: file(more) })
	expect(page.find('.file-about').exists()).toBe(false)
	expect(page.find('.network').exists()).toBe(true)
})

it('requests nothing before the tab is shown', async () => {
	const page = await show({ active: false })
	expect(page.find('.network').exists()).toBe(false)
	expect(links.getNeighbourhood).not.toHaveBeenCalled()
	await page.setProps({ active: true })
	await flushPromises()
	expect(links.getNeighbourhood).toHaveBeenCalledTimes(1)
})

it('follows the selected file', async () => {
	const page = await show()
	await page.setProps({ node: file({ id: '41' }) })
	await flushPromises()
	expect(links.getNeighbourhood.mock.calls.map(([of]) => of)).toEqual([{ type: 'file', id: '40' }, { type: 'file', id: '41' }])
})

it('starts linking on request, before or while it is open', async () => {
	requestLinking('40')
	const page = await show()
	expect(page.find('.link-picker').exists()).toBe(true)
	await page.setProps({ node: file({ id: '41' }) })
	await flushPromises()
	expect(page.find('.link-picker').exists()).toBe(false)
	requestLinking('41')
	await flushPromises()
	expect(page.find('.link-picker').exists()).toBe(true)
})
