/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component } from 'vue'
import type { NoticeList } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import AlsoNotices from './AlsoNotices.vue'
import MyNoticesPage from './MyNoticesPage.vue'
import NoticesPage from './NoticesPage.vue'
import NoticesPrintPage from './NoticesPrintPage.vue'
import UnansweredPage from './UnansweredPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../../gateway.ts'
import { ownNotice, sampleList, sampleSummary } from '../../testing/sample.ts'

vi.mock('../../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})
afterEach(() => vi.unstubAllGlobals())

const van = sampleSummary({ id: 9, kind: 'need', mode: null, title: 'Une camionnette', excerpt: '', by: { id: 8, uid: 'odile', name: 'Odile Marcenac' }, territories: [] })

async function show(component: Component, address: string, ...answers: (NoticeList | Error)[]) {
	for (const one of answers) {
		if (one instanceof Error) {
			server.listNotices.mockRejectedValueOnce(one)
		} else {
			server.listNotices.mockResolvedValueOnce(one)
		}
	}
	const mounted = mountPage(component, {
		router: await routerAt(address),
		provide: [[sessionKey, { network: 'Cordée' }]],
		seed: (cache) => cache.setQueryData(['vocabulary'], { values: [], sectors: [], themes: [{ id: 'laine', label: 'Laine' }], publics: [] }),
	})
	await flushPromises()
	return mounted
}

describe('the list', () => {
	it('says kind, terms, who, where in words, and what is urgent', async () => {
		const { page } = await show(NoticesPage, '/notices', sampleList([sampleSummary({ neededBy: '2020-01-01' }), van]))
		expect(server.listNotices).toHaveBeenCalledWith({ sort: 'recent' }, expect.anything())
		expect(page.findAll('.found-row').map((row) => row.findAll('p').map((line) => line.text()))).toEqual([
			['Offer · Loan', 'Un luthier laisse un atelier.', 'Yvonne Cazalis · Lodève · was needed by January 1, 2020'],
			['Need', 'Odile Marcenac'],
		])
		expect(page.findAll('h2 a').map((link) => link.attributes('href'))).toEqual(['/notices/4', '/notices/9'])
		expect(page.get('.criteria-head__total').text()).toBe('2 notices')
	})

	it('shows the words where they were found', async () => {
		const { page } = await show(NoticesPage, '/notices?q=luthier', sampleList([sampleSummary({ found: { text: 'Un luthier laisse', marks: [[3, 7]] } })]))
		expect(server.listNotices).toHaveBeenCalledWith({ q: 'luthier', sort: 'relevance' }, expect.anything())
		expect(page.get('mark').text()).toBe('luthier')
	})

	it('shows after the results what says the same in other words', async () => {
		const { page } = await show(NoticesPage, '/notices?q=fourgon', { ...sampleList([]), alike: [van] })
		expect(page.find('.notices').exists()).toBe(false)
		const other = page.get('.other-words')
		expect([other.get('h2').text(), ...other.findAll('h3').map((title) => title.text())]).toEqual(['On the same subject, in other words', 'Une camionnette'])
		expect(other.attributes('aria-labelledby')).toBe(other.get('h2').attributes('id'))
	})

	it('takes one kind at a time, as a step in the browser', async () => {
		const { page, router } = await show(NoticesPage, '/notices', sampleList([van]), sampleList([van]), sampleList([van]))
		const kinds = page.findAll<HTMLInputElement>('.ui-switch input')
		expect(kinds.map(({ element }) => [element.value, element.checked])).toEqual([['', true], ['offer', false], ['need', false], ['call', false], ['practice', false]])
		await kinds[2]!.setValue()
		await flushPromises()
		expect(router.currentRoute.value.query).toEqual({ 'facet[kind][]': ['need'] })
		expect(server.listNotices).toHaveBeenLastCalledWith({ facet: { kind: ['need'] }, sort: 'recent' }, expect.anything())
		router.back()
		await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/notices'))
	})

	it('offers the other criteria with their counts, and takes them out again', async () => {
		const facets = { kind: [], mode: [{ id: 'gift', label: 'gift', count: 3 }], territory: [], term: [{ id: 'laine', label: 'Laine', count: 2 }], group: [] }
		const { page, router } = await show(NoticesPage, '/notices', sampleList([van], { facets }), sampleList([van], { facets }), sampleList([van], { facets }))
		await page.findAll('.ui-popover__button').find((one) => one.text() === 'Terms')!.trigger('click')
		await flushPromises()
		expect(page.get('.facet-choices__label').text()).toBe('Gift')
		await page.get('input[value=gift]').trigger('change')
		await flushPromises()
		expect(router.currentRoute.value.query).toEqual({ 'facet[mode][]': ['gift'] })
		await page.get('[aria-label="Remove Gift"]').trigger('click')
		await flushPromises()
		expect(router.currentRoute.value.fullPath).toBe('/notices')
	})

	it.each([
		['/notices', 'Write what you offer or need'],
		['/notices?q=zeppelin', 'No open notice matches'],
	])('says what to do where there is none: %s', async (address, words) => {
		const { page } = await show(NoticesPage, address, sampleList([]))
		expect(page.get('.empty-content').text()).toContain(words)
		expect(page.get('.empty-content a').attributes('href')).toBe('/notices/new')
	})

	it('can be asked for again after a failure', async () => {
		const { page } = await show(NoticesPage, '/notices', new ApiError(0, 'offline'), sampleList([van]))
		expect(page.get('.ui-problem').text()).toContain('Could not load the notices.')
		await page.get('.ui-problem button').trigger('click')
		await flushPromises()
		expect(page.findAll('.found-row')).toHaveLength(1)
	})
})

it('shows my notices, the open ones first, with their state and how long they are open', async () => {
	const { excerpt, found } = sampleSummary()
	const own = (changes: Parameters<typeof ownNotice>[0]) => ({ ...sampleSummary(), ...ownNotice(changes), excerpt, found })
	server.listOwn.mockResolvedValueOnce({ notices: [own({ id: 1, title: 'Faite', state: 'done' }), own({ id: 2, title: 'Ouverte' })], next: null })
	const { page } = await show(MyNoticesPage, '/notices/mine')
	expect(page.findAll('h2').map((title) => title.text())).toEqual(['Open notices', 'Done, ended or not shown'])
	expect(page.findAll('h3').map((title) => title.text())).toEqual(['Ouverte', 'Faite'])
	expect(page.get('.found-row').text()).toContain('open until January 9, 2027')
	expect(page.findAll('.found-row')[1]!.text()).toContain('It is done')
})

it('marks mine that nobody has answered', async () => {
	server.listOwn.mockResolvedValueOnce({ notices: [{ ...van, mine: true, until: '2027-01-09', unanswered: true }], next: null })
	expect((await show(MyNoticesPage, '/notices/mine')).page.get('.found-row').text()).toContain('Need · no answer yet')
})

describe('needs without an answer, for facilitators', () => {
	it('are listed page by page, or the page has none', async () => {
		server.listUnanswered.mockResolvedValueOnce({ notices: [van], next: 'more' }).mockResolvedValueOnce({ notices: [sampleSummary()], next: null }).mockResolvedValueOnce({ notices: [], next: null })
		const { page } = await show(UnansweredPage, '/notices/unanswered')
		expect(page.findAll('h2').map((title) => title.text())).toEqual(['Une camionnette'])
		await page.findAll('button').find((button) => button.text().includes('more'))!.trigger('click')
		await flushPromises()
		expect(server.listUnanswered).toHaveBeenLastCalledWith('more', expect.anything())
		expect(page.findAll('.found-row')).toHaveLength(2)
		expect((await show(UnansweredPage, '/notices/unanswered')).page.text()).toContain('No need waits for an answer')
	})

	it('are shown to no one else', async () => {
		server.listUnanswered.mockRejectedValueOnce(new ApiError(403, 'not_yours'))
		const { page } = await show(UnansweredPage, '/notices/unanswered')
		expect(page.text()).toContain('Could not load the notices.')
		expect(page.find('.ui-problem button').exists()).toBe(false)
	})

	it.each([[true, true], [false, false]])('have a link on the list of notices (facilitator: %s)', async (facilitator, shown) => {
		server.listNotices.mockResolvedValueOnce(sampleList([van]))
		const { page } = mountPage(NoticesPage, { router: await routerAt('/notices'), provide: [[sessionKey, { network: 'Cordée', facilitator }]], seed: (cache) => cache.setQueryData(['vocabulary'], { values: [], sectors: [], themes: [], publics: [] }) })
		await flushPromises()
		expect(page.find('a[href="/notices/unanswered"]').exists()).toBe(shown)
	})
})

it('says how to begin where I have published nothing', async () => {
	server.listOwn.mockResolvedValueOnce({ notices: [], next: null })
	expect((await show(MyNoticesPage, '/notices/mine')).page.text()).toContain('One line is enough')
})

it('prints what was found, by kind, with its criteria', async () => {
	const { page } = await show(NoticesPrintPage, '/notices/print?q=van&facet[term][]=laine', sampleList([van, sampleSummary()], { next: 'more' }))
	expect(server.listNotices).toHaveBeenCalledWith({ q: 'van', facet: { term: ['laine'] }, sort: 'relevance', limit: 100 }, expect.anything())
	const sheet = page.get('.print-sheet')
	expect(sheet.findAll('h3').map((title) => title.text())).toEqual(['Open offers', 'Open needs'])
	expect(sheet.get('header').text()).toContain('Theme: Laine')
	expect(sheet.text()).toContain('Loan · Yvonne Cazalis · Lodève')
	expect(page.text()).toContain('At most 100 notices are printed')
	const print = vi.fn()
	vi.stubGlobal('print', print)
	await page.get('.ui-page__actions button').trigger('click')
	expect(print).toHaveBeenCalledOnce()
})

describe('below the people of a search', () => {
	const props = { q: 'van', partly: false, corrected: false }

	it('shows the first three', async () => {
		server.listNotices.mockResolvedValueOnce(sampleList([van], { total: 7 }))
		const { page } = mountPage(AlsoNotices, { props })
		await flushPromises()
		expect(server.listNotices).toHaveBeenCalledWith({ q: 'van', limit: 3 }, expect.anything())
		expect(page.get('.found-row h3').text()).toBe('Une camionnette')
		expect(page.findAll('a').at(-1)!.attributes('href')).toBe('/notices?q=van')
	})

	it('says what could not be loaded', async () => {
		server.listNotices.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { page } = mountPage(AlsoNotices, { props })
		await flushPromises()
		expect(page.get('[role=alert]').text()).toContain('Could not load the notices.')
	})
})
