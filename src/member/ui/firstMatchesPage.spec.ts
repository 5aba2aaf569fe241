/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Home } from '../home/model.ts'
import type { Member } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import FirstMatchesPage from './FirstMatchesPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { seedMembers } from '../queries.ts'
import { memberReasons } from '../reasons.ts'
import { keptMember, sampleMatch, sampleSummary } from '../testing/sample.ts'
import { alsoFoundKey } from './directory/alsoFound.ts'
import { itemActionsKey } from './sections.ts'

vi.mock('../gateway.ts')
const knowledge = vi.hoisted(() => ({ proposeAbout: vi.fn() }))
vi.mock('../../knowledge/gateway.ts', () => knowledge)
const server = vi.mocked(gateway)

const home: Home = { welcome: '', awaits: [], beginning: [], meetings: [sampleMatch()], groups: [], news: [], searches: [], newest: [] }
const written = { seeks: [{ text: 'Une fibre locale', terms: [] }] }

beforeEach(() => {
	vi.resetAllMocks()
	knowledge.proposeAbout.mockResolvedValue({ proposals: [{ about: 'thing/wool', sentence: 'la laine : trouver' }] })
	document.body.innerHTML = ''
	registerReasons(memberReasons)
})

function show(mine: Member = keptMember({ id: 1, ...written }), seeded: Home | undefined = home, email = 'ida@example.org', provide: [symbol, unknown][] = []) {
	const session = { uid: 'ida', name: 'Ida', email, facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0 }
	return mountPage(FirstMatchesPage, { provide: [[sessionKey, session], ...provide], seed: (cache) => seedMembers(cache, mine, { path: '/welcome', home: seeded }) }).page
}

it('shows people with a reason, and goes on with the card', () => {
	const page = show()
	expect(page.findAll('.match').map((row) => row.get('h2').text())).toEqual(['Yvonne Cazalis'])
	expect(page.text()).toContain('Douze machines à feutrer')
	expect(page.findAll('a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Yvonne Cazalis', '/members/7'], ['Write to Yvonne Cazalis', '/messages/to/7'], ['Continue with my card', '/me']])
})

it('asks first what it is about, saves the choice with the sentence, and looks for people again', async () => {
	server.getHome.mockResolvedValue({ ...home, meetings: [sampleMatch({ member: sampleSummary({ id: 9, name: 'Jordi Puig' }) })] })
	const page = show(keptMember({ id: 1, seeks: [...written.seeks, { text: 'Un pré', terms: [] }] }))
	await vi.dynamicImportSettled()
	await flushPromises()
	expect(page.element.textContent).toMatch(/Une fibre locale.*What is it about\?.*Yvonne Cazalis/s)
	server.saveMine.mockResolvedValueOnce(keptMember({ id: 1, seeks: [{ text: 'Une fibre locale', terms: [], about: 'thing/wool' }, { text: 'Un pré', terms: [] }] }))
	await page.get('.ui-proposals__one').trigger('click')
	await flushPromises()
	expect(server.saveMine.mock.calls[0]![0]).toEqual({ seeks: [{ text: 'Une fibre locale', terms: [], about: 'thing/wool' }, { text: 'Un pré', terms: [] }], version: 3 })
	expect(page.get('.ui-proposals__one').attributes('aria-pressed')).toBe('true')
	expect(page.get('.match h2').text()).toBe('Jordi Puig')
	server.saveMine.mockRejectedValueOnce(new ApiError(0, 'offline'))
	await page.get('.ui-proposals__one').trigger('click')
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('The server did not answer.')
})

it('shows groups and sheets that the sentence finds, even by some of its words', () => {
	const also = { props: ['q', 'partly', 'corrected'], template: '<p class="also">{{ q }}, {{ partly }}, {{ corrected }}</p>' }
	const page = (text: string) => show(keptMember({ id: 1, seeks: [{ text, terms: [] }] }), home, '', [[alsoFoundKey as symbol, [also]]])
	expect(page('Une fibre locale').get('.also').text()).toBe('Une fibre locale, true, true')
	const long = page('mot '.repeat(60).trim()).get('.also').text()
	expect(long).toBe(`${'mot '.repeat(50).trim()}, true, true`)
})

it('offers the address of the account, and saves it for those who were chosen', async () => {
	server.saveMine.mockResolvedValueOnce(keptMember({ id: 1, ...written, contact: { email: 'ida@example.org' } }))
	const page = show()
	expect(page.get('input').element.value).toBe('ida@example.org')
	expect(server.saveMine).not.toHaveBeenCalled()
	await page.get('select').setValue('groups')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.saveMine.mock.calls[0]![0]).toEqual({ contact: { email: 'ida@example.org' }, audience: { contact: 'groups' }, version: 3 })
	expect(page.find('form').exists()).toBe(false)
})

it('does not ask people who can be reached', () => {
	expect(show(keptMember({ id: 1, ...written, contact: { phone: '01 99 00 00 00' } })).find('form').exists()).toBe(false)
})

it('shows next to the field what is wrong with the address', async () => {
	server.saveMine.mockRejectedValueOnce(new ApiError(400, 'bad_address', { field: 'contact.email' }))
	const page = show(undefined, home, '')
	await page.get('form').trigger('submit')
	expect(page.get('form').text()).toContain('Enter an address.')
	expect(server.saveMine).not.toHaveBeenCalled()
	await page.get('input').setValue('ida')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(page.get('input').attributes('aria-invalid')).toBe('true')
	expect(page.get('input').element.value).toBe('ida')
})

it('says what is so where nobody is near, and where the people did not load', async () => {
	const nobody = show(undefined, { ...home, meetings: [] })
	expect(nobody.get('blockquote').text()).toBe('Une fibre locale')
	expect(nobody.text()).toContain('Nobody who fits was found yet.')
	const make = { props: ['item', 'index', 'part'], template: '<p class="make">{{ part }} {{ index }} {{ item.text }}</p>' }
	expect(show(undefined, { ...home, meetings: [] }, '', [[itemActionsKey as symbol, [make]]]).get('.make').text()).toBe('seeks 0 Une fibre locale')
	server.getHome.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(home)
	const page = mountPage(FirstMatchesPage, {
		provide: [[sessionKey, { uid: 'ida', email: '' }]],
		seed: (cache) => seedMembers(cache, keptMember({ id: 1, ...written }), { path: '/welcome' }),
	}).page
	await flushPromises()
	expect(page.text()).toContain('Your sentence is saved.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.match')).toHaveLength(1)
})
