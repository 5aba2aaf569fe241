/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group, RosterRow } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import LeavePage from './LeavePage.vue'
import { ApiError } from '../../api/apiError.ts'
import * as deck from '../../board/deck.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import * as folder from '../folder.ts'
import * as gateway from '../gateway.ts'
import { seedGroups } from '../queries.ts'
import * as teams from '../teams.ts'
import { may, sampleCard, sampleGroup, sampleMine, sampleRow, sampleStack } from '../testing/sample.ts'

vi.mock('../folder.ts')
vi.mock('../gateway.ts')
vi.mock('../../board/deck.ts')
vi.mock('../teams.ts')
const server = vi.mocked(gateway)
const boards = vi.mocked(deck)
const team = vi.mocked(teams)
const files = vi.mocked(folder)

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }
const others = [sampleRow({}, { id: 7, uid: 'yvonne' }), sampleRow({}, { id: 9, uid: 'ida', name: 'Ida Roux' }), sampleRow({}, { id: 10, uid: null, name: 'Sans compte' }), sampleRow({}, { id: 11, uid: 'remi', name: 'Rémi' })]

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	team.listVisible.mockResolvedValue([{ id: 'team', me: {} } as never])
	server.getRoster.mockResolvedValue(others)
	server.leaveGroup.mockResolvedValue(sampleGroup({ mine: sampleMine({ state: 'left' }) }))
})

async function show(changes: Partial<Group>, rows: RosterRow[] = others) {
	const mounted = mountPage(LeavePage, {
		props: { id: 5 },
		provide: [[sessionKey, session]],
		router: await routerAt('/groups/5/leave'),
		seed: (cache) => seedGroups(cache, [], { group: sampleGroup({ mine: sampleMine(), can: may('leave'), ...changes }), roster: rows }),
	})
	await flushPromises()
	return mounted
}
type Page = Awaited<ReturnType<typeof show>>['page']
async function submit(page: Page) {
	await page.get('form').trigger('submit')
	await flushPromises()
}

it('leaves with a note if there is nothing else to settle', async () => {
	const { page, router } = await show({})
	await page.get('textarea').setValue(' Merci ')
	await submit(page)
	expect(server.leaveGroup).toHaveBeenCalledWith(5, 'Merci')
	expect(boards.listStacks).not.toHaveBeenCalled()
	expect(team.leave).not.toHaveBeenCalled()
	expect(router.currentRoute.value.path).toBe('/groups/5')
})

it('reassigns each of my cards to an account or to nobody, then leaves group and team', async () => {
	boards.listStacks.mockResolvedValue([sampleStack([sampleCard({ id: 1 }), sampleCard({ id: 2, title: 'Appeler' }), sampleCard({ id: 3, assigned: ['ida'] })])])
	boards.getBoard.mockResolvedValue({ owner: 'yvonne', acl: [] } as never)
	const { page } = await show({ boardId: 3, teamId: 'team' })
	const choices = page.findAll('.leave-cards select')
	expect(choices.map((choice) => choice.attributes('aria-label'))).toEqual(['Who takes over “Mesurer le toit”?', 'Who takes over “Appeler”?'])
	expect(choices[0]!.findAll('option').map((option) => option.text())).toEqual(['nobody yet', 'Yvonne Cazalis', 'Ida Roux'])
	await choices[0]!.setValue('ida')
	await submit(page)
	expect(boards.assignUser.mock.calls).toEqual([[1, 'ida']])
	expect(boards.unassignUser.mock.calls).toEqual([[1, 'remi'], [2, 'remi']])
	expect(server.leaveGroup).toHaveBeenCalled()
	expect(team.leave).toHaveBeenCalledWith('team')
})

const owner = { id: 'm1', uid: 'remi', name: 'remi', userType: 1, level: 9, status: 'Member' }

it.each([
	['a file in it', [owner], { empty: false }, true],
	['nothing in it', [owner], { empty: true }, false],
	['nothing in it, and others in the team', [owner, { ...owner, id: 'm2', uid: 'ida', level: 1 }], { empty: true }, null],
])('the last member of a team leaves without losing its folder: %s', async (_, members, found, kept) => {
	team.listVisible.mockResolvedValue([{ id: 'team', me: owner } as never])
	team.listMembers.mockResolvedValue(members)
	team.getSpace.mockResolvedValue({ name: 'Toits' })
	files.statNew.mockResolvedValue(found as never)
	files.hasTrashedContent.mockResolvedValue(false)
	const { page } = await show({ teamId: 'team' })
	await submit(page)
	expect(team.unlinkSpace.mock.calls).toEqual(kept ? [['team']] : [])
	expect(team.getSpace).toHaveBeenCalledTimes(kept === null ? 0 : 1)
	expect(team.leave).toHaveBeenCalledWith('team')
	if (kept) {
		expect(team.unlinkSpace.mock.invocationCallOrder[0]).toBeLessThan(team.leave.mock.invocationCallOrder[0]!)
		expect(useUndo().message.value?.text).toContain('an administrator can find its folder as “Toits”')
	}
})

it('stays in a team whose folder cannot be kept safe', async () => {
	team.listVisible.mockResolvedValue([{ id: 'team', me: owner } as never])
	team.listMembers.mockResolvedValue([owner])
	team.getSpace.mockRejectedValue(new ApiError(500, 'server'))
	const { page } = await show({ teamId: 'team' })
	await submit(page)
	expect(team.leave).not.toHaveBeenCalled()
	expect(page.get('[role=alert]').text()).toContain('You left the group, but not its team: you can still access its board and folder.')
})

it('says how far it got, and continues from there', async () => {
	boards.listStacks.mockResolvedValue([])
	boards.getBoard.mockResolvedValue({ owner: 'yvonne', acl: [] } as never)
	team.leave.mockRejectedValueOnce(new ApiError(500, 'server'))
	const { page, router } = await show({ boardId: 3, teamId: 'team' })
	await submit(page)
	expect(page.text()).toContain('Done: your cards were handed over, the board is taken care of, and you left the group.')
	expect(page.get('[role=alert]').text()).toContain('You left the group, but not its team')
	await submit(page)
	expect(server.leaveGroup).toHaveBeenCalledTimes(1)
	expect(router.currentRoute.value.path).toBe('/groups/5')
})

it('does not need to wait for Deck', async () => {
	boards.listStacks.mockRejectedValue(new ApiError(0, 'offline'))
	const { page } = await show({ boardId: 3 })
	expect(page.text()).toContain('Could not read your cards. Nothing was done yet.')
	await page.findAll('button').find((one) => one.text() === 'Leave the cards unchanged')!.trigger('click')
	expect(page.text()).toContain('Your cards on the board keep your name.')
	await submit(page)
	expect(server.leaveGroup).toHaveBeenCalled()
	expect(boards.unassignUser).not.toHaveBeenCalled()
})

it('asks the last facilitator for a successor', async () => {
	server.facilitateGroup.mockResolvedValue(sampleGroup({ mine: sampleMine() }))
	const { page } = await show({ mine: sampleMine({ facilitates: true, lastFacilitator: true }) })
	expect(page.text()).toContain('No one else facilitates this group. Ask the person before choosing them; with no facilitator the group becomes dormant.')
	await page.get('select').setValue('ida')
	await submit(page)
	expect(server.facilitateGroup).toHaveBeenCalledWith(5, { memberId: 9, handOver: true })
	expect(server.leaveGroup).toHaveBeenCalled()
})
