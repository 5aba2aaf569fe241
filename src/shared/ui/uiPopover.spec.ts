/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { h } from 'vue'
import UiPopover from './UiPopover.vue'

afterEach(() => {
	document.body.innerHTML = ''
})

function show() {
	const box = mount(UiPopover, {
		props: { text: 'Sector' },
		slots: { default: () => [h('input', { id: 'in' }), h('p', { id: 'text' }, 'Any of these')] },
		attachTo: document.body,
	})
	document.body.append(Object.assign(document.createElement('button'), { id: 'out' }))
	return { box, button: box.get('button'), open: () => box.find('#in').exists() }
}

it('opens and closes by its button, and says so', async () => {
	const { button, open } = show()
	expect(button.attributes('aria-expanded')).toBe('false')
	await button.trigger('click')
	expect(open()).toBe(true)
	expect(document.getElementById(button.attributes('popovertarget')!)).not.toBeNull()
	await button.trigger('click')
	expect(open()).toBe(false)
	expect(button.attributes('aria-expanded')).toBe('false')
})

it('closes on Escape and returns the focus', async () => {
	const { box, button, open } = show()
	await button.trigger('click')
	box.get<HTMLInputElement>('#in').element.focus()
	await box.get('#in').trigger('keydown', { key: 'Escape' })
	expect(open()).toBe(false)
	expect(document.activeElement).toBe(button.element)
})

it('closes when the focus or a tap goes elsewhere, not on its own texts', async () => {
	const { box, button, open } = show()
	const out = document.getElementById('out')!
	await button.trigger('click')
	await box.get('#in').trigger('focusout', { relatedTarget: null })
	await box.get('#text').trigger('pointerdown')
	expect(open()).toBe(true)
	await box.get('#in').trigger('focusout', { relatedTarget: out })
	expect(open()).toBe(false)

	await button.trigger('click')
	out.dispatchEvent(new Event('pointerdown', { bubbles: true }))
	await box.vm.$nextTick()
	expect(open()).toBe(false)
})
