/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Subscriber, Subscribers } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import SubscribersPage from './SubscribersPage.vue'
import { sessionKey } from '../../settings/index.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const session = { uid: 'romain', name: 'Romain', email: 'romain@example.org', facilitator: true, admin: false, network: 'Cordée', facilitators: [], kept: 0 }
const zoe: Subscriber = { id: 1, name: 'Zoé', member: null, kind: 'address', mayTell: true, gets: true, noMail: null, why: 'told', on: '2026-11-20', manner: 'Au marché' }
const paulette: Subscriber = { ...zoe, id: 2, name: 'Paulette', member: 7, kind: 'kept', mayTell: false, why: 'paper', noMail: 'paper' }

const unreached = { total: 0, people: [] }

let page: ReturnType<typeof mountPage>['page']
let router: Awaited<ReturnType<typeof routerAt>>

beforeEach(async () => {
	vi.useFakeTimers()
	vi.resetAllMocks()
	document.body.innerHTML = '<div id="skip-actions"></div>'
	server.getSettings.mockResolvedValue({ asks: false, open: false, url: '' })
	server.listSubscribers.mockResolvedValue({ subscribers: [paulette, zoe], next: null, counts: { on: 2, unreached, off: 0, asked: 0 } })
	server.listSubscribersAt.mockResolvedValue({ subscribers: [zoe], others: 0 })
	router = await routerAt('/subscribers')
	page = mountPage(SubscribersPage, { router, provide: [[sessionKey, session]] }).page
	await flushPromises()
})

afterEach(() => {
	page.unmount()
	vi.useRealTimers()
})

async function look(words: string) {
	await page.find('input[type=search]').setValue(words)
	await vi.advanceTimersByTimeAsync(300)
	await flushPromises()
}

it('keeps the address of a person out of the URLs of the page and of requests', async () => {
	await look('zoe@example.org')
	expect(server.listSubscribersAt.mock.calls.map(([address]) => address)).toEqual(['zoe@example.org'])
	expect(JSON.stringify(server.listSubscribers.mock.calls)).not.toContain('@')
	expect(router.currentRoute.value.fullPath).toBe('/subscribers')
	expect(page.text()).toContain('Zoé')
	expect(page.text()).not.toContain('Paulette')

	await look('Pau')
	expect(router.currentRoute.value.fullPath).toBe('/subscribers?q=Pau')
})

it('shows the words of the page’s address when Back or a link changes them', async () => {
	const field = () => page.get<HTMLInputElement>('input[type=search]').element.value
	const goTo = async (address: string) => {
		await router.push(address)
		await vi.advanceTimersByTimeAsync(300)
		await flushPromises()
	}
	await look('Pau')
	await goTo('/subscribers?q=Zo')
	expect(field()).toBe('Zo')
	expect(server.listSubscribers.mock.lastCall![0]).toMatchObject({ q: 'Zo' })

	await look('zoe@example.org')
	expect(field(), 'typing an email address takes the words out of the page’s address').toBe('zoe@example.org')
	await goTo('/subscribers?q=Pau')
	expect(field()).toBe('Pau')
	expect(router.currentRoute.value.fullPath).toBe('/subscribers?q=Pau')

	await goTo('/subscribers')
	expect(field()).toBe('')
})

it('keeps the counts while searching for a name', async () => {
	expect(page.text()).toContain('2 people get the letter by email')
	let answer: (list: Subscribers) => void = () => undefined
	server.listSubscribers.mockReturnValue(new Promise((resolve) => {
		answer = resolve
	}))
	await look('Pau')
	expect(page.text(), 'until the list is there').toContain('2 people get the letter by email')
	answer({ subscribers: [paulette], next: null, counts: { on: 3, unreached, off: 0, asked: 0 } })
	await flushPromises()
	expect(page.text()).toContain('3 people get the letter by email')
	expect(page.text()).not.toContain('Zoé')
})

it('says how many there are after one acted in a search', async () => {
	server.listSubscribers.mockResolvedValue({ subscribers: [zoe], next: null, counts: { on: 2, unreached, off: 0, asked: 0 } })
	await look('Zo')
	server.listSubscribers.mockResolvedValue({ subscribers: [], next: null, counts: { on: 1, unreached, off: 1, asked: 0 } })
	server.recordChoice.mockResolvedValue({ ...zoe, gets: false })
	await page.get('li button').trigger('click')
	await page.get('form input:not([type=date])').setValue('Au marché')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.recordChoice).toHaveBeenCalledOnce()
	expect(page.text()).toContain('1 person gets the letter by email')
})

it('names those who get no mail, with the reason and what helps', async () => {
	expect(page.find('details').exists(), 'everyone is reached').toBe(false)
	const odile: Subscriber = { ...zoe, id: 3, name: 'Odile', kind: 'account', noMail: 'no_address' }
	const people = [{ id: 3, name: 'Odile', member: 4, why: 'no_address' as const }, { id: 4, name: '', member: null, why: 'shared' as const }]
	server.listSubscribers.mockResolvedValue({ subscribers: [odile], next: null, counts: { on: 1, unreached: { total: 3, people }, off: 0, asked: 0 } })
	await look('Od')
	expect(page.text()).toContain('1 person gets the letter by email')
	const list = page.get('details')
	expect(list.text()).toContain('No email is sent to 3 people on the list: who, and why')
	expect(list.findAll('li').map((row) => [row.get('.ui-rows__what > :first-child').text(), row.get('p').text()])).toEqual([
		['Odile', 'The account has no email address: the person, or an administrator, can add one in the settings of Nextcloud.'],
		['(no name)', 'Another person at the same email address gets it: one email for both.'],
	])
	expect(list.text()).toContain('1 more is not named here.')
	expect(page.get('.ui-rows__row .subscriber__why + .subscriber__why').text()).toContain('The account has no email address')
})

it('says if there is nobody', async () => {
	server.listSubscribersAt.mockResolvedValue({ subscribers: [], others: 0 })
	await look('nobody@example.org')
	expect(page.text()).toContain('Nobody gets the letter at this address')
})

it('does not say who has an address that they do not show', async () => {
	server.listSubscribersAt.mockResolvedValue({ subscribers: [], others: 1 })
	await look('linh@example.org')
	expect(page.text()).toContain('1 person in the list has this address, but does not show it to you.')
	expect(page.text()).not.toContain('Nobody gets the letter at this address')
})

it('changes nothing of the page that is opened meanwhile', async () => {
	await page.find('input[type=search]').setValue('Pau')
	page.unmount()
	await router.push('/members')
	await vi.advanceTimersByTimeAsync(300)
	expect(router.currentRoute.value.fullPath).toBe('/members')
})

it('offers to record a choice only with permission', () => {
	expect(page.findAll('li').map((row) => [/Zoé|Paulette/.exec(row.text())![0], row.find('button').exists()])).toEqual([['Paulette', false], ['Zoé', true]])
	expect(page.text()).toContain('on paper, or read aloud')
})

it.each([[true, 'Stop at their request'], [false, 'Start at their request']])('names the button of a row by the words on it: %s', async (gets, words) => {
	server.listSubscribersAt.mockResolvedValue({ subscribers: [{ ...zoe, gets }], others: 0 })
	await look('zoe@example.org')
	const button = page.find('li button')
	expect([button.text(), button.attributes('aria-label')]).toEqual([words, `${words}: Zoé`])
})
