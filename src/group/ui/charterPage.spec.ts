/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import CharterPage from './CharterPage.vue'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)
const charter = { version: 3, date: '2026-11-01T00:00:00+00:00', text: '# Tenir parole\n\n- **toujours**', accepted: null, asked: true }

beforeEach(() => {
	vi.resetAllMocks()
	useUndo().dismiss()
})

async function show() {
	const { page } = mountPage(CharterPage)
	await flushPromises()
	return page
}

it('shows the charter as it is meant, for people who are asked to accept it', async () => {
	server.getCharter.mockResolvedValue(charter)
	server.acceptCharter.mockResolvedValue({ ...charter, accepted: { version: 3, date: '2026-11-24' }, asked: false })
	const page = await show()
	await vi.waitFor(() => expect(page.get('.ui-markdown h2').text()).toBe('Tenir parole'))
	expect(page.get('.ui-markdown strong').text()).toBe('toujours')
	const button = page.findAll('button').find(({ element }) => element.textContent.trim() === 'I accept it')!
	await button.trigger('click')
	await flushPromises()
	expect(server.acceptCharter).toHaveBeenCalledWith(3)
	expect(page.text()).toContain('You accepted it on')
	expect(page.text()).not.toContain('I accept it')
})

it('asks nothing of people without a group, and says if there is no charter', async () => {
	server.getCharter.mockResolvedValue({ ...charter, asked: false })
	expect((await show()).text()).not.toContain('I accept it')
	server.getCharter.mockResolvedValue(null)
	expect((await show()).text()).toContain('The network has no charter.')
})
