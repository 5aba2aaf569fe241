/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import LibraryTree from './LibraryTree.vue'
import { buildTree } from '../../files/tree.ts'
import { sampleEntry } from '../../testing/entry.ts'

const root = sampleEntry('/Bib/')
const [first, second] = [sampleEntry('/Bib/Ateliers/'), sampleEntry('/Bib/Bilans/')]
const folders = buildTree(root, [first, second, sampleEntry('/Bib/Bilans/2025/')], true, 'fr')

it('opens the focused folder even if the current folder becomes known only afterwards', async () => {
	const page = mount(LibraryTree, { props: { label: 'Folders', folders, open: new Set<string>(), current: null }, attachTo: document.body })
	await nextTick()
	const item = page.findAll<HTMLElement>('[role=treeitem]')[1]!
	item.element.focus()
	await page.setProps({ current: root.id })
	await item.trigger('keydown', { key: 'ArrowRight' })
	expect(page.emitted('open')).toEqual([[[second.id]]])
	expect(item.attributes('tabindex')).toBe('0')
	page.unmount()
})

it('lets Tab come to the current folder if the focus is elsewhere', async () => {
	const page = mount(LibraryTree, { props: { label: 'Folders', folders, open: new Set<string>(), current: null }, attachTo: document.body })
	await nextTick()
	await page.setProps({ current: second.id })
	await nextTick()
	expect(page.findAll('[role=treeitem]').map((item) => item.attributes('tabindex'))).toEqual(['-1', '0'])
	page.unmount()
})
