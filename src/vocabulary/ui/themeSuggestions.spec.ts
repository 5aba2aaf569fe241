/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import ThemeSuggestions from './ThemeSuggestions.vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { seedVocabulary } from '../queries.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	vi.useFakeTimers()
	document.body.innerHTML = ''
})
afterEach(() => vi.useRealTimers())

function show(props: object = {}) {
	const { page } = mountPage(ThemeSuggestions, {
		props: { text: 'Un coin', chosen: [], ...props },
		seed: (cache) => seedVocabulary(cache, { values: [], sectors: [], publics: [], themes: [{ id: 'garden', label: 'Potager' }, { id: 'water', label: 'Eau' }] }),
	})
	const write = async (text: string, props: object = {}) => {
		await page.setProps({ text, ...props })
		await vi.advanceTimersByTimeAsync(1000)
		await flushPromises()
	}
	return { page, write }
}

it('asks only once something was written, after a pause', async () => {
	server.suggestThemes.mockResolvedValue(['garden'])
	const { page, write } = show()
	await vi.advanceTimersByTimeAsync(5000)
	expect(server.suggestThemes).not.toHaveBeenCalled()
	await page.setProps({ text: 'Un coin de t' })
	await vi.advanceTimersByTimeAsync(500)
	await write('Un coin de terre à semer')
	expect(server.suggestThemes.mock.calls.map(([text]) => text)).toEqual(['Un coin de terre à semer'])
	expect(page.text()).toBe('Possible themes:Potager')
	expect(page.get('.ui-proposals').attributes('role')).toBe('status')
	await write('Un')
	expect(page.text()).toBe('')
})

it('adds a theme at one click, and removes it at the second', async () => {
	server.suggestThemes.mockResolvedValue(['garden', 'water', 'unknown'])
	const { page, write } = show()
	await write('Arroser mon jardin')
	const themes = () => page.findAll('button').map((button) => [button.text(), button.attributes('aria-pressed')])
	expect(themes()).toEqual([['Potager', 'false'], ['Eau', 'false']])
	await page.get('button').trigger('click')
	expect(page.emitted('add')).toEqual([['garden']])
	await page.setProps({ chosen: ['garden'] })
	expect(themes()).toEqual([['Potager ✓', 'true'], ['Eau', 'false']])
	await page.get('button').trigger('click')
	expect(page.emitted('remove')).toEqual([['garden']])
})

it('suggests nothing that is selected already, at the maximum, and when the server fails', async () => {
	server.suggestThemes.mockResolvedValue(['garden'])
	const { page, write } = show({ chosen: ['garden'] })
	await write('Arroser mon jardin')
	expect(page.text()).toBe('')
	await page.setProps({ chosen: [], full: true })
	expect(page.text()).toBe('')
	server.suggestThemes.mockRejectedValue(new ApiError(0, 'offline'))
	const failed = show()
	await failed.write('Arroser un jardin')
	expect(failed.page.text()).toBe('')
})
