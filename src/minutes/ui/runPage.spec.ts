/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import MinutesList from './MinutesList.vue'
import RunPage from './RunPage.vue'
import { sessionKey } from '../../settings/index.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import * as drafts from '../draft/gateway.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
vi.mock('../draft/gateway.ts')

const PLAN = JSON.stringify({ groups: [] })
const session = { uid: 'ida', name: 'Ida', facilitator: true, admin: false, library: '', preset: 'request' }

beforeEach(() => {
	vi.clearAllMocks()
	vi.mocked(drafts.listDrafts).mockResolvedValue([])
	vi.mocked(gateway.saveMinutes).mockReturnValue(new Promise(() => {}))
})

it.each([[7, true, 1], [8, false, 0]])('an address goes on only with what its reader stored: minutes %i', async (id, me, requests) => {
	vi.mocked(gateway.getMinutes).mockResolvedValue({ id, title: 'Rencontre', hash: '', state: 'draft', by: { name: 'Odile', me }, created: '2026-11-24T10:00:00+00:00', updated: '2026-11-24T10:00:00+00:00', planned: 0, made: 0, version: 1, can: { edit: true, undo: false, delete: false }, plan: PLAN, groups: [] } as never)
	const { page, router } = mountPage(RunPage, { props: { id }, router: await routerAt(`/minutes/${id}?resume`), provide: [[sessionKey, session]], seed: (cache) => cache.setQueryData(['groups', 'all'], []) })
	await flushPromises()
	expect(vi.mocked(gateway.saveMinutes).mock.calls).toHaveLength(requests)
	expect(page.findAll('button').some((button) => button.text() === 'Continue')).toBe(!me)
	expect(router.currentRoute.value.query).toEqual({})
})

const groups = [{ position: 0, id: 10, title: 'Eau', status: 'active' }, { position: 1, id: 11, title: 'Four', status: 'forming' }]
const summary = { hash: '', title: 'Rencontre', by: { name: 'Ida', me: true }, created: '2026-11-24T10:00:00+00:00', updated: '2026-11-24T10:00:00+00:00', planned: 2, made: 2, version: 1, can: { edit: true, undo: true, delete: false } }

async function open(id: number, changes: object) {
	vi.mocked(gateway.getMinutes).mockResolvedValue({ ...summary, id, plan: PLAN, groups, ...changes } as never)
	const { page } = mountPage(RunPage, { props: { id }, router: await routerAt(`/minutes/${id}`), provide: [[sessionKey, session]], seed: (cache) => cache.setQueryData(['groups', 'all'], []) })
	await flushPromises()
	return page
}

it('counts the groups that are not finished, not those that are', async () => {
	expect((await open(20, { state: 'making' })).get('.run-page__state').text()).toBe('1 unfinished group')
	const list = mountPage(MinutesList, { props: { minutes: [{ ...summary, id: 21, state: 'making' }] } }).page
	expect(list.text()).toContain('2 groups started, not all finished')
})

it('says that undoing is in progress while this tab is at it, also in the list', async () => {
	const page = await open(22, { state: 'undoing', groups: [], can: { ...summary.can, edit: false } })
	const row = { ...summary, id: 22, state: 'undoing' }
	const list = mountPage(MinutesList, { props: { minutes: [row] } }).page
	await vi.waitFor(() => expect(page.text()).toContain('Undo the rest'))
	expect(page.get('.run-page__state').text()).toBe('Not all undone: 2 groups are left')
	expect(list.text()).toContain('Finish undoing')
	vi.mocked(drafts.listDrafts).mockReturnValue(new Promise(() => {}))
	await page.findAll('button').find((button) => button.text() === 'Undo the rest')!.trigger('click')
	await flushPromises()
	expect(page.get('.run-page__state').text()).toBe('Undo in progress')
	expect(list.text()).toContain('Undo in progress')
	expect(list.text()).not.toContain('Finish undoing')
})
