/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NetworkSettings } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import ShowcaseSection from './ShowcaseSection.vue'
import { ApiError } from '../../../api/apiError.ts'
import { registerReasons } from '../../../shared/reasons.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../../admin/gateway.ts'
import { seedAdministration } from '../../admin/queries.ts'
import { administrationReasons } from '../../reasons.ts'

vi.mock('../../admin/gateway.ts')
const server = vi.mocked(gateway)
registerReasons(administrationReasons)

const settings: NetworkSettings = { name: 'Cordée', region: '76', departements: [], group: 'reseau-facilitation', library: '', preset: 'request', showcase: false, indexed: false, frames: [] }
const network = (changed: Partial<NetworkSettings>) => ({ settings: { ...settings, ...changed } }) as never

beforeEach(() => {
	vi.resetAllMocks()
	server.changeNetwork.mockImplementation(async (body) => network({ showcase: true, ...body }))
})

async function show(changed: Partial<NetworkSettings>) {
	server.getNetwork.mockResolvedValue(network(changed))
	const { page } = mountPage(ShowcaseSection, { seed: (cache) => seedAdministration(cache, network(changed), []) })
	await flushPromises()
	return page
}

it('is off, and alone until it is allowed', async () => {
	const page = await show({})
	expect(page.findAll('select, textarea')).toHaveLength(1)
	await page.get('select').setValue('true')
	await flushPromises()
	expect(server.changeNetwork).toHaveBeenCalledWith({ showcase: true, was: { showcase: false } })
	expect(page.findAll('select, textarea')).toHaveLength(3)
})

it('keeps the wrong address of a site in its field, with a sentence', async () => {
	const page = await show({ showcase: true })
	server.changeNetwork.mockRejectedValueOnce(new ApiError(400, 'bad_origin', { field: 'frames.0' }))
	await page.get('textarea').setValue('www.example.org\n')
	await page.get('textarea').trigger('change')
	await flushPromises()
	expect(server.changeNetwork).toHaveBeenCalledWith({ frames: ['www.example.org'], was: { frames: [] } })
	expect(page.text()).toContain('This is not the address of a site.')
	expect(page.get('textarea').element.value).toBe('www.example.org')
	await page.get('textarea').setValue('https://www.example.org https://example.org')
	await page.get('textarea').trigger('change')
	await flushPromises()
	expect(server.changeNetwork).toHaveBeenLastCalledWith({ frames: ['https://www.example.org', 'https://example.org'], was: { frames: [] } })
	expect(page.get('textarea').element.value).toBe('https://www.example.org\nhttps://example.org')
})
