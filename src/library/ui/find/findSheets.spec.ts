/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SheetList } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import FindSheets from './FindSheets.vue'
import { ApiError } from '../../../api/apiError.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../../sheet/gateway.ts'
import { sampleSummary } from '../../sheet/testing/sample.ts'

vi.mock('../../sheet/gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})
afterEach(() => vi.useRealTimers())

function answer(changes: Partial<SheetList> = {}): SheetList {
	return {
		sheets: [sampleSummary({ found: { text: 'Le jardin sans clé', marks: [[3, 6]] } }), sampleSummary({ fileId: '13', title: 'Semis d’août', outcome: 'worked' })],
		facets: {
			kind: [{ id: 'failure', label: 'Récit d’échec', count: 1 }],
			outcome: [{ id: 'worked', label: 'x', count: 5 }, { id: 'failed', label: 'y', count: 1 }],
			help: [],
			territory: [],
			term: [{ id: 'jardins', label: 'Jardins', count: 2 }],
			group: [],
		},
		total: 2,
		next: null,
		...changes,
	}
}

const Library = defineComponent({
	render: () => h(FindSheets, null, {
		default: () => h('p', { class: 'tree' }, 'tree'),
		names: ({ q, sheets }: { q: string, sheets: string[] }) => h('p', { class: 'names' }, `${q} ${sheets.join()}`),
	}),
})

async function show(address: string, ...answers: (SheetList | Error)[]) {
	for (const one of answers) {
		if (one instanceof Error) {
			server.listSheets.mockRejectedValueOnce(one)
		} else {
			server.listSheets.mockResolvedValueOnce(one)
		}
	}
	const mounted = mountPage(Library, {
		router: await routerAt(address),
		seed: (cache) => cache.setQueryData(['vocabulary'], { values: [], sectors: [], themes: [{ id: 'jardins', label: 'Jardins' }], publics: [] }),
	})
	await flushPromises()
	return mounted
}

it('requests nothing and takes no space without a search', async () => {
	const { page } = await show('/library?folder=4')
	expect(server.listSheets).not.toHaveBeenCalled()
	expect(page.find('.tree').exists()).toBe(true)
	expect(page.find('.names').exists()).toBe(false)
})

it('shows results with the words in their sentence, in the order of the server, and file names below', async () => {
	const { page } = await show('/library?q=jardin', answer())
	expect(server.listSheets).toHaveBeenCalledWith({ q: 'jardin', sort: 'relevance' }, expect.anything())
	expect(page.findAll('.found-row h2').map((title) => title.text())).toEqual(['Le jardin sans clé', 'Semis d’août'])
	expect(page.get('mark').text()).toBe('jardin')
	expect(page.findAll('.found-row .ui-hint').map((line) => line.text())).toEqual(['failed · Pyrénées-Orientales', 'worked · Pyrénées-Orientales'])
	expect(page.get('.names').text()).toBe('jardin 12,13')
	expect(page.find('.tree').exists()).toBe(false)
	expect(page.get('.criteria-head__total').text()).toBe('2 sheets')
})

it('follows the typed words, and keeps the rest of the address', async () => {
	vi.useFakeTimers()
	const { page, router } = await show('/library?folder=4')
	server.listSheets.mockResolvedValue(answer())
	await page.get('input[type=search]').setValue(' clé ')
	await vi.advanceTimersByTimeAsync(200)
	expect(router.currentRoute.value.query).toEqual({ folder: '4', q: 'clé' })
})

it('offers the three outcomes in a fixed order, and filters by them', async () => {
	const { page, router } = await show('/library?q=jardin', answer())
	await page.findAll('.ui-popover__button').find((one) => one.text() === 'Outcome')!.trigger('click')
	await flushPromises()
	expect(page.findAll('.facet-choices__label').map((label) => label.text())).toEqual(['worked', 'mixed', 'failed'])
	server.listSheets.mockResolvedValueOnce(answer({ total: 1 }))
	await page.get('input[value=failed]').trigger('change')
	await flushPromises()
	expect(router.currentRoute.value.query).toEqual({ q: 'jardin', 'facet[outcome][]': ['failed'] })
	expect(server.listSheets).toHaveBeenLastCalledWith({ q: 'jardin', facet: { outcome: ['failed'] }, sort: 'relevance' }, expect.anything())
	expect(page.get('.criteria-chips').text()).toContain('failed')
})

it('loads the choices when they are opened, even without words', async () => {
	const { page } = await show('/library')
	server.listSheets.mockResolvedValueOnce(answer())
	await page.findAll('.ui-popover__button').find((one) => one.text() === 'Theme')!.trigger('click')
	await flushPromises()
	expect(server.listSheets).toHaveBeenCalledWith({ sort: 'fresh' }, expect.anything())
	expect(page.get('.facet-choices__label').text()).toBe('Jardins')
	expect(page.find('.tree').exists()).toBe(true)
})

it('shows the corrected words, and suggestions when nothing is found', async () => {
	const { page, router } = await show('/library?q=jadrin&facet[term][]=jardins', answer({ sheets: [], total: 0, corrected: [{ from: 'jadrin', to: 'jardin' }] }))
	expect(page.get('.criteria-head__how').text()).toBe('No results for “jadrin”; showing “jardin”.')
	expect(page.text()).toContain('No sheets match these words and criteria.')
	await page.get('.empty-content button').trigger('click')
	await flushPromises()
	expect(router.currentRoute.value.fullPath).toBe('/library')
	expect(page.find('.tree').exists()).toBe(true)
})

it('is retried after a failure', async () => {
	const { page } = await show('/library?q=jardin', new ApiError(0, 'offline'))
	expect(page.text()).toContain('Could not load the sheets.')
	server.listSheets.mockResolvedValueOnce(answer())
	await page.get('.ui-problem button').trigger('click')
	await flushPromises()
	expect(page.findAll('.found-row')).toHaveLength(2)
})

it('shows a sheet whose file is gone', async () => {
	const { page } = await show('/library?q=jardin', answer({ sheets: [sampleSummary({ file: null })], total: 1 }))
	expect(page.get('.found-row').text()).toContain('the file was deleted')
})
