/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'

import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import UiUndo from './UiUndo.vue'
import { useUndo } from '../composables/useUndo.ts'

const { show, dismiss, leave } = useUndo()
let box: VueWrapper

beforeEach(() => {
	vi.useFakeTimers()
	document.body.innerHTML = '<button id="elsewhere">Elsewhere</button>'
	box = mount(UiUndo, { attachTo: document.body })
})
afterEach(() => {
	dismiss()
	box.unmount()
	vi.useRealTimers()
})

const text = () => box.get('[role=status]').text()
async function say(undo = async () => undefined) {
	show('Saved.', undo)
	await flushPromises()
}
async function wait(milliseconds: number) {
	vi.advanceTimersByTime(milliseconds)
	await flushPromises()
}

describe('what was just done', () => {
	it('is shown for ten seconds', async () => {
		await say()
		await wait(9_900)
		expect(text()).toBe('Saved.')
		await wait(200)
		expect(text()).toBe('')
	})

	it('waits while the keyboard focus is on the way to it or in it', async () => {
		document.getElementById('elsewhere')!.focus()
		await say()
		await wait(9_000)
		document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }))
		await wait(9_000)
		expect(text()).toBe('Saved.')
		box.get('button').element.focus()
		await wait(60_000)
		expect(text()).toBe('Saved.')
		document.getElementById('elsewhere')!.focus()
		await wait(10_100)
		expect(text()).toBe('')
	})

	it('gets the focus where the button that did it is gone, and disappears anyway', async () => {
		document.body.insertAdjacentHTML('beforeend', '<div id="content-vue"><h1 tabindex="-1">Page</h1></div>')
		await say()
		expect(document.activeElement).toBe(box.get('.ui-undo').element)
		await wait(10_100)
		expect(text()).toBe('')
		expect(document.activeElement?.textContent).toBe('Page')
	})

	it('is undone once, and says so', async () => {
		const undo = vi.fn(async () => undefined)
		await say(undo)
		await box.get('button').trigger('click')
		await flushPromises()
		expect([undo.mock.calls.length, text()]).toEqual([1, 'Undone.'])
	})
})

describe('when the page is left', () => {
	it('stays where it led to the next page', async () => {
		await say()
		await wait(500)
		leave()
		await flushPromises()
		expect(text()).toBe('Saved.')
	})

	it('does not follow to another one', async () => {
		await say()
		await wait(3_000)
		leave()
		await flushPromises()
		expect(text()).toBe('')
	})
})
