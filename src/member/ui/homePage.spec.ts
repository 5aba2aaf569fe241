/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Home } from '../home/model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import HomePage from './HomePage.vue'
import { ApiError } from '../../api/apiError.ts'
import * as settingsGateway from '../../settings/gateway.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { seedMembers } from '../queries.ts'
import { keptMember, sampleSummary } from '../testing/sample.ts'
import { awaitAnswersKey, homeSectionsKey, minutesHereKey } from './sections.ts'

vi.mock('../gateway.ts')
vi.mock('../../settings/gateway.ts')
const settings = vi.mocked(settingsGateway)
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.useRealTimers()
	vi.resetAllMocks()
	server.getGroupsWork.mockResolvedValue({ lines: [] })
	document.body.innerHTML = ''
})

const empty: Home = { welcome: '', awaits: [], beginning: [], meetings: [], groups: [], news: [], searches: [], newest: [] }

function show(home: Home | undefined, mine = keptMember({ name: 'Rémi Castagnède' }), provide: [symbol, unknown][] = [], library = '/Commun') {
	const session = { uid: 'remi', name: 'Remi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, library }
	return mountPage(HomePage, {
		provide: [[sessionKey, session], ...provide],
		seed: (cache) => seedMembers(cache, mine, { path: '/', home }),
	}).page
}

it('greets by the first name, quotes the need, and requests nothing', () => {
	const page = show(empty, keptMember({ name: 'Rémi Castagnède', seeks: [{ text: 'Une forme pour acheter à huit', terms: [] }], offers: [{ text: 'Du bois', terms: [] }] }))
	expect(page.get('h1').text()).toBe('Hello Rémi')
	expect(page.get('.home-need').text()).toContain('Une forme pour acheter à huit')
	expect(page.get('.home-need a').attributes('href')).toBe('/me')
	expect(page.text()).not.toContain('Enter what I offer')
	expect(server.getHome).not.toHaveBeenCalled()
})

it('shows only sections with content', () => {
	const page = show(empty)
	expect(page.findAll('h2').map((title) => title.text())).toEqual(['What you seek', 'What would you like to do?'])
	expect(page.get('.home-need').text()).toContain('What would you need or like at the moment?')
	expect(page.text()).toContain('Enter what I offer')
})

it.each([
	['making', 'The groups of the minutes “Rencontre” are being created.'],
	['undoing', 'What was created from the minutes “Rencontre” is being undone.'],
] as const)('does not ask to resume what this tab is at: %s', (doing, sentence) => {
	const line = { kind: 'minutes' as const, text: 'Rencontre', minutes: { id: 7, undoing: doing === 'undoing' } }
	const lineOf = (here: typeof doing | null) => show({ ...empty, awaits: [line] }, undefined, [[minutesHereKey, (id: number) => id === 7 ? here : null]]).findAll('.home-awaits__line').find((found) => found.text().includes('Rencontre'))!
	const running = lineOf(doing)
	expect([running.get('span').text(), running.get('a').text(), running.get('a').attributes('href')]).toEqual([sentence, 'See the progress', '/minutes/7'])
	expect(lineOf(null).get('a').attributes('href')).toBe('/minutes/7?resume')
})

it('lists what needs attention, with links to it', () => {
	const page = show({ ...empty, awaits: [{ kind: 'card_paused' }, { kind: 'consents', count: 2 }] })
	expect(page.findAll('.home-awaits .home-awaits__line').map((line) => line.get('span').text())).toEqual([
		'Your card is paused: no one else sees it and nothing is lost.',
		'2 cards you keep are waiting for an agreement.',
	])
	expect(page.findAll('.home-awaits a').map((link) => link.attributes('href'))).toEqual(['/me', '/kept'])
})

it('names who wrote in a section of its own, and leads to it', () => {
	const page = show({ ...empty, awaits: [{ kind: 'group_invited', group: { id: 4, title: 'Manger d’ici', teamId: null }, by: 'Odile' }, { kind: 'messages', conversation: 5, by: 'Camille', text: 'Bonjour !' }, { kind: 'messages', others: 2 }] })
	expect(page.findAll('h2').map((title) => title.text())).toEqual(['What you seek', 'What is waiting for you', 'Messages', 'What would you like to do?'])
	expect(page.get('[aria-labelledby=home-awaits]').text()).toContain('Odile invites you to “Manger d’ici”.')
	const messages = page.get('[aria-labelledby=home-messages]')
	expect(messages.findAll('span').map((line) => line.text())).toEqual(['Camille wrote to you: “Bonjour\u00A0!”', 'And 2 others.'])
	expect(messages.findAll('a').map((link) => link.attributes('href'))).toEqual(['/messages/5', '/messages'])
})

it('lets other domains have a line answered in place, but not the rest of many', async () => {
	const Answer = { props: ['line'], template: '<button>Approve {{ line.member.name }}</button>' }
	const group = { id: 4, title: 'Manger d’ici', teamId: null }
	const page = show({ ...empty, awaits: [{ kind: 'group_requests', group, member: { id: 9, uid: 'ida', name: 'Ida' } }, { kind: 'group_requests', others: 1 }] }, undefined, [[awaitAnswersKey as symbol, async () => ({ group_requests: Answer })]])
	const approve = () => page.findAll('.home-awaits .button-vue, .home-awaits button').map((button) => [button.text(), button.attributes('href')])
	expect(approve()).toEqual([['Approve', '/groups/4'], ['Decline', '/groups/4']])
	await flushPromises()
	expect(page.findAll('.home-awaits button').map((button) => button.text())).toEqual(['Approve Ida'])
})

it('leads to what people come for, to the library only where there is one', () => {
	const links = (library: string) => show(empty, undefined, [], library).findAll('.home-doing a').map((link) => [link.text(), link.attributes('href')])
	const always = [['Find someone', '/members'], ['Offer or ask for something', '/notices/new'], ['See the groups', '/groups']]
	expect(links('/Commun')).toEqual([...always.slice(0, 2), ['Share an experience', '/library/tell'], ['Read stories', '/library'], always[2]])
	expect(links('')).toEqual(always)
})

it('confirms a card that is still true where it is asked', async () => {
	server.confirmMember.mockResolvedValueOnce(keptMember())
	server.getHome.mockResolvedValueOnce(empty)
	const page = show({ ...empty, awaits: [{ kind: 'still_true' }] })
	await page.get('.home-awaits button').trigger('click')
	await flushPromises()
	expect(server.confirmMember).toHaveBeenCalledWith(7)
	expect(page.find('.home-awaits').exists()).toBe(false)
})

it('asks how to reach the person until that is known, with the form one click away', async () => {
	const page = show(empty)
	expect(page.text()).toContain('You have not said how people can reach you.')
	await page.findAll('button').find((button) => button.text() === 'Say how to reach me')!.trigger('click')
	await vi.waitFor(() => expect(document.activeElement).toBe(page.get('input[type=email]').element))
	expect(page.get('input').element.value).toBe('remi@example.org')
	expect(show(empty, keptMember({ contact: { email: null, phone: '01 99 00 00 00' } })).text()).not.toContain('reach you')
})

it('says who joined my groups, and shows what other domains add, before new members', () => {
	const Part = { template: '<section><h2>Stories</h2></section>' }
	const news: Home['news'] = [{ kind: 'joined', day: '2026-11-20', group: { id: 4, title: 'Manger d’ici' }, names: ['Ida', 'Jo', 'Lou'], others: 2 }]
	const page = show({ ...empty, groups: [{ id: 4, title: 'Manger d’ici' }], news, newest: [sampleSummary()], searches: [{ id: 1, name: 'Jardin', q: 'jardin', facet: {}, kept: '2026-11-24T10:00:00+00:00' }] }, undefined, [[homeSectionsKey as symbol, [Part]]])
	expect(page.get('[aria-labelledby=home-news] span').text()).toBe('New in “Manger d’ici”: Ida, Jo, Lou, and 2 others.')
	expect(page.findAll('h2').map((title) => title.text())).toEqual(['What you seek', 'What would you like to do?', 'In my groups', 'Stories', 'New members', 'My searches'])
})

it('adds what is due and new in my groups once Deck and Files have answered, with links to it', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 24) })
	const group = { id: 4, title: 'Manger d’ici' }
	server.getGroupsWork.mockResolvedValue({ lines: [
		{ kind: 'due', group, day: '2026-11-20', title: 'Écrire aux maires', board: 3, card: 7 },
		{ kind: 'due', group, day: '2026-11-24', title: 'Ouvrir', board: 3, card: 9 },
		{ kind: 'due', group, day: '2026-11-26', title: 'Réserver la salle', board: 3, card: 8 },
		{ kind: 'file', group, day: '2026-11-23', title: 'Plan !', file: '40', sheet: true },
		{ kind: 'file', group, day: '2026-11-21', title: 'devis ?.pdf', file: '41', sheet: false },
	] })
	const page = show({ ...empty, groups: [group, { id: 5, title: 'Eau' }], news: [{ kind: 'mandate', group, day: '2026-11-22', by: 'Odile' }, { kind: 'mandate', group: { id: 5, title: 'Eau' }, day: '2026-11-02' }] })
	expect(page.findAll('.home-groups a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Manger d’ici', '/groups/4'], ['Eau', '/groups/5']])
	const lines = () => page.findAll('[aria-labelledby=home-news] .home-awaits li').map((line) => [line.get('span').text(), line.get('a').attributes('href')])
	const news = [['Odile changed the mandate of “Manger d’ici” on November 22, 2026.', '/groups/4'], ['The mandate of “Eau” changed on November 2, 2026.', '/groups/5']]
	expect(lines()).toEqual(news)
	await flushPromises()
	expect(lines()).toEqual([
		['Late since November 20, 2026: “Écrire aux maires” — Manger d’ici', expect.stringContaining('/apps/deck/board/3/card/7')],
		['For today: “Ouvrir” — Manger d’ici', expect.stringContaining('/apps/deck/board/3/card/9')],
		['For Thursday: “Réserver la salle” — Manger d’ici', expect.stringContaining('/apps/deck/board/3/card/8')],
		['New or changed in “Manger d’ici”: “Plan\u00A0!”', '/library/sheet/40'],
		news[0],
		['New or changed in “Manger d’ici”: “devis ?.pdf”', expect.stringContaining('/f/41')],
		news[1],
	])
})

it('leaves the rest of home as it is where that cannot be loaded, and retries', async () => {
	server.getGroupsWork.mockReset().mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce({ lines: [{ kind: 'file', group: { id: 4, title: 'Eau' }, day: '2026-11-23', title: 'a.md', file: '4', sheet: false }] })
	const page = show({ ...empty, groups: [{ id: 4, title: 'Eau' }], newest: [sampleSummary()] })
	await flushPromises()
	expect(page.findAll('.member-row')).toHaveLength(1)
	const section = page.get('[aria-labelledby=home-news]')
	expect(section.get('[role=alert]').text()).toContain('Could not load what is due and new in your groups.')
	await section.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(section.findAll('.home-awaits li').map((line) => line.get('span').text())).toEqual(['New or changed: “a.md”'])
	expect(section.find('[role=alert]').exists()).toBe(false)
})

it('shows the welcome text above the rest until it is put away, which can be undone', async () => {
	const page = show({ ...empty, welcome: 'Bienvenue !\nCommencez par une phrase.' })
	expect(page.findAll('h2').map((title) => title.text())).toEqual(['Welcome', 'What you seek', 'What would you like to do?'])
	await vi.waitFor(() => page.get('.home-welcome .ui-markdown'))
	expect(page.get('.home-welcome .ui-markdown').element.textContent).toContain('Bienvenue\u00A0!\nCommencez')
	await page.get('.home-welcome button').trigger('click')
	await flushPromises()
	expect(settings.readWelcome).toHaveBeenCalledWith(true)
	expect(page.find('.home-welcome').exists()).toBe(false)
	await pressUndo('Hidden.')
	await flushPromises()
	expect(settings.readWelcome).toHaveBeenLastCalledWith(false)
	expect(page.find('.home-welcome').exists()).toBe(true)
})

it('shows new members, with a link to all of them', () => {
	const page = show({ ...empty, newest: [sampleSummary({ id: 8, name: 'Ida' }), sampleSummary({ id: 9, name: 'Jo' })] })
	expect(page.findAll('.member-row h3').map((name) => name.text())).toEqual(['Ida', 'Jo'])
	expect(page.get('.home__all a').attributes('href')).toBe('/members?sort=recent')
})

it('shows an error if the rest cannot be loaded, and retries', async () => {
	server.getHome.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce({ ...empty, newest: [sampleSummary()] })
	const page = show(undefined)
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('Could not load the rest of this page.')
	expect(page.get('h1').text()).toBe('Hello Rémi')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.member-row')).toHaveLength(1)
})

it('lists the remaining setup steps until dismissed', async () => {
	const page = show({ ...empty, beginning: [{ kind: 'name', href: '/settings' }, { kind: 'words' }, { kind: 'people' }] })
	const links = page.get('[aria-labelledby=home-beginning]').findAll('a').map((link) => link.attributes('href'))
	expect(links).toEqual(['/settings', '/vocabulary', '/import'])
	server.dismissBeginning.mockResolvedValueOnce(empty)
	await page.get('[aria-labelledby=home-beginning] button').trigger('click')
	await flushPromises()
	expect(server.dismissBeginning).toHaveBeenCalledWith(true)
	expect(page.find('[aria-labelledby=home-beginning]').exists()).toBe(false)
})
