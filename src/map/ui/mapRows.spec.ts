/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import MapRows from './MapRows.vue'

let frames: Map<number, FrameRequestCallback>

beforeEach(() => {
	frames = new Map()
	let last = 0
	vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
		frames.set(++last, callback)
		return last
	})
	vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame))
})

afterEach(() => vi.unstubAllGlobals())

/** The next frame of the browser. */
async function frame() {
	const due = [...frames.values()]
	frames.clear()
	due.forEach((callback) => callback(0))
	await nextTick()
}

const rowsTo = (count: number, name = 'row') => Array.from({ length: count }, (_, i) => ({ key: `${name} ${i}` }))
function show(count: number) {
	return mount(MapRows<{ key: string }>, {
		props: { rows: rowsTo(count) },
		slots: { default: ({ row }: { row: { key: string } }) => row.key },
	})
}
const texts = (list: ReturnType<typeof show>) => list.findAll('li').map((row) => row.text())

it('shows a short list as a whole', () => {
	expect(texts(show(16))).toHaveLength(16)
	expect(frames.size).toBe(0)
})

it('shows a long one by frames, in the end all of it in its order', async () => {
	const list = show(40)
	expect(texts(list)).toHaveLength(16)
	await frame()
	expect(texts(list)).toHaveLength(32)
	await frame()
	expect(texts(list)).toEqual(rowsTo(40).map(({ key }) => key))
	expect(frames.size).toBe(0)
})

it('adds rows that come later, and replaces removed ones', async () => {
	const list = show(10)
	await list.setProps({ rows: rowsTo(24, 'other') })
	expect(texts(list)).toEqual(rowsTo(16, 'other').map(({ key }) => key))
	await frame()
	expect(texts(list)).toHaveLength(24)
	await list.setProps({ rows: rowsTo(2) })
	expect(texts(list)).toEqual(['row 0', 'row 1'])
})

it('stops when the page is left', () => {
	const list = show(100)
	list.unmount()
	expect(frames.size).toBe(0)
})
