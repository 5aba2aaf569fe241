/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterEach, expect, it, vi } from 'vitest'
import { leadTo, scrollersFrom } from './scrolling.ts'

afterEach(() => document.body.replaceChildren())

/** A place in a page in a frame, which cuts off what is outside of it. Heights in pixels; the page begins at 50. */
function place({ top, height, content = 2000, margin = 0 }: { top: number, height: number, content?: number, margin?: number }) {
	document.body.innerHTML = `<div id="frame" style="overflow: hidden"><main style="overflow-y: auto"><section style="overflow-y: auto"><p style="scroll-margin-block-start: ${margin}px"></p></section></main></div>`
	const [frame, page, inner, element] = ['#frame', 'main', 'section', 'p'].map((one) => document.querySelector<HTMLElement>(one)!) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement]
	const size = (one: HTMLElement, clientHeight: number, scrollHeight: number) => Object.entries({ clientHeight, scrollHeight }).forEach(([key, value]) => Object.defineProperty(one, key, { value }))
	size(frame, 600, 700)
	size(page, 500, content)
	size(inner, content, content)
	page.getBoundingClientRect = () => new DOMRect(0, 50, 300, 500)
	element.getBoundingClientRect = () => new DOMRect(0, top, 300, height)
	const scrolled = [frame, page, inner].map((one) => {
		one.scrollBy = vi.fn()
		return vi.mocked(one.scrollBy)
	})
	return { element, page, inner, scrolled: () => scrolled.map(({ mock }) => mock.calls.flat()) }
}

it('finds what can scroll, from the inside out', () => {
	const { element, page, inner } = place({ top: 50, height: 10 })
	expect(scrollersFrom(element)).toEqual([inner, page])
})

it.each([
	['below what is in sight', { top: 700, height: 20 }, 650],
	['partly in sight', { top: 540, height: 20 }, 490],
	['above what is in sight', { top: -30, height: 20 }, -80],
	['longer than the page', { top: 60, height: 900 }, 10],
	['with room wanted above it', { top: 700, height: 20, margin: 16 }, 634],
])('scrolls only the page to an element %s', (_, where, by) => {
	const { element, scrolled } = place(where)
	leadTo(element)
	expect(scrolled()).toEqual([[], [{ top: by }], []])
})

it.each([
	['all of it is in sight', { top: 50, height: 500 }],
	['the page is short', { top: 700, height: 20, content: 500 }],
])('moves nothing where %s', (_, where) => {
	const { element, scrolled } = place(where)
	leadTo(element)
	expect(scrolled()).toEqual([[], [], []])
})
