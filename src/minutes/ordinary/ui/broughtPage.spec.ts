/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'
import type { Brought, OrdinaryPlan } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import BroughtPage from './BroughtPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import * as deck from '../../../board/deck.ts'
import * as models from '../../../board/models/gateway.ts'
import * as work from '../../../board/work/deck.ts'
import * as groups from '../../../group/gateway.ts'
import { may, sampleCard, sampleGroup, sampleMine, sampleRow, sampleStack } from '../../../group/testing/sample.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
vi.mock('../../../group/gateway.ts')
vi.mock('../../../board/deck.ts')
vi.mock('../../../board/work/deck.ts')
vi.mock('../../../board/models/gateway.ts')

const session = { uid: 'yvonne', name: 'Yvonne', email: '', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }
const plan: OrdinaryPlan = { cards: [{ title: 'Le devis', description: '', member: null, due: null, made: null }], stack: 'Priorités', meeting: null, file: null, begun: [], left: [] }
const made = { ...plan, cards: [{ ...plan.cards[0]!, made: { id: 'n1', at: 'n10', mine: true } }] }

let page: VueWrapper
let row: Brought

async function show(address = '/groups/5/minutes/3') {
	const router = await routerAt(address)
	;({ page } = mountPage(BroughtPage, { props: { id: 5, brought: 3 }, provide: [[sessionKey, session]], router }))
	await vi.waitFor(() => expect(page.text()).toContain('Undo everything created'))
	await flushPromises()
	return router
}

const button = (name: string) => page.findAll('button').find((one) => one.text() === name)

beforeEach(() => {
	vi.resetAllMocks()
	useUndo().dismiss()
	row = { id: 3, hash: '', title: 'Réunion de mars', state: 'making', by: { name: 'Yvonne', me: true }, created: '2026-03-13T10:00:00+00:00', running: false, version: 1, plan: JSON.stringify(plan) }
	vi.mocked(models.getModels).mockResolvedValue({ version: 0, models: null } as never)
	vi.mocked(groups.getGroup).mockResolvedValue(sampleGroup({ boardId: 9, folderId: 8, can: may('edit', 'stepDown'), mine: sampleMine({ facilitates: true }) }))
	vi.mocked(groups.getRoster).mockResolvedValue([sampleRow()])
	vi.mocked(gateway.getBrought).mockImplementation(async () => ({ ...row }))
	vi.mocked(gateway.saveBrought).mockImplementation(async (_group, _id, { plan, state }) => row = { ...row, version: row.version + 1, plan: plan ?? row.plan, state: state ?? row.state })
	vi.mocked(deck.listStacks).mockResolvedValue([sampleStack([], { id: 4, title: 'Priorités' })])
	vi.mocked(deck.listArchivedStacks).mockResolvedValue([])
	vi.mocked(deck.createCard).mockResolvedValue(sampleCard({ id: 1, title: 'Le devis', lastModified: 10, assigned: [] }))
})

afterEach(() => {
	page.unmount()
	document.body.innerHTML = ''
})

describe('minutes that are put into a group', () => {
	it('are made once confirmed, and once only', async () => {
		const router = await show('/groups/5/minutes/3?make')
		await vi.waitFor(() => expect(page.text()).toContain('Everything is in the group.'))
		expect(deck.createCard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ stackId: 4, title: 'Le devis' }))
		expect(router.currentRoute.value.query).toEqual({})
		expect(page.text()).toContain('Created from these minutes')
	})

	it('are gone on with where they stopped', async () => {
		await show()
		expect(deck.createCard).not.toHaveBeenCalled()
		expect(page.text()).toContain('Not everything was created yet.')
		await button('Continue')!.trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Everything is in the group.'))
		expect(row.state).toBe('made')
	})

	it('say that another run is at it', async () => {
		await show()
		vi.mocked(gateway.saveBrought).mockRejectedValue(new ApiError(409, 'being_made'))
		await button('Continue')!.trigger('click')
		await flushPromises()
		expect(deck.createCard).not.toHaveBeenCalled()
		expect(page.text()).toContain('What is done is kept.')
	})

	it('are undone, and forgotten', async () => {
		row = { ...row, state: 'made', plan: JSON.stringify(made) }
		vi.mocked(work.listWork).mockResolvedValue([{ id: 1, lastModified: 10, writers: ['yvonne'], attached: 0 }])
		const router = await show()
		await button('Undo everything')!.trigger('click')
		await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/groups/5/minutes'))
		expect(work.deleteCard).toHaveBeenCalledExactlyOnceWith(1)
		expect(gateway.deleteBrought).toHaveBeenCalledExactlyOnceWith(5, 3)
		expect(useUndo().message.value?.text).toBe('Everything created from these minutes was undone.')
	})

	it('keep what others changed, and say so', async () => {
		row = { ...row, state: 'made', plan: JSON.stringify(made) }
		vi.mocked(work.listWork).mockResolvedValue([{ id: 1, lastModified: 11, writers: ['yvonne'], attached: 0 }])
		await show()
		await button('Undo everything')!.trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Le devis: others have changed it since, or written on it. It is kept.'))
		expect(work.deleteCard).not.toHaveBeenCalled()
		expect(button('Undo the rest')).toBeDefined()
	})

	it('stay where undoing breaks off', async () => {
		row = { ...row, state: 'made', plan: JSON.stringify(made) }
		vi.mocked(work.listWork).mockRejectedValue(new ApiError(401, 'login'))
		const router = await show()
		await button('Undo everything')!.trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Your session has ended.'))
		expect(router.currentRoute.value.path).toBe('/groups/5/minutes/3')
		expect([vi.mocked(gateway.deleteBrought).mock.calls.length, useUndo().message.value]).toEqual([0, null])
	})
})
