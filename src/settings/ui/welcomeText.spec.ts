/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import WelcomeText from './WelcomeText.vue'
import { ApiError } from '../../api/apiError.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { NETWORK_LIMITS } from '../model.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

async function show(text = 'Bienvenue.') {
	server.getWelcome.mockResolvedValueOnce(text)
	const { page } = mountPage(WelcomeText)
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
	server.writeWelcome.mockImplementation(async (text) => text)
	await save(' Bonjour. ')
	expect(server.writeWelcome).toHaveBeenCalledWith('Bonjour.', 'Bienvenue.')
	expect(page.get('[role=status]').text()).toBe('')
	await useUndo().message.value!.undo!()
	expect(server.writeWelcome).toHaveBeenLastCalledWith('Bienvenue.', 'Bonjour.')
	expect(page.get('textarea').element.value).toBe('Bienvenue.')
})

it('sends nothing too long', async () => {
	const { page, save } = await show()
	await save('a'.repeat(NETWORK_LIMITS.welcome + 1))
	expect(server.writeWelcome).not.toHaveBeenCalled()
	expect(page.get('textarea').attributes('aria-invalid')).toBe('true')
	expect(page.get('[role=status]').text()).toBe('Not saved')
})

it('shows what someone else wrote meanwhile, and overwrites nothing', async () => {
	const { page, save } = await show()
	server.writeWelcome.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: 'Salut.' }))
	await save('Bonjour.')
	expect(page.text()).toContain('Someone else changed the text in the meantime.')
	expect(page.text()).toContain('Salut.')
	expect(page.get('textarea').element.value).toBe('Bonjour.')
	server.writeWelcome.mockImplementation(async (text) => text)
	await page.findAll('button').find((button) => button.text() === 'Keep mine')!.trigger('click')
	await flushPromises()
	expect(server.writeWelcome).toHaveBeenLastCalledWith('Bonjour.', 'Salut.')
})

it('says if it cannot be loaded, and tries again', async () => {
	server.getWelcome.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce('Bienvenue.')
	const { page } = mountPage(WelcomeText)
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('Could not load the welcome text.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.get('textarea').element.value).toBe('Bienvenue.')
})
