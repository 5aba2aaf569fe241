/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import GroupEditPage from './GroupEditPage.vue'
import { ApiError } from '../../api/apiError.ts'
import * as deck from '../../board/deck.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { seedGroups } from '../queries.ts'
import * as teams from '../teams.ts'
import { may, sampleGroup, sampleMine, sampleRow } from '../testing/sample.ts'

vi.mock('../gateway.ts')
vi.mock('../../board/deck.ts')
vi.mock('../teams.ts')
const server = vi.mocked(gateway)
const boards = vi.mocked(deck)
const team = vi.mocked(teams)

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
})

const roster = [sampleRow({}, { id: 9, uid: 'ida', name: 'Ida Roux' }), sampleRow({}, { id: 10, uid: null, name: 'Sans compte' })]

async function show(changes: Partial<Group> = {}, rows = roster) {
	const group = sampleGroup({ mine: sampleMine({ facilitates: true }), can: may('edit', 'facilitate', 'stepDown', 'sleep', 'close'), ...changes })
	const mounted = mountPage(GroupEditPage, {
		props: { id: 5 },
		provide: [[sessionKey, session]],
		router: await routerAt('/groups/5/edit'),
		seed: (cache) => seedGroups(cache, [], { group, roster: rows }),
	})
	await flushPromises()
	return { ...mounted, group }
}
type Page = Awaited<ReturnType<typeof show>>['page']
const button = (page: Page, text: string) => page.findAll('button').find((one) => one.text() === text)
async function press(page: Page, text: string) {
	await button(page, text)!.trigger('click')
	await flushPromises()
}
async function save(page: Page) {
	await page.get('form').trigger('submit')
	await flushPromises()
}
const facilitators = (page: Page) => page.get('[aria-labelledby=edit-facilitators]')
async function handOver(page: Page) {
	await facilitators(page).get('form').trigger('submit')
	await flushPromises()
}
const title = (page: Page) => page.get<HTMLInputElement>('input[type=text]')

describe('the team', () => {
	const mine = { id: 'm', uid: 'remi', name: 'remi', userType: 1, level: 8, status: 'Member' }
	const ofTeam = { id: 't', name: 'Eau', description: '', config: 24, population: 1, creation: 0 }
	/** How people join. */
	const joining = (page: Page) => page.findAll<HTMLSelectElement>('select').find((one) => one.findAll('option').some((option) => option.attributes('value') === 'private'))!
	async function close(level: number) {
		const { page, group } = await show({ join: 'open', teamId: 't', can: may('edit', 'invite') })
		let stored = group
		server.editGroup.mockImplementation(async (_, version, words) => stored = { ...stored, ...words, version: version + 1 } as Group)
		server.getGroup.mockImplementation(async () => stored)
		team.listMine.mockResolvedValue([ofTeam])
		team.getTeam.mockResolvedValue({ ...ofTeam, owner: 'ida', me: { ...mine, level } })
		await joining(page).setValue('private')
		return page
	}

	it('follows how people join, and the undo', async () => {
		const page = await close(8)
		await save(page)
		expect(team.setPreset.mock.calls).toEqual([['t', 'private']])
		await useUndo().message.value!.undo!()
		expect(team.setPreset.mock.calls).toEqual([['t', 'private'], ['t', 'open']])
		expect(page.text()).not.toContain('still lets people in')
	})

	it('is asked nothing for another change', async () => {
		const page = await close(8)
		await joining(page).setValue('open')
		await title(page).setValue('Pluie')
		await save(page)
		expect(server.editGroup).toHaveBeenCalledWith(5, 4, { title: 'Pluie' })
		expect(team.listMine).not.toHaveBeenCalled()
	})

	it('can be tried again where it did not follow, without saving the group again', async () => {
		const page = await close(8)
		team.setPreset.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await save(page)
		expect(page.text()).toContain('The team in Nextcloud still lets people in as before.')
		await press(page, 'Try again')
		expect([server.editGroup.mock.calls.length, team.setPreset.mock.calls.at(-1)]).toEqual([1, ['t', 'private']])
		expect(page.text()).not.toContain('still lets people in')
	})

	it('is not changed by a person who does not manage it: Teams would count that as an attack', async () => {
		const page = await close(4)
		await save(page)
		expect(page.text()).toContain('only people who manage it there can change that')
		team.listMine.mockResolvedValue([])
		await press(page, 'Try again')
		expect(page.text()).toContain('only people who manage it there can change that')
		expect([team.getTeam.mock.calls.length, team.setPreset.mock.calls.length]).toEqual([1, 0])
	})
})

describe('the fields of a group', () => {
	it('are changed one by one, and can be undone', async () => {
		const { page, group } = await show()
		await title(page).setValue('Pluie')
		server.editGroup.mockResolvedValueOnce({ ...group, title: 'Pluie', version: 5 }).mockResolvedValueOnce({ ...group, version: 6 })
		await save(page)
		expect(server.editGroup).toHaveBeenLastCalledWith(5, 4, { title: 'Pluie' })
		await pressUndo('Group updated.')
		expect(server.editGroup).toHaveBeenLastCalledWith(5, 5, { title: 'Eau de pluie' })
		// Not saved any more, but still there.
		expect(title(page).element.value).toBe('Pluie')
		server.editGroup.mockResolvedValueOnce({ ...group, title: 'Pluie', version: 7 })
		await save(page)
		expect(server.editGroup).toHaveBeenLastCalledWith(5, 6, { title: 'Pluie' })
	})

	it('silently take over what only others changed meanwhile', async () => {
		const { page, group } = await show()
		await title(page).setValue('Pluie')
		const theirs = { ...group, purpose: 'Autre raison', version: 7 }
		server.editGroup.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: theirs })).mockResolvedValueOnce({ ...theirs, title: 'Pluie', version: 8 })
		await save(page)
		expect(server.editGroup).toHaveBeenLastCalledWith(5, 7, { title: 'Pluie' })
		expect(page.findAll('textarea')[0]!.element.value).toBe('Autre raison')
	})

	it.each([
		['Keep mine', 'Pluie', { title: 'Pluie' }],
		['Use the other', 'Eau du toit', {}],
	])('ask if both changed the same: %s', async (choice, value, sent) => {
		const { page, group } = await show()
		await title(page).setValue('Pluie')
		const theirs = { ...group, title: 'Eau du toit', version: 7 }
		server.editGroup.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: theirs })).mockResolvedValueOnce({ ...theirs, version: 8 })
		await save(page)
		expect(page.text()).toContain('The other version:Eau du toit')
		await save(page)
		expect(server.editGroup).toHaveBeenCalledTimes(1)
		await press(page, choice)
		expect(title(page).element.value).toBe(value)
		await save(page)
		expect(server.editGroup).toHaveBeenLastCalledWith(5, 7, sent)
	})

	it('are not sent without a name or with lines that are too long', async () => {
		const { page } = await show()
		await title(page).setValue(' ')
		await page.findAll('textarea')[1]!.setValue('x'.repeat(501))
		await save(page)
		expect(page.text()).toContain('A group needs a name.')
		expect(page.text()).toContain('A line is longer than 500 characters.')
		expect(server.editGroup).not.toHaveBeenCalled()
	})
})

describe('facilitating', () => {
	it('is handed over with the team and the board', async () => {
		const { page, group } = await show({ teamId: 'team', boardId: 3 })
		const choice = page.findAll('select').at(-1)!
		expect(choice.findAll('option').map((option) => option.text())).toEqual(['choose…', 'Ida Roux'])
		await choice.setValue('9')
		await facilitators(page).get('input[type=date]').setValue('2099-01-01')
		await page.get('input[value=instead]').setValue()
		server.facilitateGroup.mockResolvedValueOnce(group)
		team.getTeam.mockResolvedValueOnce({ me: { level: 9 } } as never)
		team.listMembers.mockResolvedValueOnce([{ id: 'm-ida', uid: 'ida', name: 'ida', userType: 1, level: 1, status: 'Member' }])
		boards.getBoard.mockResolvedValueOnce({ owner: 'remi', acl: [{ type: 7, participant: 'team' }] } as never)
		await handOver(page)
		expect(server.facilitateGroup).toHaveBeenCalledWith(5, { memberId: 9, until: '2099-01-01', handOver: true })
		expect(team.setLevel).toHaveBeenCalledWith('team', 'm-ida', 9)
		expect(boards.transferOwner).toHaveBeenCalledWith(3, 'ida')
		expect(page.find('.edit-facilitators__left').exists()).toBe(false)
	})

	it('can be entered for the viewer, and cannot be handed to the viewer', async () => {
		const { page, group } = await show({ teamId: 'team', boardId: 3 }, [sampleRow({}, { id: 8, uid: 'remi', name: 'Rémi' }), sampleRow({}, { id: 9, uid: 'ida', name: 'Ida Roux' })])
		const choice = page.findAll('select').at(-1)!
		await choice.setValue('9')
		await page.get('input[value=instead]').setValue()
		// The chosen successor changed: the role is no longer handed over.
		await choice.setValue('8')
		expect(page.find('input[value=instead]').exists()).toBe(false)
		expect(button(page, 'Record it')).toBeDefined()
		server.facilitateGroup.mockResolvedValueOnce(group)
		team.getTeam.mockResolvedValue({ me: { level: 9 } } as never)
		team.listMembers.mockResolvedValue([{ id: 'm-remi', uid: 'remi', name: 'remi', userType: 1, level: 1, status: 'Member' }])
		boards.getBoard.mockResolvedValue({ owner: 'ida' } as never)
		await handOver(page)
		expect(server.facilitateGroup).toHaveBeenCalledWith(5, expect.objectContaining({ memberId: 8, handOver: false }))
		expect(team.setLevel).not.toHaveBeenCalled()
		expect(boards.transferOwner).not.toHaveBeenCalled()
		expect(useUndo().message.value?.text).toBe('Rémi facilitates the group.')
	})

	it('can be shared with another facilitator without transferring the board', async () => {
		const { page, group } = await show({ teamId: null, boardId: 3 })
		await page.findAll('select').at(-1)!.setValue('9')
		expect(button(page, 'Make them a facilitator')).toBeDefined()
		server.facilitateGroup.mockResolvedValueOnce(group)
		await handOver(page)
		expect(server.facilitateGroup).toHaveBeenCalledWith(5, expect.objectContaining({ memberId: 9, handOver: false }))
		expect(boards.transferOwner).not.toHaveBeenCalled()
	})

	it('is handed over even if the team change fails, and says so', async () => {
		const { page, group } = await show({ teamId: 'team' })
		await page.findAll('select').at(-1)!.setValue('9')
		server.facilitateGroup.mockResolvedValueOnce(group)
		team.getTeam.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await handOver(page)
		expect(page.get('.edit-facilitators__left').text()).toContain('Ida Roux cannot add people to the team yet')
		expect(useUndo().message.value?.text).toBe('Ida Roux facilitates the group.')
	})
})

describe('ending a group', () => {
	it('for a time can be undone', async () => {
		const { page, group } = await show()
		server.setGroupStatus.mockResolvedValueOnce({ ...group, status: 'dormant', version: 5 }).mockResolvedValueOnce(group)
		await press(page, 'Make the group dormant')
		expect(server.setGroupStatus).toHaveBeenLastCalledWith(5, { status: 'dormant', version: 4 })
		await pressUndo('The group is dormant.')
		expect(server.setGroupStatus).toHaveBeenLastCalledWith(5, { status: 'active', version: 5 })
	})

	it('for good says what is deleted and what is kept', async () => {
		const { page, router } = await show({ status: 'closed', can: may('edit', 'delete'), boardId: 3 })
		await press(page, 'Delete the group')
		expect(page.get('dialog').text()).toContain('the commitments of 3 people you see')
		expect(page.get('dialog').text()).toContain('its board in Deck')
		expect(page.get('dialog').text()).not.toContain('its folder')
		server.deleteGroup.mockResolvedValueOnce(null)
		await press(page, 'Delete permanently')
		expect(server.deleteGroup).toHaveBeenCalledWith(5)
		expect(router.currentRoute.value.path).toBe('/groups')
	})
})

it('is not available to people who do not facilitate', async () => {
	const { page } = await show({ can: may() })
	expect(page.text()).toContain('Only facilitators of this group can edit it.')
	expect(page.find('form').exists()).toBe(false)
})
