/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { PiniaColada, useQuery, useQueryCache } from '@pinia/colada'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { invalidateQueries } from './invalidateQueries.ts'

it('reloads the queries; a cancelled or failed reload is not thrown', async () => {
	const unhandled = vi.fn()
	process.on('unhandledRejection', unhandled)
	const answers: { resolve: (text: string) => void, reject: (error: Error) => void }[] = []
	const pinia = createPinia()
	const page = mount(defineComponent({
		setup() {
			const { data, error } = useQuery({
				key: ['thing'],
				query: ({ signal }) => new Promise<string>((resolve, reject) => {
					signal.addEventListener('abort', () => reject(signal.reason))
					answers.push({ resolve, reject })
				}),
			})
			return () => h('p', error.value?.message ?? data.value)
		},
	}), { global: { plugins: [pinia, PiniaColada] } })
	const cache = useQueryCache(pinia)
	answers[0]!.resolve('old')
	await flushPromises()

	invalidateQueries(cache, { key: ['thing'] })
	cache.cancelQueries({ key: ['thing'] })
	await flushPromises()
	expect(page.text()).toBe('old')

	invalidateQueries(cache)
	answers[2]!.reject(new Error('no answer'))
	await flushPromises()
	expect(page.text()).toBe('no answer')

	// Node reports an unhandled rejection after all other callbacks.
	await new Promise((resolve) => {
		setImmediate(resolve)
	})
	process.off('unhandledRejection', unhandled)
	expect(unhandled).not.toHaveBeenCalled()
})
