/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref, useTemplateRef } from 'vue'
import { useVirtualRows } from './useVirtualRows.ts'

const HIGH = 50
const focused = ref(-1)
const count = ref(1000)

const Rows = defineComponent(() => {
	const list = useTemplateRef<HTMLElement>('list')
	const { shown, style } = useVirtualRows(list, { count, focused, height: HIGH })
	return () => h('div', { class: 'scroller', style: 'overflow-y: auto' }, [
		h('ul', { ref: 'list', style: style.value }, shown.value.map((index) => h('li', { key: index, 'data-index': index }))),
	])
})

beforeEach(() => {
	focused.value = -1
	count.value = 1000
	vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function(this: HTMLElement) {
		return this.matches('li') ? HIGH : 500
	})
	vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500)
	vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(() => count.value * HIGH)
	vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function(this: HTMLElement) {
		return new DOMRect(0, this.matches('ul') ? -this.parentElement!.scrollTop : 0, 300, 500)
	})
})

afterEach(() => vi.restoreAllMocks())

async function show(scrolled: number) {
	const page = mount(Rows, { attachTo: document.body })
	await nextTick()
	page.element.scrollTop = scrolled
	page.element.dispatchEvent(new Event('scroll'))
	await nextTick()
	await nextTick()
	return page
}

type Page = Awaited<ReturnType<typeof show>>
const indexes = (page: Page) => page.findAll('li').map((row) => Number(row.attributes('data-index')))
const pixels = (length: string) => Number.parseFloat(length) || 0

/** The position of each row, from the height above it: a test has no layout. */
function places(page: Page): Map<number, number> {
	let at = pixels(page.get<HTMLElement>('ul').element.style.paddingBlock)
	return new Map(page.findAll<HTMLElement>('li').map(({ element }) => {
		at += pixels(element.style.marginBlockStart)
		at += HIGH
		return [Number(element.dataset.index), at - HIGH]
	}))
}

it('a short list is rendered completely', async () => {
	count.value = 80
	const page = await show(0)
	expect(indexes(page)).toHaveLength(80)
	page.unmount()
})

it('only the visible rows of a long list and some around them are rendered', async () => {
	const page = await show(20_000)
	expect(indexes(page).length).toBeLessThan(40)
	expect(indexes(page)).toContain(405)
	expect([...places(page)].every(([index, at]) => at === index * HIGH)).toBe(true)
	page.unmount()
})

it.each([0, 999])('row %i, which has the focus, stays with its neighbours, and moves no other', async (row) => {
	focused.value = row
	const page = await show(20_000)
	expect(indexes(page)).toContain(row)
	expect(indexes(page)).toContain(row === 0 ? 1 : 998)
	expect([...places(page)].filter(([index, at]) => at !== index * HIGH)).toEqual([])
	expect(page.findAll('li').length).toBeLessThan(40)
	page.unmount()
})
