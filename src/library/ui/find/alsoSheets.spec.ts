/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SheetList } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import AlsoSheets from './AlsoSheets.vue'
import { ApiError } from '../../../api/apiError.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../../sheet/gateway.ts'
import { sampleSummary } from '../../sheet/testing/sample.ts'

vi.mock('../../sheet/gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

function answer(changes: Partial<SheetList> = {}): SheetList {
	return {
		sheets: [sampleSummary({ found: { text: 'Le jardin sans clé', marks: [[3, 6]] } })],
		facets: null,
		total: 1,
		next: null,
		...changes,
	}
}

async function show(found: SheetList, { partly = false, corrected = false } = {}) {
	server.listSheets.mockResolvedValueOnce(found)
	const { page } = mountPage(AlsoSheets, { props: { q: 'jardin', partly, corrected } })
	await flushPromises()
	return page
}

it('shows the first sheets with the word marked', async () => {
	const page = await show(answer({ total: 9 }))
	expect(server.listSheets).toHaveBeenCalledWith({ q: 'jardin', limit: 3 }, expect.anything())
	expect(page.get('h2').text()).toBe('Library')
	expect(page.find('.found-row h3').exists()).toBe(true)
	expect(page.get('mark').text()).toBe('jardin')
	expect(page.findAll('a').at(-1)!.attributes('href')).toBe('/library?q=jardin')
})

it('says that sheets have only some of the words, where the people have only some', async () => {
	expect((await show(answer({ near: true }))).text()).toBe('')
	expect((await show(answer({ near: true }), { partly: true })).get('section > .ui-hint').text()).toBe('No sheet has all these words; these come closest.')
	expect((await show(answer({ corrected: [{ from: 'jradin', to: 'jardin' }] }))).text()).toBe('')
})

it('says what could not be loaded, and tries again', async () => {
	server.listSheets.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(answer())
	const { page } = mountPage(AlsoSheets, { props: { q: 'jardin', partly: false, corrected: false } })
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('Could not load the sheets.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.found-row')).toHaveLength(1)
})
