/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'

import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import UiTerms from './UiTerms.vue'
import UiWords from './UiWords.vue'

const terms = [{ id: 'solidarite', label: 'Solidarité' }, { id: 'sols', label: 'Sols vivants' }, { id: 'soin', label: 'Soin', spellings: ['Le soin'] }]
let field: VueWrapper

function show(component: typeof UiTerms | typeof UiWords, props: Record<string, unknown> = {}) {
	field = mount(component as typeof UiTerms, {
		attachTo: document.body,
		props: { modelValue: [], terms, max: 4, label: 'Values', placeholder: 'add…', 'onUpdate:modelValue': (modelValue: string[]) => field.setProps({ modelValue }), ...props },
	})
}
const input = () => field.get('input')
const type = (text: string) => input().setValue(text)
const press = (key: string) => input().trigger('keydown', { key })
const options = () => field.findAll('[role=option]').map((option) => option.get('span').text())
const highlighted = () => field.findAll('[role=option][aria-selected=true]').map((option) => option.get('span').text())
const chosen = () => (field.props() as { modelValue: string[] }).modelValue

afterEach(() => field.unmount())

describe('a field of terms where own words are allowed', () => {
	it('offers what fits and the word as it is written, and takes with Enter what is highlighted', async () => {
		show(UiTerms, { own: true })
		await type('sol')
		expect(options()).toEqual(['Solidarité', 'Sols vivants', 'Add “Sol”'])
		expect(highlighted()).toEqual(['Solidarité'])
		await press('Enter')
		expect(chosen()).toEqual(['solidarite'])
		expect(input().element.value).toBe('')
		await type('sol')
		await press('ArrowUp')
		expect(highlighted()).toEqual(['Add “Sol”'])
		await press('Enter')
		expect(chosen()).toEqual(['solidarite', 'Sol'])
	})

	it('adds what is written where nothing fits, or where the list was closed', async () => {
		show(UiTerms, { own: true })
		await type('troc')
		expect([options(), highlighted()]).toEqual([['Add “Troc”'], ['Add “Troc”']])
		await press('Enter')
		await type('sol')
		await press('Escape')
		await press('Enter')
		expect(chosen()).toEqual(['Troc', 'Sol'])
	})

	it('offers no own word that is a term or chosen already', async () => {
		show(UiTerms, { own: true, modelValue: ['Troc'] })
		await type('le soin')
		expect(options()).toEqual(['Soin'])
		await press('Enter')
		expect(chosen()).toEqual(['Troc', 'soin'])
		await type('TROC')
		expect(options()).toEqual([])
		expect(field.text()).toContain('This word is chosen already.')
	})

	it('splits at commas and pasted lines, keeps what is written when one leaves, and takes the last own word back', async () => {
		show(UiTerms, { own: true })
		await type('sols vivants,')
		await input().trigger('paste', { clipboardData: { getData: () => '- troc\n- soin' } })
		expect(chosen()).toEqual(['sols', 'Troc', 'soin'])
		// The last one is a term: it is not written in.
		await press('Backspace')
		expect(input().element.value).toBe('')
		await type('rire')
		await input().trigger('blur')
		expect(chosen()).toEqual(['sols', 'Troc', 'soin', 'Rire'])
	})
})

describe('a field of terms only', () => {
	it('takes the first that fits, and nothing else', async () => {
		show(UiTerms)
		await type('soi')
		expect([options(), highlighted()]).toEqual([['Soin'], ['Soin']])
		await press('Enter')
		await type('troc')
		await press('Enter')
		await input().trigger('blur')
		expect(chosen()).toEqual(['soin'])
		expect(field.text()).toContain('No such word in the network’s vocabulary.')
	})
})

describe('a field of own words', () => {
	it('takes them in the same ways', async () => {
		show(UiWords)
		await type('soudure')
		await press('Enter')
		await type('forge,')
		await input().trigger('paste', { clipboardData: { getData: () => 'tour\nfraise' } })
		expect(chosen()).toEqual(['soudure', 'forge', 'tour', 'fraise'])
	})

	it('takes the last one back for editing', async () => {
		show(UiWords, { modelValue: ['soudure'] })
		await press('Backspace')
		expect([chosen(), input().element.value]).toEqual([[], 'soudure'])
	})
})
