/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component } from 'vue'
import type { Member } from '../../../member/index.ts'
import type { Notice } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import EditNoticePage from './EditNoticePage.vue'
import NewNoticePage from './NewNoticePage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { seedGroups } from '../../../group/index.ts'
import { seedMembers } from '../../../member/index.ts'
import { keptMember } from '../../../member/testing/sample.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { daysOn, isoDay } from '../../../shared/lib/dates.ts'
import { registerReasons } from '../../../shared/reasons.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import { pressUndo } from '../../../shared/testing/pressUndo.ts'
import * as gateway from '../../gateway.ts'
import { noticeReasons } from '../../reasons.ts'
import { ownNotice, sampleSummary } from '../../testing/sample.ts'

vi.mock('../../gateway.ts')
const server = vi.mocked(gateway)
const members = vi.hoisted(() => ({ getHome: vi.fn(), getMember: vi.fn(), keptMembers: vi.fn(), getMine: vi.fn() }))
vi.mock('../../../member/gateway.ts', () => members)

const session = { uid: 'odile', name: 'Odile', facilitator: false, network: 'Cordée', region: '76', departements: [], kept: 0 }
const me = keptMember({ id: 1, uid: 'odile', name: 'Odile Marcenac', seeks: [{ text: 'Une fibre locale', terms: ['laine'] }], territories: [{ code: '81', kind: 'departement', name: 'Tarn' }] })
const today = isoDay(new Date())

let mounted: ReturnType<typeof mountPage> | undefined

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	document.body.innerHTML = ''
	registerReasons(noticeReasons)
	useUndo().dismiss()
	members.getHome.mockResolvedValue({ awaits: [], beginning: [], meetings: [], searches: [], newest: [] })
	server.findSimilar.mockResolvedValue({ notices: [] })
})
afterEach(() => {
	vi.useRealTimers()
	mounted?.page.unmount()
})

async function mount(component: Component, address: string, { mine = me, props, who = {} }: { mine?: Member | null, props?: Record<string, unknown>, who?: object } = {}) {
	mounted = mountPage(component, {
		props,
		router: await routerAt(address),
		provide: [[sessionKey, { ...session, ...who }]],
		seed(cache) {
			seedMembers(cache, mine, { path: address })
			seedGroups(cache, [{ id: 5, title: 'Eau de pluie' }], {})
			cache.setQueryData(['vocabulary'], { values: [], sectors: [], themes: [{ id: 'laine', label: 'Laine' }], publics: [] })
		},
	})
	await flushPromises()
	return mounted.page
}
const write = (address = '/notices/new', options = {}) => mount(NewNoticePage, address, options)

async function edit(notice: Notice) {
	server.getNotice.mockResolvedValue(notice)
	return mount(EditNoticePage, '/notices/4/edit', { props: { id: 4 } })
}

type Page = Awaited<ReturnType<typeof write>>
const field = (page: Page, label: string) => page.get<HTMLInputElement>(`#${page.findAll('label').find((one) => one.text() === label)!.attributes('for')}`)
async function submit(page: Page) {
	await page.get('form').trigger('submit')
	await flushPromises()
}

describe('a new notice', () => {
	it('needs a kind and a title only', async () => {
		const page = await write()
		await submit(page)
		expect(server.createNotice).not.toHaveBeenCalled()
		expect(page.text()).toContain('Choose what it is from the list.')
		expect(page.text()).toContain('A title is missing.')
		await page.get('input[value=need]').trigger('change')
		await field(page, 'Title').setValue(' Une camionnette ')
		server.createNotice.mockResolvedValueOnce(ownNotice({ id: 12 }))
		await submit(page)
		const [sent] = server.createNotice.mock.calls[0]!
		expect(sent).toMatchObject({ kind: 'need', title: 'Une camionnette', mode: null, audience: 'members', until: daysOn(today, 60), key: expect.stringMatching(/^[\w-]{8,64}$/) })
		expect(sent).not.toHaveProperty('memberId')
		expect(mounted!.router.currentRoute.value.path).toBe('/notices/12')
		expect(localStorage.length).toBe(0)
		server.deleteNotice.mockResolvedValueOnce(null)
		mounted!.page.unmount()
		await pressUndo('The notice is published.')
		expect(server.deleteNotice).toHaveBeenCalledExactlyOnceWith(12)
		expect(mounted!.router.currentRoute.value.fullPath).toBe('/notices/new')
		const again = await write()
		expect(field(again, 'Title').element.value).toBe(' Une camionnette ')
		expect(again.get<HTMLInputElement>('input[value=need]').element.checked).toBe(true)
		server.createNotice.mockResolvedValueOnce(ownNotice({ id: 13 }))
		await submit(again)
		expect(server.createNotice.mock.calls[1]![0].key).not.toBe(sent.key)
	})

	it('from an item of my card is given back to that form by undo', async () => {
		const page = await write('/notices/new?from=seeks:0')
		await field(page, 'Title').setValue('Une fibre')
		server.createNotice.mockResolvedValueOnce(ownNotice({ id: 12 }))
		await submit(page)
		page.unmount()
		await pressUndo('The notice is published.')
		expect(mounted!.router.currentRoute.value.fullPath).toBe('/notices/new?from=seeks:0')
		expect(field(await write('/notices/new?from=seeks:0'), 'Title').element.value).toBe('Une fibre')
	})

	it('comes filled in from an item of my card, and is linked to it', async () => {
		const page = await write('/notices/new?from=seeks:0')
		expect(field(page, 'Title').element.value).toBe('Une fibre locale')
		expect(page.get<HTMLInputElement>('input[value=need]').element.checked).toBe(true)
		server.createNotice.mockResolvedValueOnce(ownNotice())
		await submit(page)
		expect(server.createNotice.mock.calls[0]![0]).toMatchObject({
			kind: 'need',
			terms: ['laine'],
			territories: [{ code: '81' }],
			from: { part: 'seeks', text: 'Une fibre locale' },
		})
	})

	it('from a kept card is in the name of its person', async () => {
		members.getMember.mockResolvedValue(keptMember({ id: 9, uid: null, name: 'Josette Bru', offers: [{ text: 'Un pré', terms: [] }] }))
		const page = await write('/notices/new?from=offers:0&member=9')
		expect(page.text()).toContain('In the name of Josette Bru')
		server.createNotice.mockResolvedValueOnce(ownNotice())
		await submit(page)
		expect(server.createNotice.mock.calls[0]![0]).toMatchObject({ kind: 'offer', memberId: 9, from: { part: 'offers', text: 'Un pré' } })
	})

	it('can be in the name of a person whose card I keep', async () => {
		members.keptMembers.mockResolvedValue({ members: [keptMember({ id: 9, uid: null, name: 'Josette Bru' }), keptMember({ id: 10, name: 'Brouillon', status: 'draft' })], total: 2, next: null })
		members.getMember.mockResolvedValue(keptMember({ id: 9, name: 'Josette Bru' }))
		const page = await write('/notices/new', { who: { kept: 2 } })
		expect(field(page, 'In whose name?').findAll('option').map((option) => option.text())).toEqual(['mine', 'Josette Bru'])
		await field(page, 'In whose name?').setValue('9')
		await page.get('input[value=offer]').trigger('change')
		await field(page, 'Title').setValue('Un pré')
		server.createNotice.mockResolvedValueOnce(ownNotice())
		await submit(page)
		expect(server.createNotice.mock.calls[0]![0]).toMatchObject({ memberId: 9 })
		expect(server.createNotice.mock.calls[0]![0]).not.toHaveProperty('how')
	})

	it('records how that person gave it, chosen by the keeper or taken from a call, and resets it for another person', async () => {
		members.keptMembers.mockResolvedValue({ members: [keptMember({ id: 9, uid: null, name: 'Josette Bru' }), keptMember({ id: 10, uid: null, name: 'Aimé Bru' })], total: 2, next: null })
		members.getMember.mockResolvedValue(keptMember({ id: 9, uid: null, name: 'Josette Bru' }))
		const page = await write('/notices/new?member=9&how=phone&kind=offer&title=Un+pré', { who: { kept: 2 } })
		const how = () => field(page, 'How they told you').element.value
		expect(how()).toBe('phone')
		await field(page, 'In whose name?').setValue('10')
		expect(how()).toBe('')
		await field(page, 'How they told you').setValue('aloud')
		server.createNotice.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await submit(page)
		expect(server.createNotice.mock.calls[0]![0]).toMatchObject({ memberId: 10, how: 'aloud' })
		await field(page, 'In whose name?').setValue('')
		expect(page.text()).not.toContain('How they told you')
		server.createNotice.mockResolvedValueOnce(ownNotice())
		await submit(page)
		expect(server.createNotice.mock.calls[1]![0]).not.toHaveProperty('how')
	})

	it('for the people of a group only says who can see it', async () => {
		const page = await write()
		expect(page.text()).toContain('All members of the network can see it')
		await field(page, 'Group it comes from').setValue('5')
		await page.get('input[value=group]').trigger('change')
		expect(page.text()).toContain('Only the people of the group “Eau de pluie” can see it')
	})

	it('is kept in this browser with its key until it is published', async () => {
		const page = await write()
		await page.get('input[value=call]').trigger('change')
		await field(page, 'Title').setValue('Cherchons village')
		server.createNotice.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await submit(page)
		const { key } = server.createNotice.mock.calls[0]![0]
		mounted!.page.unmount()
		const again = await write()
		expect(field(again, 'Title').element.value).toBe('Cherchons village')
		expect(again.text()).toContain('this browser kept it')
		server.createNotice.mockResolvedValueOnce(ownNotice())
		await submit(again)
		expect(server.createNotice.mock.calls[1]![0].key).toBe(key)
		expect(localStorage.length).toBe(0)
	})

	it('found in this browser can be erased, and that undone', async () => {
		const page = await write()
		await field(page, 'Title').setValue('Cherchons village')
		mounted!.page.unmount()
		const again = await write()
		await again.findAll('button').find((one) => one.text() === 'Delete this draft')!.trigger('click')
		expect(field(again, 'Title').element.value).toBe('')
		expect(localStorage.length).toBe(0)
		await pressUndo('Draft deleted.')
		expect(field(again, 'Title').element.value).toBe('Cherchons village')
	})

	it('says what resembles it, after a pause', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		const page = await write()
		server.findSimilar.mockResolvedValue({ notices: [sampleSummary()] })
		await field(page, 'Title').setValue('établi')
		await page.get('input[value=offer]').trigger('change')
		expect(server.findSimilar).not.toHaveBeenCalled()
		await vi.advanceTimersByTimeAsync(600)
		await flushPromises()
		expect(server.findSimilar).toHaveBeenCalledExactlyOnceWith({ title: 'établi', kind: 'offer' }, expect.anything())
		expect(page.get('.similar-notices [role=status]').text()).toBe('This may already exist: 1 notice is similar.')
		expect(page.get('.similar-notices a').attributes('href')).toBe('/notices/4')
	})

	it('says what is too long or too far ahead, and leads to it', async () => {
		const page = await write()
		await page.get('input[value=call]').trigger('change')
		await field(page, 'Title').setValue('a'.repeat(121))
		await field(page, 'Open until').setValue(daysOn(today, 181))
		await submit(page)
		expect(page.text()).toContain('1 character too long')
		expect(page.text()).toContain('at most 180 days ahead')
		expect(document.activeElement).toBe(field(page, 'Title').element)
		expect(server.createNotice).not.toHaveBeenCalled()
	})

	it('shows a refusal at the field it names', async () => {
		const page = await write('/notices/new?from=seeks:0')
		server.createNotice.mockRejectedValueOnce(new ApiError(422, 'bad_until', { field: 'until' }))
		await submit(page)
		expect(field(page, 'Open until').attributes('aria-invalid')).toBe('true')
		expect(document.activeElement).toBe(field(page, 'Open until').element)
	})

	it.each([
		['there is none', null, 'make your card first', '/'],
		['it is paused', keptMember({ id: 1, status: 'paused' }), 'Show the card first', '/me'],
	] as const)('needs a card that is shown: %s', async (_, mine, words, to) => {
		const page = await write('/notices/new', { mine })
		expect(page.get('.empty-content').text()).toContain(words)
		expect(page.get('.empty-content a').attributes('href')).toBe(to)
	})
})

describe('a notice of mine', () => {
	it('is changed in what was changed, and the change undone', async () => {
		const page = await edit(ownNotice())
		await field(page, 'Title').setValue('Un établi')
		server.editNotice.mockResolvedValueOnce(ownNotice({ title: 'Un établi', version: 4 }))
		await submit(page)
		expect(server.editNotice).toHaveBeenCalledExactlyOnceWith(4, { version: 3, title: 'Un établi' })
		expect(mounted!.router.currentRoute.value.path).toBe('/notices/4')
		server.editNotice.mockResolvedValueOnce(ownNotice({ version: 5 }))
		page.unmount()
		await pressUndo('The notice is saved.')
		expect(server.editNotice).toHaveBeenLastCalledWith(4, { version: 4, title: 'Deux établis, de janvier à mars' })
		expect(mounted!.router.currentRoute.value.path).toBe('/notices/4/edit')
		const again = await edit(ownNotice({ version: 5 }))
		expect(field(again, 'Title').element.value).toBe('Un établi')
		expect(again.text()).toContain('Not saved; kept in this browser.')
	})

	it('changed elsewhere is not overwritten before a choice', async () => {
		const page = await edit(ownNotice())
		await field(page, 'Title').setValue('Mien')
		server.editNotice.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: ownNotice({ title: 'Leur', free: 'Le soir', version: 7 }) }))
		await submit(page)
		expect(page.get('.ui-conflict').text()).toContain('Leur')
		expect(server.editNotice).toHaveBeenCalledOnce()
		await page.findAll('.ui-conflict button').find((one) => one.text() === 'Keep mine')!.trigger('click')
		server.editNotice.mockResolvedValueOnce(ownNotice({ title: 'Mien', version: 8 }))
		await submit(page)
		expect(server.editNotice).toHaveBeenLastCalledWith(4, { version: 7, title: 'Mien' })
	})

	it('changed elsewhere in other fields is saved with both', async () => {
		const page = await edit(ownNotice())
		await field(page, 'Title').setValue('Mien')
		server.editNotice.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: ownNotice({ free: 'Le soir', version: 7 }) }))
		server.editNotice.mockResolvedValueOnce(ownNotice({ title: 'Mien', version: 8 }))
		await submit(page)
		expect(server.editNotice).toHaveBeenLastCalledWith(4, { version: 7, title: 'Mien' })
	})

	it('that I may not change says so', async () => {
		const page = await edit(ownNotice({ can: { ...ownNotice().can, edit: false } }))
		expect(page.text()).toContain('This notice cannot be changed')
		expect(page.find('form').exists()).toBe(false)
	})
})
