/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'

import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import UiCombobox from './UiCombobox.vue'

const options = ['Albi', 'Auch', 'Alès'].map((label) => ({ key: label, label }))
let box: VueWrapper

function show(props: Record<string, unknown> = {}) {
	box = mount(UiCombobox, {
		attachTo: document.body,
		props: { modelValue: '', options, listLabel: 'Towns', status: '3 found', 'onUpdate:modelValue': (modelValue: string) => box.setProps({ modelValue }), ...props },
	})
	return box
}
const input = () => box.get('input')
const press = (key: string) => input().trigger('keydown', { key })
const active = () => box.findAll('[role=option]').filter((option) => option.attributes('aria-selected') === 'true').map((option) => option.text())

beforeEach(() => show())
afterEach(() => box.unmount())

describe('a combobox', () => {
	it('opens on typing and says how many options there are', async () => {
		expect(input().attributes('aria-expanded')).toBe('false')
		expect(box.get('[role=status]').text()).toBe('')
		await input().setValue('a')
		expect(input().attributes('aria-expanded')).toBe('true')
		expect(box.get('[role=status]').text()).toBe('3 found')
		expect(input().attributes('aria-controls')).toBe(box.get('[role=listbox]').attributes('id'))
	})

	it.each([
		[['ArrowDown'], 'Albi'],
		[['ArrowDown', 'ArrowDown'], 'Auch'],
		[['ArrowUp'], 'Alès'],
		[['ArrowDown', 'ArrowUp'], 'Alès'],
		[['ArrowDown', 'End'], 'Alès'],
		[['ArrowDown', 'End', 'ArrowDown'], 'Albi'],
		[['ArrowDown', 'ArrowDown', 'Home'], 'Albi'],
	])('goes by %j to %s', async (keys, label) => {
		for (const key of keys) {
			await press(key)
		}
		expect(active()).toEqual([label])
		const id = input().attributes('aria-activedescendant')
		expect(document.getElementById(id!)?.textContent).toContain(label)
	})

	it('lists options below headings, which the arrow keys skip', async () => {
		await box.setProps({ options: options.map((option, at) => ({ ...option, group: at < 2 ? 'Near' : 'Far' })) })
		for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) {
			await press(key)
		}
		expect(active()).toEqual(['Alès'])
		expect(box.findAll('[role=group]').map((group) => [group.attributes('aria-label'), group.findAll('[role=option]').length])).toEqual([['Near', 2], ['Far', 1]])
	})

	it('chooses with Enter, or with the pointer, and keeps the focus', async () => {
		await press('ArrowDown')
		await press('Enter')
		await input().trigger('click')
		await box.findAll('[role=option]')[1]!.trigger('click')
		expect(box.emitted('choose')).toEqual([[options[0]], [options[1]]])
		expect(document.activeElement).toBe(input().element)
		expect(input().attributes('aria-expanded')).toBe('false')
	})

	it('passes on Enter when no option is selected', async () => {
		await input().setValue('a')
		await press('Enter')
		expect(box.emitted('choose')).toBeUndefined()
		expect(box.emitted('enter')).toHaveLength(1)
	})

	it('closes on Escape, then clears, then passes the key on', async () => {
		let heard = 0
		document.body.addEventListener('keydown', () => heard++)
		await input().setValue('a')
		await press('Escape')
		expect([input().attributes('aria-expanded'), input().element.value, heard]).toEqual(['false', 'a', 0])
		await press('Escape')
		expect([input().element.value, heard]).toEqual(['', 0])
		await press('Escape')
		expect(heard).toBe(1)
	})

	it('ignores Enter while a character is being composed', async () => {
		await press('ArrowDown')
		await input().trigger('keydown', { key: 'Enter', isComposing: true })
		expect(box.emitted('choose')).toBeUndefined()
	})

	it('closes when the focus leaves', async () => {
		await input().setValue('a')
		await input().trigger('blur')
		expect(input().attributes('aria-expanded')).toBe('false')
	})
})

describe('an eager combobox', () => {
	it('chooses the first option on Enter, as soon as something is typed', async () => {
		box.unmount()
		show({ eager: true })
		await input().setValue('au')
		await box.setProps({ options: [options[1]!] })
		expect(active()).toEqual(['Auch'])
		await press('Enter')
		expect(box.emitted('choose')).toEqual([[options[1]]])
	})
})
