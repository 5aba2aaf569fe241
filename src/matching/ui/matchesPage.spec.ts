/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Member } from '../../member/model.ts'
import type { Matches } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import CardMatch from './CardMatch.vue'
import MatchesPage from './MatchesPage.vue'
import NeedPeople from './NeedPeople.vue'
import NoticeMatches from './NoticeMatches.vue'
import { ApiError } from '../../api/apiError.ts'
import * as members from '../../member/gateway.ts'
import { seedMembers } from '../../member/index.ts'
import { keptMember, sampleMatch, sampleMember, sampleSummary } from '../../member/testing/sample.ts'
import { ownNotice } from '../../notice/testing/sample.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import * as introductions from '../introduction/gateway.ts'
import { sampleIntroduction } from '../introduction/testing/sample.ts'

vi.mock('../gateway.ts')
vi.mock('../introduction/gateway.ts')
vi.mock('../../member/gateway.ts')
const server = vi.mocked(gateway)

const session = { uid: 'linh', name: 'Linh', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0 }

const yvonne = sampleMatch()
const odile = sampleMatch({
	member: sampleSummary({ id: 8, name: 'Odile Marcenac' }),
	seek: 'La facture de l’école',
	offer: 'Un diagnostic',
	direction: 'both',
	given: 'iOffer',
	back: { seek: 'Une salle', offer: 'Une salle voûtée' },
})

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
	vi.mocked(introductions).listIntroductions.mockResolvedValue({ introductions: [] })
	vi.mocked(members).getHome.mockResolvedValue({ welcome: '', awaits: [], beginning: [], meetings: [], groups: [], news: [], searches: [], newest: [] })
})

async function show(matches: Matches['matches'] | ApiError, mine: Member | null = keptMember({ id: 1, seeks: [{ text: 'a', terms: [] }], offers: [{ text: 'b', terms: [] }] }), facilitator = false) {
	if (matches instanceof Error) {
		server.listMatches.mockRejectedValueOnce(matches).mockResolvedValue({ matches: [yvonne] })
	} else {
		server.listMatches.mockResolvedValue({ matches })
	}
	const { page } = mountPage(MatchesPage, { seed: (cache) => seedMembers(cache, mine, { path: '/matches' }), provide: [[sessionKey, { ...session, facilitator }]] })
	await flushPromises()
	return page
}

const lines = (row: { findAll: (css: string) => { text: () => string }[] }) => row.findAll('.match__line').map((line) => line.text().replace(/\s+/g, ' '))

it('lists what I seek and offer with the people who fit, with ways to write to them and to their card', async () => {
	const page = await show([odile, yvonne], keptMember({ id: 1, seeks: [{ text: 'Un moulin', terms: [] }, { text: 'Une fibre locale', terms: [] }], offers: [{ text: 'Un diagnostic', terms: [] }, { text: 'Un pré', terms: [] }] }))
	const items = page.findAll('section').map((item) => [item.get('h2').text().replace(/\s+/g, ' '), ...item.findAll('h3').map((name) => name.text())])
	expect(items).toEqual([['You seek Un moulin'], ['You seek Une fibre locale', 'Yvonne Cazalis'], ['You offer Un diagnostic', 'Odile Marcenac']])
	const rows = page.findAll('.match')
	expect(lines(rows[1]!)).toEqual(['Odile Marcenac seeks La facture de l’école', 'You seek Une salle', 'Odile Marcenac offers Une salle voûtée'])
	expect(lines(rows[0]!)).toEqual(['Yvonne Cazalis offers Douze machines à feutrer'])
	const [write, card] = rows[0]!.findAll('.ui-row a')
	expect(write!.attributes()).toMatchObject({ href: '/messages/to/7' })
	expect(write!.text()).toBe('Write to Yvonne Cazalis')
	expect(card!.attributes()).toMatchObject({ href: '/members/7', 'aria-label': 'View the card of Yvonne Cazalis' })
})

it('has apart those who perhaps can help', async () => {
	const page = await show([yvonne, sampleMatch({ member: sampleSummary({ id: 9, name: 'Jordi' }), degree: 'perhaps' })])
	expect(page.element.textContent).toMatch(/Yvonne Cazalis.*Perhaps also.*Jordi/s)
	expect((await show([sampleMatch({ degree: 'perhaps' })])).text()).toContain('Perhaps also')
	expect((await show([yvonne])).text()).not.toContain('Perhaps also')
})

it('offers to make a notice of what nobody has, and names who can look with me', async () => {
	server.listMatches.mockResolvedValue({ matches: [] })
	const { page } = mountPage(MatchesPage, {
		seed: (cache) => seedMembers(cache, keptMember({ id: 1, status: 'published', seeks: [{ text: 'Un moulin', terms: [] }], offers: [{ text: 'b', terms: [] }] }), { path: '/matches' }),
		provide: [[sessionKey, { ...session, facilitators: [{ uid: 'odile', name: 'Odile' }] }]],
	})
	await flushPromises()
	expect(page.get('section').text()).toContain('Nobody who fits was found yet.')
	expect(page.get('section').text()).toContain('Odile facilitates the network')
	expect(page.get('section a').attributes('href')).toBe('/notices/new?from=seeks:0&member=1')
})

it('leads to the notice of the other person with the need or offer', async () => {
	const page = await show([sampleMatch({ notice: 5 }), sampleMatch({ member: sampleSummary({ id: 8 }), direction: 'iOffer', given: 'iOffer', notice: 6 })])
	const links = page.findAll('.match__line a').map((link) => [link.text(), link.attributes('href')])
	expect(links).toEqual([['Douze machines à feutrer', '/notices/5'], ['Une fibre locale', '/notices/6']])
	expect(lines(page.findAll('.match')[0]!)).toEqual(['Yvonne Cazalis offers Douze machines à feutrer'])
})

it('removes a person immediately, with an undo', async () => {
	server.declineMatch.mockResolvedValueOnce(null)
	server.undoDecline.mockResolvedValueOnce(null)
	const page = await show([odile, yvonne])
	server.listMatches.mockResolvedValue({ matches: [odile] })
	await page.get('[aria-label="Do not suggest Yvonne Cazalis again"]').trigger('click')
	await flushPromises()
	expect(server.declineMatch).toHaveBeenCalledExactlyOnceWith(7)
	expect(page.findAll('.match')).toHaveLength(1)
	expect(useUndo().message.value?.text).toBe('Yvonne Cazalis is no longer suggested to you, and is not informed.')

	server.listMatches.mockResolvedValue({ matches: [odile, yvonne] })
	await pressUndo('Yvonne Cazalis is no longer suggested to you, and is not informed.')
	await flushPromises()
	expect(server.undoDecline).toHaveBeenCalledExactlyOnceWith(7)
	expect(page.findAll('.match')).toHaveLength(2)
})

it('keeps the person and says so when declining fails', async () => {
	server.declineMatch.mockRejectedValueOnce(new ApiError(0, 'offline'))
	const page = await show([yvonne])
	await page.get('[aria-label="Do not suggest Yvonne Cazalis again"]').trigger('click')
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('Could not take the person off this list.')
	expect(page.findAll('.match')).toHaveLength(1)
	expect(useUndo().message.value).toBeNull()
})

it.each([
	['without a card', null, 'Begin with one line', '/'],
	['without a need', keptMember({ id: 1, offers: [{ text: 'b', terms: [] }] }), 'Write what you seek and what you offer', '/me'],
] as const)('leads to writing where there is nobody, %s', async (_, mine, sentence, to) => {
	const page = await show([], mine)
	expect(page.text()).toContain(sentence)
	expect(page.findAll('a').map((link) => link.attributes('href'))).toEqual([to, '/members'])
})

it('says that the list did not load, and tries again', async () => {
	const page = await show(new ApiError(0, 'offline'))
	expect(page.get('[role=alert]').text()).toContain('Could not load the people to meet.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.match')).toHaveLength(1)
})

it('shows on a card what the two could talk about, and nothing without a reason', async () => {
	server.getMatch.mockResolvedValueOnce({ match: yvonne }).mockResolvedValueOnce({ match: null })
	const { page } = mountPage(CardMatch, { props: { member: sampleMember() } })
	await flushPromises()
	expect(page.get('h2').text()).toBe('What you could talk about')
	expect(lines(page)).toEqual(['You seek Une fibre locale', 'Yvonne Cazalis offers Douze machines à feutrer'])
	const { page: other } = mountPage(CardMatch, { props: { member: sampleMember({ id: 9 }) } })
	await flushPromises()
	expect(server.getMatch).toHaveBeenLastCalledWith(9, expect.anything())
	expect(other.text()).toBe('')
})

it('has introductions first, and does not suggest their people again', async () => {
	vi.mocked(introductions).listIntroductions.mockResolvedValue({ introductions: [sampleIntroduction({ with: { id: yvonne.member.id, name: 'Yvonne Cazalis', line: '' }, can: { accept: true } })] })
	const page = await show([odile, yvonne])
	expect(page.findAll('h2').map((heading) => heading.text())).toContain('Getting to know each other')
	expect(page.get('.introduction').text()).toContain('Yvonne Cazalis would like to get to know you.')
	expect(page.findAll('.match h3').map((name) => name.text())).toEqual(['Odile Marcenac'])
	const alone = await show([yvonne])
	expect(alone.find('.match').exists()).toBe(false)
	expect(alone.text()).not.toContain('Nobody to suggest yet')
})

it('says that the introductions did not load, and still shows the people', async () => {
	vi.mocked(introductions).listIntroductions.mockRejectedValueOnce(new ApiError(0, 'offline'))
	const page = await show([yvonne])
	expect(page.text()).toContain('Could not load your introductions.')
	expect(page.findAll('.match')).toHaveLength(1)
})

it('leads facilitators to the introductions that wait', async () => {
	const to = (page: Awaited<ReturnType<typeof show>>) => page.findAll('a').map((link) => link.attributes('href'))
	expect(to(await show([yvonne]))).not.toContain('/mediations')
	expect(to(await show([yvonne], undefined, true))).toContain('/mediations')
})

it('names who could help with a need that was just saved on my own card', async () => {
	server.listMatches.mockResolvedValue({ matches: [yvonne, odile, sampleMatch({ member: sampleSummary({ id: 9, name: 'Jordi' }), degree: 'perhaps' })] })
	const people = async (uid: string, text: string) => {
		const { page } = mountPage(NeedPeople, { props: { member: keptMember({ uid }), item: { text, terms: [] } }, provide: [[sessionKey, session]] })
		await flushPromises()
		return page
	}
	const page = await people('linh', 'Une fibre locale')
	expect(page.findAll('a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Write to Yvonne Cazalis', '/messages/to/7'], ['Write to Jordi', '/messages/to/9'], ['See why', '/matches']])
	expect(page.text()).toMatch(/Write to Jordi\s*\(perhaps\)/)
	expect((await people('linh', 'Un moulin')).text()).toContain('Nobody who fits was found yet.')
	server.listMatches.mockClear()
	expect((await people('berthe', 'Un moulin')).text()).toBe('')
	expect(server.listMatches).not.toHaveBeenCalled()
})

describe('the people for a notice', () => {
	async function suggestions(notice = ownNotice({ kind: 'need' })) {
		const { page } = mountPage(NoticeMatches, { props: { notice }, provide: [[sessionKey, { ...session, facilitators: [{ uid: 'linh', name: 'Linh' }, { uid: 'odile', name: 'Odile Marcenac' }] }]] })
		await vi.dynamicImportSettled()
		await flushPromises()
		return page
	}

	it('could help with a need, or be interested by an offer, each with a way to write to them', async () => {
		server.listNoticeMatches.mockResolvedValue({ matches: [yvonne, sampleMatch({ member: sampleSummary({ id: 9, name: 'Jordi' }), degree: 'perhaps' })] })
		const page = await suggestions()
		expect(server.listNoticeMatches).toHaveBeenCalledWith(4, expect.anything())
		expect(page.get('h2').text()).toBe('Who could help')
		expect(page.element.textContent).toMatch(/Yvonne Cazalis.*Perhaps also.*Jordi/s)
		expect(page.get('.match .ui-row a').attributes('href')).toBe('/messages/to/7')
		expect((await suggestions(ownNotice())).get('h2').text()).toBe('People this may interest')
	})

	it('are read again once the notice has changed', async () => {
		server.listNoticeMatches.mockResolvedValueOnce({ matches: [yvonne] }).mockResolvedValueOnce({ matches: [odile] })
		const page = await suggestions()
		await page.setProps({ notice: ownNotice({ kind: 'need', version: 4, about: 'learn/old-walls' }) })
		await flushPromises()
		expect(page.findAll('h3').map((name) => name.text())).toEqual(['Odile Marcenac'])
	})

	it('are nobody: another facilitator can look with the author', async () => {
		server.listNoticeMatches.mockResolvedValue({ matches: [] })
		vi.mocked(members).listMembers.mockResolvedValue({ members: [sampleSummary({ id: 8, uid: 'odile', name: 'Odile Marcenac' })], facets: null, more: false, total: 1, next: null })
		const page = await suggestions()
		expect(page.text()).toContain('Nobody who fits was found yet.')
		expect(page.text()).toContain('Odile Marcenac facilitates the network')
		expect(page.get('a').attributes('href')).toBe('/messages/to/8')
		vi.mocked(members).listMembers.mockResolvedValue({ members: [], facets: null, more: false, total: 0, next: null })
		expect((await suggestions()).find('a').exists()).toBe(false)
	})

	it('can be asked for again after a failure', async () => {
		server.listNoticeMatches.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce({ matches: [yvonne] })
		const page = await suggestions()
		await page.get('.ui-problem button').trigger('click')
		await flushPromises()
		expect(page.findAll('.match')).toHaveLength(1)
	})
})

it('proposes to meet for a person whose card one keeps', async () => {
	server.listMatches.mockResolvedValue({ matches: [odile, yvonne] })
	vi.mocked(introductions).listIntroductions.mockResolvedValue({ introductions: [sampleIntroduction({ with: { id: 8, name: 'Odile Marcenac', line: '' }, for: { id: 12, name: 'Jordi' }, mine: true })] })
	const { page } = mountPage(CardMatch, { props: { member: keptMember({ id: 12, name: 'Jordi' }) } })
	await flushPromises()
	expect(server.listMatches).toHaveBeenCalledExactlyOnceWith(5, expect.anything(), 12)
	expect(server.getMatch).not.toHaveBeenCalled()
	expect(page.get('h2').text()).toBe('People Jordi could meet')
	expect(page.findAll('h3').map((name) => name.text())).toEqual(['Yvonne Cazalis'])
	expect(lines(page)).toEqual(['Jordi seeks Une fibre locale', 'Yvonne Cazalis offers Douze machines à feutrer'])
	vi.mocked(introductions).proposeIntroduction.mockResolvedValueOnce(sampleIntroduction({ mine: true }))
	await page.get('button').trigger('click')
	await page.findAll('dialog button').at(-1)!.trigger('click')
	await flushPromises()
	expect(vi.mocked(introductions).proposeIntroduction).toHaveBeenCalledExactlyOnceWith(7, false, 12)
})
