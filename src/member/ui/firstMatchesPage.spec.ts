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
import { keptMember, sampleMatch } from '../testing/sample.ts'
import { alsoFoundKey } from './directory/alsoFound.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const home: Home = { welcome: '', awaits: [], beginning: [], meetings: [sampleMatch()], groups: [], news: [], searches: [], newest: [] }
const written = { seeks: [{ text: 'Une fibre locale', terms: [] }] }

beforeEach(() => {
	vi.resetAllMocks()
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
	server.getHome.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(home)
	const page = mountPage(FirstMatchesPage, {
		provide: [[sessionKey, { uid: 'ida', email: '' }]],
		seed: (cache) => seedMembers(cache, keptMember({ id: 1, ...written }), { path: '/welcome' }),
	}).page
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('Your sentence is saved.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.match')).toHaveLength(1)
})
