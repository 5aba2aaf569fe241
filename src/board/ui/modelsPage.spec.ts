/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import ModelsPage from './ModelsPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import { STARTER_MODELS } from '../models.ts'

const server = vi.hoisted(() => ({ getModels: vi.fn(), writeModels: vi.fn() }))
vi.mock('../models/gateway.ts', () => server)

beforeEach(() => {
	server.getModels.mockReset().mockResolvedValue({ version: 0, models: null })
	server.writeModels.mockReset()
})

async function show(facilitator = true) {
	const { page } = mountPage(ModelsPage, { provide: [[sessionKey, { facilitator }]] })
	await flushPromises()
	return page
}

const titles = (page: Awaited<ReturnType<typeof show>>) => page.findAll('.models__model h2').map((title) => title.text())

it('shows the default models, editable only for facilitators', async () => {
	expect(titles(await show())).toEqual(STARTER_MODELS.map(({ title }) => title))
	const others = await show(false)
	expect(titles(others)).toEqual(STARTER_MODELS.map(({ title }) => title))
	expect(others.findAll('button')).toHaveLength(0)
})

it('stores a changed model with all the others, from the current version', async () => {
	server.writeModels.mockResolvedValue({ version: 1, models: STARTER_MODELS })
	const page = await show()
	await page.get('button[aria-label^="Edit"]').trigger('click')
	await page.get('form input[type=text]').setValue(' Chantier ')
	await page.get('form').trigger('submit')
	await flushPromises()
	const [first, ...rest] = STARTER_MODELS
	expect(server.writeModels).toHaveBeenCalledWith({ version: 0, models: [{ ...first, title: 'Chantier' }, ...rest] })
	expect(page.find('form').exists()).toBe(false)
	await pressUndo('“Chantier” was saved. Existing boards stay as they are.')
	expect(server.writeModels).toHaveBeenLastCalledWith(expect.objectContaining({ models: null }))
	expect(page.get<HTMLInputElement>('form input[type=text]').element.value).toBe(' Chantier ')
})

it('removes a model, and restores it', async () => {
	server.writeModels.mockResolvedValueOnce({ version: 1, models: STARTER_MODELS.slice(1) }).mockResolvedValueOnce({ version: 2, models: null })
	const page = await show()
	await page.get('button[aria-label^="Remove"]').trigger('click')
	await flushPromises()
	expect(titles(page)).toEqual(STARTER_MODELS.slice(1).map(({ title }) => title))
	await pressUndo('“{model}” was removed. Boards created from it stay as they are.')
	expect(server.writeModels).toHaveBeenLastCalledWith({ version: 1, models: null })
})

it('keeps the form with its model, and what was typed, when an undo changes the list', async () => {
	const [first, second, ...rest] = STARTER_MODELS
	server.writeModels
		.mockResolvedValueOnce({ version: 1, models: [second, ...rest] })
		.mockResolvedValueOnce({ version: 2, models: null })
		.mockResolvedValueOnce({ version: 3, models: [first, ...rest] })
	const page = await show()
	await page.get('button[aria-label^="Remove"]').trigger('click')
	await flushPromises()
	await page.get('button[aria-label^="Edit"]').trigger('click')
	await page.get('form input[type=text]').setValue('Chantier')
	await pressUndo('“{model}” was removed. Boards created from it stay as they are.')
	await flushPromises()
	expect(titles(page)).toEqual([first!, ...rest].map(({ title }) => title))
	expect(page.get<HTMLInputElement>('form input[type=text]').element.value).toBe('Chantier')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.writeModels).toHaveBeenLastCalledWith({ version: 2, models: [first, { ...second, title: 'Chantier' }, ...rest] })
})

it('keeps the input when another person saved first', async () => {
	server.writeModels.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: { version: 3, models: null } }))
	const page = await show()
	await page.get('button[aria-label^="Edit"]').trigger('click')
	await page.get('form input[type=text]').setValue('Chantier')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(page.get<HTMLInputElement>('form input[type=text]').element.value).toBe('Chantier')
	expect(page.get('form [role=alert]').text()).not.toBe('')
	expect(server.getModels).toHaveBeenCalledTimes(2)
})

it('stores nothing without a name or a list', async () => {
	const page = await show()
	await page.findAll('button').find((button) => button.text() === 'Add a template')!.trigger('click')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(page.get('form').text()).toContain('A template needs a name.')
	expect(server.writeModels).not.toHaveBeenCalled()
})
