/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import UiMenu from './UiMenu.vue'

afterEach(() => {
	document.body.innerHTML = ''
})

const ITEMS = [{ key: 'rename', text: 'Rename' }, { key: 'move', text: 'Move' }, { key: 'delete', text: 'Delete' }]

/** A menu in a row with its own keyboard handling. */
function show() {
	const box = mount({ components: { UiMenu }, data: () => ({ items: ITEMS }), emits: ['row', 'choose'], template: '<div @keydown="$emit(\'row\', $event.key)"><UiMenu text="More" :items="items" @choose="$emit(\'choose\', $event)" /><button id="out" /></div>' }, { attachTo: document.body })
	const button = box.get('.ui-menu__button')
	return {
		box,
		button,
		open: () => box.find('[role=menuitem]').exists(),
		at: () => document.activeElement!.textContent!.trim(),
		press: async (key: string, on = document.activeElement!) => {
			const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
			on.dispatchEvent(event)
			await box.vm.$nextTick()
			await box.vm.$nextTick()
			return event.defaultPrevented
		},
	}
}

describe('a menu', () => {
	it('opens at its first item, says so, and closes by its button', async () => {
		const { button, open, at } = show()
		expect(button.attributes()).toMatchObject({ 'aria-haspopup': 'menu', 'aria-expanded': 'false' })
		await button.trigger('click')
		await vi.waitFor(() => expect(at()).toBe('Rename'))
		expect(document.getElementById(button.attributes('popovertarget')!)!.getAttribute('role')).toBe('menu')
		expect(button.attributes('aria-expanded')).toBe('true')
		await button.trigger('click')
		expect(open()).toBe(false)
		expect(button.attributes('aria-expanded')).toBe('false')
	})

	it('closes on Escape, gives the focus back and chooses nothing', async () => {
		const { box, button, open, press } = show()
		await button.trigger('click')
		await press('Escape')
		expect(open()).toBe(false)
		expect(document.activeElement).toBe(button.element)
		expect(box.emitted('choose')).toBeUndefined()
	})

	it('is navigated by arrow keys, which wrap around, and by Home and End', async () => {
		const { button, at, press } = show()
		await button.trigger('click')
		for (const [key, text] of [['ArrowDown', 'Move'], ['ArrowDown', 'Delete'], ['ArrowDown', 'Rename'], ['ArrowUp', 'Delete'], ['ArrowUp', 'Move'], ['Home', 'Rename'], ['End', 'Delete']] as const) {
			expect(await press(key)).toBe(true)
			expect(at()).toBe(text)
		}
	})

	it('opens at either end by the arrow keys on its button', async () => {
		for (const [key, text] of [['ArrowDown', 'Rename'], ['ArrowUp', 'Delete']] as const) {
			const { button, at, press } = show()
			expect(await press(key, button.element)).toBe(true)
			await vi.waitFor(() => expect(at()).toBe(text))
			document.body.innerHTML = ''
		}
	})

	it('emits the chosen item once, and closes', async () => {
		const { box, button, open } = show()
		await button.trigger('click')
		await box.findAll('[role=menuitem]')[1]!.trigger('click')
		expect(box.emitted('choose')).toEqual([['move']])
		expect(open()).toBe(false)
		expect(document.activeElement).toBe(button.element)
	})

	it('stops its own keys, and leaves others to the browser', async () => {
		const { box, button, press, open } = show()
		expect(await press('Enter', button.element)).toBe(false)
		expect(await press(' ', button.element)).toBe(false)
		await press('ArrowDown', button.element)
		expect(await press('x')).toBe(false)
		expect(box.emitted('row')).toBeUndefined()
		expect(await press('Tab')).toBe(false)
		expect(open()).toBe(false)
		await press('x', button.element)
		expect(box.emitted('row')).toEqual([['x']])
	})

	it('opens at its first item again after it was opened at its last', async () => {
		const { button, at, press } = show()
		await press('ArrowUp', button.element)
		expect(at()).toBe('Delete')
		await press('Escape')
		await button.trigger('click')
		expect(at()).toBe('Rename')
	})

	it('stays open for a key that comes before it has the focus', async () => {
		const { button, at, press } = show()
		void button.trigger('click')
		await press('ArrowUp', button.element)
		await vi.waitFor(() => expect(at()).toBe('Delete'))
	})

	it('is opened by the row it is in, and returns the focus to its button', async () => {
		const menu = mount(UiMenu, { props: { text: 'More', items: ITEMS, untabbed: true }, attachTo: document.body })
		menu.vm.show()
		await vi.waitFor(() => expect(document.activeElement!.textContent).toBe('Rename'))
		document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
		expect(document.activeElement).toBe(menu.get('.ui-menu__button').element)
	})

	it('closes on a click outside, and not inside', async () => {
		const { box, button, open } = show()
		const out = document.getElementById('out')!
		await button.trigger('click')
		await box.get('[role=menu]').trigger('pointerdown')
		expect(open()).toBe(true)
		out.dispatchEvent(new Event('pointerdown', { bubbles: true }))
		await box.vm.$nextTick()
		expect(open()).toBe(false)
	})
})
