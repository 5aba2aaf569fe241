/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import NetworkTextForm from './NetworkTextForm.vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { NETWORK_LIMITS } from '../model.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

async function show(text = 'Bienvenue.') {
	server.getText.mockResolvedValueOnce(text)
	const { page } = mountPage(NetworkTextForm, { props: { which: 'welcome' } })
	await flushPromises()
	const save = async (text: string) => {
		await page.get('textarea').setValue(text)
		await page.get('form').trigger('submit')
		await flushPromises()
	}
	return { page, save }
}

it('is saved from what it was, and can be undone', async () => {
	const { page, save } = await show()
	expect(page.get('textarea').element.value).toBe('Bienvenue.')
	server.writeText.mockImplementation(async (_, text) => text)
	await save(' Bonjour. ')
	expect(server.writeText).toHaveBeenCalledWith('welcome', 'Bonjour.', 'Bienvenue.')
	expect(page.get('[role=status]').text()).toBe('')
	await pressUndo('Saved.')
	expect(server.writeText).toHaveBeenLastCalledWith('welcome', 'Bienvenue.', 'Bonjour.')
	expect(page.get('textarea').element.value).toBe(' Bonjour. ')
	expect(page.get('[role=status]').text()).toBe('Not saved')
})

it('sends nothing too long', async () => {
	const { page, save } = await show()
	await save('a'.repeat(NETWORK_LIMITS.welcome + 1))
	expect(server.writeText).not.toHaveBeenCalled()
	expect(page.get('textarea').attributes('aria-invalid')).toBe('true')
	expect(page.get('[role=status]').text()).toBe('Not saved')
})

it('shows what someone else wrote meanwhile, and overwrites nothing', async () => {
	const { page, save } = await show()
	server.writeText.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: 'Salut.' }))
	await save('Bonjour.')
	expect(page.text()).toContain('Someone else changed the text in the meantime.')
	expect(page.text()).toContain('Salut.')
	expect(page.get('textarea').element.value).toBe('Bonjour.')
	server.writeText.mockImplementation(async (_, text) => text)
	await page.findAll('button').find((button) => button.text() === 'Keep mine')!.trigger('click')
	await flushPromises()
	expect(server.writeText).toHaveBeenLastCalledWith('welcome', 'Bonjour.', 'Salut.')
})

it('says if it cannot be loaded, and tries again', async () => {
	server.getText.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce('Bienvenue.')
	const { page } = mountPage(NetworkTextForm, { props: { which: 'welcome' } })
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('Could not load the welcome text.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.get('textarea').element.value).toBe('Bienvenue.')
})

it('is also what letters begin or end with', async () => {
	server.getText.mockImplementation(async (which) => which)
	server.writeText.mockImplementation(async (_, text) => text)
	for (const which of ['opening', 'closing'] as const) {
		const { page } = mountPage(NetworkTextForm, { props: { which } })
		await flushPromises()
		expect(page.get('textarea').element.value).toBe(which)
		await page.get('textarea').setValue('a'.repeat(NETWORK_LIMITS.letter))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.writeText).toHaveBeenLastCalledWith(which, 'a'.repeat(NETWORK_LIMITS.letter), which)
	}
})
