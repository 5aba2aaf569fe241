/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group, RosterRow } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import GroupPage from './GroupPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { isoDay } from '../../shared/lib/dates.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { seedGroups } from '../queries.ts'
import * as teams from '../teams.ts'
import { may, sampleGroup, sampleMine, sampleRow } from '../testing/sample.ts'
import { groupNowKey } from './sections.ts'

vi.mock('../gateway.ts')
vi.mock('../teams.ts', async (original) => ({ ...await original<typeof teams>(), listMine: vi.fn(), listMembers: vi.fn(), confirmMember: vi.fn(), addMember: vi.fn(), removeMember: vi.fn(), listVisible: vi.fn(), leave: vi.fn(), getTeam: vi.fn(), setPreset: vi.fn(), setLevel: vi.fn() }))
const server = vi.mocked(gateway)
const team = vi.mocked(teams)

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'absent', teams: true, talk: false, library: '', preset: 'request' }

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	document.body.innerHTML = ''
	useUndo().dismiss()
})

/** What a domain above groups shows. */
const NEXT = { props: ['group'], render: ({ group }: { group: Group }) => h('h2', `Next in ${group.title}`) }

async function show(group: Group | undefined, roster: RosterRow[] = [], { address = '/groups/5', lines = [] as unknown[] } = {}) {
	const { page } = mountPage(GroupPage, {
		props: { id: 5 },
		provide: [[sessionKey, session], [groupNowKey, [NEXT]]],
		router: await routerAt(address),
		seed(cache) {
			cache.setQueryData(['members', 'mine'], null)
			cache.setQueryData(['members', 'work', 5], { lines })
			seedGroups(cache, [], { group, roster: group && roster })
		},
	})
	await flushPromises()
	await vi.dynamicImportSettled()
	return page
}
/** Opens the place of facilitators. */
async function facilitate(page: Awaited<ReturnType<typeof show>>): Promise<void> {
	await page.get('.group-facilitate summary').trigger('click')
	await vi.dynamicImportSettled()
	await flushPromises()
}
const button = (page: Awaited<ReturnType<typeof show>>, text: string) => page.findAll('button, a').find((one) => one.text() === text)

describe('for people outside the group, the page', () => {
	it('shows what the group is for, its members, and possible actions', async () => {
		const page = await show(sampleGroup(), [sampleRow({ facilitates: true }), sampleRow({ role: 'trésorière' }, { id: 8, name: 'Ida Roux' })])
		expect(page.get('h1').text()).toBe('Eau de pluie')
		expect(page.get('.group-head p').text()).toBe('Active · facilitated by Yvonne Cazalis (until March 31, 2027)')
		expect(page.findAll('.ui-page__actions a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Write to the facilitators', '/groups/5/write'], ['Ask to join', '/groups/5/join']])
		expect(page.findAll('.group-mandate li').map((line) => line.text())).toEqual(['Poser des cuves', 'Compter les toits', 'Vendre'])
		expect(page.findAll('thead th').map((title) => title.text())).toEqual(['Who', 'Works on'])
		expect(page.findAll('tbody tr').map((row) => row.findAll('th a, td').map((cell) => cell.text()))).toEqual([
			['Yvonne Cazalis', 'facilitates the group · Les toits'], ['Ida Roux', 'trésorière · Les toits'],
		])
		expect(page.text()).not.toContain('Leave the group')
		expect(page.findAll('h2').map((title) => title.text())).toEqual(['Mandate', 'Commitments'])
		expect(page.find('.group-facilitate').exists()).toBe(false)
	})

	it.each([
		['open', null, 'Join'],
		['request', sampleMine({ state: 'invited', invitedBy: { id: 7, name: 'Yvonne' } }), 'Answer the invitation'],
		['open', sampleMine({ state: 'unsigned' }), 'Enter my commitment'],
		['request', sampleMine({ state: 'unsigned' }), 'Ask to join'],
	] as const)('of a group that is %s offers %o: %s', async (join, mine, word) => {
		expect((await show(sampleGroup({ join, mine }))).findAll('.ui-page__actions a').map((link) => link.text())).toEqual(['Write to the facilitators', word])
	})

	it('says to a person in the team of a private group that they are not in the group', async () => {
		const page = await show(sampleGroup({ join: 'private', mine: sampleMine({ state: 'unsigned', inTeam: true }), can: may('leave') }))
		expect(page.text()).toContain('This group is by invitation only, and you have no invitation at the moment.')
		expect(page.text()).toContain('in the team of this group in Nextcloud, but not in the group')
	})

	it('says why joining is not possible', async () => {
		const page = await show(sampleGroup({ can: may() }))
		expect(page.text()).toContain('To be in a group you need a card that members can see.')
		expect(button(page, 'Create my card')?.attributes('href')).toBe('/')
		expect((await show(sampleGroup({ can: may(), join: 'private' }))).text()).toContain('by invitation')
	})
})

describe('for members, the page', () => {
	it('begins with what is going on', async () => {
		const soon = isoDay(new Date(Date.now() + 2 * 86_400_000))
		const page = await show(
			sampleGroup({ mine: sampleMine(), can: may('engage', 'leave'), boardId: 3, folderId: 4, folderPath: '/Réseau/Eau' }),
			[sampleRow({ facilitates: true, entered: '2026-01-15' }), sampleRow({ entered: isoDay(new Date()), commitment: 'Les cuves' }, { id: 8, uid: 'ida', name: 'Ida Roux' })],
			{ lines: [
				{ kind: 'due', group: { id: 5, title: 'Eau' }, day: soon, title: 'Mesurer', board: 3, card: 9 },
				{ kind: 'file', group: { id: 5, title: 'Eau' }, day: '2026-11-20', title: 'La citerne', file: '40', sheet: true },
				{ kind: 'file', group: { id: 5, title: 'Eau' }, day: '2026-11-19', title: 'plan.odt', file: '41', sheet: false },
			] },
		)
		expect(page.findAll('h2').map((title) => title.text())).toEqual(['Next in Eau de pluie', 'Board', 'Latest files', 'New in the group', 'Why', 'Mandate', 'Commitments'])
		expect(page.findAll('[aria-labelledby=group-files] li').map((line) => [line.get('a').text(), line.get('a').attributes('href'), line.get('.ui-hint').text()])).toEqual([
			['La citerne', '/library/sheet/40', 'Nov 20, 2026'], ['plan.odt', expect.stringMatching(/\/f\/41$/), 'Nov 19, 2026'],
		])
		expect(page.findAll('[aria-labelledby=group-arrivals] li').map((line) => line.text())).toEqual([expect.stringMatching(/^IR\s*Ida Roux.*since .*· Les cuves$/s)])
		expect(page.findAll('.button-vue--primary').map((one) => one.text())).toEqual(['Write to the group'])
		expect(page.find('.group-facilitate').exists()).toBe(false)
	})

	it('says that nothing is made or new', async () => {
		const page = await show(sampleGroup({ mine: sampleMine(), can: may('engage', 'leave'), folderId: 4 }))
		expect(page.text()).toContain('This group has no board yet.')
		expect(page.text()).toContain('No file is new or changed in the last two weeks.')
		expect(button(page, 'Create it')).toBeUndefined()
	})

	it('shows the whole engagement, and those who left in a sentence', async () => {
		const inside = { hours: '2 h', until: '2026-12-31', limits: '' }
		const page = await show(
			sampleGroup({ mine: sampleMine(), can: may('engage', 'leave'), channel: { kind: 'mail', value: 'pluie@example.org' } }),
			[sampleRow(inside), sampleRow({ state: 'left', left: '2026-03-02', exitNote: 'Servez-vous.' }, { id: 8, name: 'Bastian' })],
		)
		expect(page.findAll('thead th').map((title) => title.text())).toEqual(['Who', 'Works on', 'How much', 'Until'])
		expect(page.get('.group-left').text()).toBe('Bastian left the group on March 2, 2026: “Servez-vous.”')
		expect(button(page, 'Conversation')?.attributes('href')).toBe('mailto:pluie@example.org')
		expect(button(page, 'Leave the group')?.attributes('href')).toBe('/groups/5/leave')
	})

	it('asks whether an engagement continues, with one click, which can be undone', async () => {
		const mine = sampleMine({ until: '2020-06-30' })
		const page = await show(sampleGroup({ mine, can: may('engage', 'leave') }))
		expect(page.text()).toContain('Your commitment ended on June 30, 2020')
		server.changeEngagement.mockResolvedValue(sampleGroup({ mine: sampleMine({ until: '2099-01-31' }) }))
		await page.get('input[type=date]').setValue('2099-01-31')
		await page.get('.engagement-over').trigger('submit')
		await flushPromises()
		expect(server.changeEngagement).toHaveBeenLastCalledWith(5, { until: '2099-01-31' })
		expect(page.text()).not.toContain('Your engagement ended')
		await pressUndo('You continue until January 31, 2099.')
		expect(server.changeEngagement).toHaveBeenLastCalledWith(5, { until: '2020-06-30' })
	})

	it('asks for the charter again until it is accepted', async () => {
		const page = await show(sampleGroup({ mine: sampleMine(), charter: { asked: 3 } }))
		server.getCharter.mockResolvedValueOnce({ version: 3, date: '2026-11-01T10:00:00+00:00', text: 'Sans étiquettes.', accepted: null, asked: true })
		await button(page, 'Read it')!.trigger('click')
		await flushPromises()
		expect(page.text()).toContain('Sans étiquettes.')
		server.acceptCharter.mockResolvedValueOnce(null)
		server.getGroup.mockResolvedValueOnce(sampleGroup({ mine: sampleMine() }))
		await button(page, 'I accept it')!.trigger('click')
		await flushPromises()
		expect(server.acceptCharter).toHaveBeenCalledWith(3)
		expect(page.text()).not.toContain('is new, or has changed')
	})
})

it('lets the keeper of a card change the person’s commitment, and undo that', async () => {
	const stored = { commitment: 'Les toits', hours: '2 h', from: '2026-01-01', until: '2026-12-31', limits: '' }
	const kept = sampleRow({ ...stored, can: { admit: false, remove: false, engage: true, answer: false, facilitate: false } }, { id: 8, name: 'Ida Roux' })
	const page = await show(sampleGroup(), [sampleRow(), kept])
	expect(page.findAll('.kept-engagement').map((one) => one.get('.ui-hint').text())).toEqual(['You keep the card of Ida Roux, who has no account.'])
	await page.get('.kept-engagement button').trigger('click')
	const form = page.get('.kept-engagement form')
	await form.get('input[type=date]').setValue('2025-01-01')
	await form.trigger('submit')
	expect(server.changePerson).not.toHaveBeenCalled()
	expect(form.text()).toContain('The end of the commitment is before its start.')
	await form.get('input[type=date]').setValue('2027-06-30')
	await form.get('textarea').setValue('Les cuves')
	server.changePerson.mockResolvedValue(kept)
	server.getGroup.mockResolvedValue(sampleGroup())
	server.getRoster.mockResolvedValue([kept])
	await form.trigger('submit')
	await flushPromises()
	expect(server.changePerson).toHaveBeenLastCalledWith(5, 8, { ...stored, commitment: 'Les cuves', until: '2027-06-30' })
	expect(page.find('.kept-engagement form').exists()).toBe(false)
	await pressUndo('The commitment of Ida Roux was recorded.')
	expect(server.changePerson).toHaveBeenLastCalledWith(5, 8, stored)
	expect(page.get<HTMLTextAreaElement>('.kept-engagement form textarea').element.value).toBe('Les cuves')
})

describe('for the keeper of an invited person’s card, the page', () => {
	const asked = sampleRow(
		{ state: 'invited', commitment: 'Les cuves', invitedBy: { id: 7, name: 'Yvonne' }, can: { admit: false, remove: false, engage: false, answer: true, facilitate: false } },
		{ id: 8, uid: null, name: 'Ida Roux' },
	)

	it('records a yes, and how it was given', async () => {
		server.getCharter.mockResolvedValue({ version: 3, date: '2026-11-01T10:00:00+00:00', text: 'Sans étiquettes.', accepted: null, asked: true })
		const page = await show(sampleGroup(), [sampleRow(), asked])
		expect(page.get('.group-note').text()).toContain('Yvonne invites Ida Roux, whose card you keep, to this group.')
		await button(page, 'They will come')!.trigger('click')
		await vi.dynamicImportSettled()
		await flushPromises()
		const form = page.get('.group-note form')
		await form.trigger('submit')
		expect(form.text()).toContain('Enter how the person agreed.')
		await form.get('textarea').setValue('Au téléphone')
		await form.get('input[type=checkbox]').setValue(true)
		server.acceptFor.mockResolvedValueOnce(sampleRow())
		server.getRoster.mockResolvedValue([sampleRow()])
		server.getGroup.mockResolvedValue(sampleGroup())
		await form.trigger('submit')
		await flushPromises()
		expect(server.acceptFor).toHaveBeenCalledWith(5, 8, { how: 'Au téléphone', commitment: 'Les cuves', charter: 3 })
		expect(page.find('.group-note').exists()).toBe(false)
	})

	it('records a no', async () => {
		const page = await show(sampleGroup(), [asked])
		server.declineFor.mockResolvedValueOnce(null)
		server.getRoster.mockResolvedValue([])
		server.getGroup.mockResolvedValue(sampleGroup())
		await button(page, 'They will not come')!.trigger('click')
		await flushPromises()
		expect(server.declineFor).toHaveBeenCalledWith(5, 8)
		expect(page.find('.group-note').exists()).toBe(false)
	})
})

describe('for facilitators, the page', () => {
	const group = sampleGroup({ mine: sampleMine({ facilitates: true }), teamId: 'team', can: may('edit', 'invite', 'engage', 'leave', 'stepDown') })
	const rows = [sampleRow({ state: 'requested', commitment: 'Tenir la buvette', hours: '2 h', until: '2027-06-30', limits: 'Pas le soir', can: { admit: true, remove: true, engage: false, answer: false, facilitate: false } }, { uid: 'ida', id: 8, name: 'Ida Roux' })]

	it('admits a person who asked, to the group and to its team', async () => {
		team.listMine.mockResolvedValue([{ id: 'team' } as never])
		team.listMembers.mockResolvedValue([{ id: 'm-ida', uid: 'ida', name: 'Ida', userType: 1, level: 0, status: 'Requesting' }])
		server.admitMember.mockResolvedValueOnce(sampleRow())
		server.getRoster.mockResolvedValue([])
		server.getGroup.mockResolvedValue(group)
		const page = await show(group, rows)
		expect(page.get('#group-requests').text()).toBe('1 person is waiting for your answer')
		expect(page.get('.group-waiting__line').text()).toMatch(/asked to join · Feutrière, Mazamet.*Tenir la buvette.*2 h · until Jun 30, 2027 · Pas le soir/s)
		await button(page, 'Approve')!.trigger('click')
		await flushPromises()
		expect(server.admitMember).toHaveBeenCalledWith(5, 8)
		expect(team.confirmMember).toHaveBeenCalledWith('team', 'm-ida')
		expect(page.find('#group-requests').exists()).toBe(false)
	})

	it('keeps what only they need in one place, closed until it is wanted, and as it was left', async () => {
		team.listMine.mockResolvedValue([])
		const page = await show(group)
		expect(page.get('.group-facilitate').attributes('open')).toBeUndefined()
		expect(page.find('.invite-person').exists()).toBe(false)
		await facilitate(page)
		expect(page.findAll('.group-facilitate__pages a').map((link) => [link.text(), link.attributes('href')])).toEqual([
			['Edit', '/groups/5/edit'], ['Plan a meeting', '/groups/5/meetings?open=new'], ['Minutes of a meeting', '/groups/5/minutes'],
			['Hand over or share', '/groups/5/edit#edit-facilitators'],
		])
		expect(page.find('.invite-person').exists()).toBe(true)
		page.unmount()
		expect((await show(group)).get('.group-facilitate').attributes('open')).toBeDefined()
	})

	it('opens that place for an address that names it', async () => {
		team.listMine.mockResolvedValue([])
		expect((await show(group, [], { address: '/groups/5#facilitate' })).get('.group-facilitate').attributes('open')).toBeDefined()
		expect((await show(group)).get('.group-facilitate').attributes('open')).toBeUndefined()
	})

	it('says what is missing of a group, why, and where it is created', async () => {
		team.listMine.mockResolvedValue([])
		const making = { first: false, mine: true, by: null, own: { run: true, team: true, board: true, folder: true }, running: false, begun: 0, step: 'done', note: 'board:skipped:absent folder:skipped:no_library', model: null, teamId: 'team', boardId: null, folderId: null, folderPath: null }
		const page = await show(sampleGroup({ ...group, making, can: may('edit', 'make', 'invite', 'engage') }))
		expect(page.find('.group-note').exists()).toBe(false)
		await facilitate(page)
		expect(page.findAll('[aria-labelledby=group-missing] li').map((line) => line.findAll('div').map((part) => part.text()))).toEqual([
			['Board', 'skipped: Deck is not available', 'An administrator can make Deck available to you.'],
			['Folder', 'skipped: no folder is chosen for the library', 'An administrator can choose it.'],
		])
		expect(button(page, 'Create what is missing')?.attributes('href')).toBe('/groups/5/making')
	})

	it('names people who are only in the team, and invites them', async () => {
		team.listMine.mockResolvedValue([])
		const page = await show(group, [sampleRow({ state: 'unsigned' }, { uid: 'ida', id: 8, name: 'Ida Roux' })])
		await facilitate(page)
		expect(page.get('[aria-labelledby=team-outsiders] li').text()).toContain('Ida Roux')
		expect(button(page, 'Remove from the team')).toBeUndefined()
		server.inviteMember.mockResolvedValueOnce('notified')
		await button(page, 'Invite')!.trigger('click')
		await flushPromises()
		expect(server.inviteMember).toHaveBeenCalledWith(5, 8)
		expect(useUndo().message.value?.text).toContain('Ida Roux')
	})

	it('removes accounts from the team that are not in the group, and adds them again', async () => {
		const inTeam = (uid: string, level: number) => ({ id: `m-${uid}`, uid, name: `Account ${uid}`, userType: 1, level, status: 'Member' })
		team.listMine.mockResolvedValue([{ id: 'team', name: 'Eau', description: '', config: 0, population: 4, creation: 0 }])
		team.listMembers.mockResolvedValue([inTeam('remi', 8), inTeam('mo', 1), inTeam('gus', 9), inTeam('yvonne', 1)])
		const page = await show(group, [sampleRow(), sampleRow({}, { id: 9, uid: 'remi', name: 'Rémi' })])
		await facilitate(page)
		expect(page.findAll('[aria-labelledby=team-outsiders] li').map((line) => line.findAll('.group-waiting__who > *, button').map((part) => part.text()))).toEqual([
			['Account mo', 'Remove from the team'],
			['Account gus', 'owns the team: only they can hand it over, in Teams'],
		])
		await button(page, 'Remove from the team')!.trigger('click')
		await flushPromises()
		expect(team.removeMember).toHaveBeenCalledWith('team', 'm-mo')
		team.listMembers.mockResolvedValue([inTeam('remi', 8)])
		await pressUndo('{name} was removed from the team.')
		expect(team.addMember).toHaveBeenCalledWith('team', 'mo')
	})

	it('lists those who asked in Teams apart, to decline', async () => {
		const inTeam = (uid: string, level: number, status = 'Member') => ({ id: `m-${uid}`, uid, name: `Account ${uid}`, userType: 1, level, status })
		team.listMine.mockResolvedValue([{ id: 'team', name: 'Eau', description: '', config: 0, population: 4, creation: 0 }])
		team.listMembers.mockResolvedValue([inTeam('remi', 9), inTeam('ida', 0, 'Requesting')])
		const page = await show(group, [])
		await facilitate(page)
		expect(page.find('[aria-labelledby=team-outsiders]').exists()).toBe(false)
		expect(page.get('[aria-labelledby=team-askers] li').text()).toContain('Account ida')
		await button(page, 'Decline')!.trigger('click')
		await flushPromises()
		expect(team.removeMember).toHaveBeenCalledWith('team', 'm-ida')
		expect(useUndo().message.value).toMatchObject({ text: 'Account ida was not approved.' })
		expect(useUndo().message.value?.undo).toBeUndefined()
	})

	it('lets a facilitator who is an ordinary member of the team lead it', async () => {
		const inTeam = (uid: string, level: number) => ({ id: `m-${uid}`, uid, name: uid, userType: 1, level, status: 'Member' })
		const row = { id: 'team', name: 'Eau', description: '', config: 0, population: 2, creation: 0 }
		team.listMine.mockResolvedValue([row])
		team.listMembers.mockResolvedValue([inTeam('remi', 9), inTeam('ida', 1)])
		team.getTeam.mockResolvedValue({ ...row, owner: 'remi', me: inTeam('remi', 9) })
		const page = await show(group, [sampleRow({ facilitates: true }, { id: 8, uid: 'ida', name: 'Ida Roux' })])
		await flushPromises()
		expect(page.get('.group-requests li').text()).toContain('facilitates the group, but cannot add people to its team')
		await button(page, 'Let them add people')!.trigger('click')
		await flushPromises()
		expect(team.setLevel).toHaveBeenCalledWith('team', 'm-ida', 8)
	})

	it.each([
		['invited', 'open', 'Until you are'],
		['declined', 'private', 'Until you are'],
		['left', 'open', 'Until you are'],
		['unsigned', 'open', 'Say what you are committing to'],
		['requested', 'request', 'Until you are'],
	] as const)('tells a person in the team who is %s that they are not in the group', async (state, joining, sentence) => {
		const page = await show(sampleGroup({ ...group, join: joining, mine: sampleMine({ state, inTeam: true }), can: may('leave') }))
		const notes = page.findAll('.group-note').map((note) => note.text()).join('\n')
		expect(notes).toContain(sentence)
		expect(page.text()).not.toContain('access to what it shares')
		expect(page.text()).not.toContain('cannot access what it shares')
	})

	it('says that the team was deleted, and where to create it again', async () => {
		const page = await show({ ...group, teamGone: true, can: may('edit', 'make', 'invite', 'engage') })
		expect(page.get('.group-note').text()).toContain('was deleted in Nextcloud')
		expect(button(page, 'Create it again')?.attributes('href')).toBe('/groups/5/making')
	})

	it('says that a person without an account is invited through the keeper of their card', async () => {
		team.listMine.mockResolvedValue([])
		const asked = sampleRow({ state: 'invited', can: { admit: false, remove: true, engage: false, answer: false, facilitate: false } }, { uid: null, id: 8, name: 'Ida Roux' })
		const page = await show(group, [asked])
		await facilitate(page)
		expect(page.get('.group-waiting__line').text()).toContain('asked through the keeper of their card, no answer yet')
		expect(button(page, 'Record that Ida Roux will come')).toBeUndefined()
		expect(button(page, 'Withdraw')).toBeDefined()
	})

	it('says what is missing in a group that is being made, and how to continue', async () => {
		const making = { first: false, mine: true, by: null, own: { run: true, team: true, board: true, folder: true }, running: false, begun: 0, step: 'board', note: 'board:failed:server', model: null, teamId: 'team', boardId: null, folderId: null, folderPath: null }
		team.listMine.mockResolvedValue([])
		const page = await show(sampleGroup({ ...group, status: 'forming', making, can: may('edit', 'make', 'engage') }))
		const note = page.get('.group-note')
		expect(note.text()).toContain('Team: done · Board: not yet · Folder: not yet')
		expect(note.text()).not.toContain('board:failed')
		expect(note.get('a').attributes('href')).toBe('/groups/5/making')
	})
})

it('says if there is no such group', async () => {
	server.getGroup.mockRejectedValueOnce(new ApiError(404, 'not_found'))
	server.getRoster.mockRejectedValueOnce(new ApiError(404, 'not_found'))
	const page = await show(undefined)
	expect(page.get('h1').text()).toBe('No group here')
	expect(button(page, 'Go to the groups')?.attributes('href')).toBe('/groups')
})
