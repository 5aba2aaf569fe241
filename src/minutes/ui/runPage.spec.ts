/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
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
