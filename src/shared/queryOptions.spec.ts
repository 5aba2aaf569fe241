/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { PiniaColada, useQuery } from '@pinia/colada'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { QUERIES } from './queryOptions.ts'

it('a page that follows another while the answer both want is on its way gets it', async () => {
	const answers: ((text: string) => void)[] = []
	const wants = () => useQuery({
		key: ['thing'],
		query: ({ signal }) => new Promise<string>((resolve, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason))
			answers.push(resolve)
		}),
	})
	const pageCalled = (name: string) => defineComponent({
		setup() {
			const { data } = wants()
			return () => h('p', `${name}: ${data.value ?? 'waiting'}`)
		},
	})
	const [One, Other] = [pageCalled('one'), pageCalled('other')]
	const second = ref(false)
	const page = mount(defineComponent({ setup: () => () => h(second.value ? Other : One) }), { global: { plugins: [createPinia(), [PiniaColada, QUERIES]] } })
	expect(page.text()).toBe('one: waiting')

	second.value = true
	await nextTick()
	await flushPromises()
	answers.forEach((answer) => answer('here'))
	await flushPromises()
	expect(page.text()).toBe('other: here')
	expect(answers).toHaveLength(2)
})
