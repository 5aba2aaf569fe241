/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import OrdinaryPage from './OrdinaryPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import * as deck from '../../../board/deck.ts'
import * as models from '../../../board/models/gateway.ts'
import * as groups from '../../../group/gateway.ts'
import { may, sampleGroup, sampleMine, sampleRow, sampleStack } from '../../../group/testing/sample.ts'
import { sessionKey } from '../../../settings/index.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import { withoutContacts } from '../../contacts.ts'
import { readMinutes } from '../../read/readMinutes.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
vi.mock('../../../group/gateway.ts')
vi.mock('../../../board/deck.ts')
vi.mock('../../../board/models/gateway.ts')

const session = { uid: 'yvonne', name: 'Yvonne', email: '', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }
const TEXT = [
	'Réunion du 12 mars 2026',
	'Décisions',
	'- On achète la pompe.',
	'- La clé reste au local.',
	'À faire',
	'- Yvonne : envoyer le devis à paul@example.org avant le 20 mars',
	'Prochaine réunion : 9 avril 2026 à 18 h 30, foyer',
].join('\n')
const brought = { id: 3, hash: '', title: 'CR', state: 'made', by: { name: 'Yvonne', me: true }, created: '2026-03-13T10:00:00+00:00', running: false, version: 1, plan: '{}' } as const

/** A worker on the test's own thread. */
class TestWorker {
	onmessage: (event: { data: unknown }) => void = () => undefined
	terminate = () => undefined

	async postMessage({ read }: { read: File | string }): Promise<void> {
		this.onmessage({ data: await readMinutes(read, () => undefined) })
	}
}

let page: VueWrapper

const button = (name: string) => page.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()) === name)!

async function show(changes: Parameters<typeof sampleGroup>[0] = {}) {
	vi.mocked(groups.getGroup).mockResolvedValue(sampleGroup({ boardId: 9, folderId: 8, can: may('edit', 'stepDown'), mine: sampleMine({ facilitates: true }), ...changes }))
	const router = await routerAt('/groups/5/minutes')
	;({ page } = mountPage(OrdinaryPage, { props: { id: 5 }, provide: [[sessionKey, session]], router }))
	await flushPromises()
	return router
}

async function paste(): Promise<void> {
	await page.get('textarea').setValue(TEXT)
	await button('Read the pasted text').trigger('click')
	await vi.dynamicImportSettled()
	await vi.waitFor(() => expect(page.find('[role=listbox]').exists()).toBe(true))
	await flushPromises()
}

const texts = () => page.findAll<HTMLTextAreaElement>('.ordinary-line textarea').map(({ element }) => element.value)
const sent = () => vi.mocked(gateway.startBringing).mock.calls[0]![1]

beforeEach(() => {
	vi.resetAllMocks()
	sessionStorage.clear()
	vi.stubGlobal('Worker', TestWorker)
	vi.mocked(models.getModels).mockResolvedValue({ version: 0, models: null } as never)
	vi.mocked(groups.getRoster).mockResolvedValue([sampleRow()])
	vi.mocked(gateway.listBrought).mockResolvedValue([])
	vi.mocked(gateway.startBringing).mockResolvedValue({ ...brought, state: 'making' })
	vi.mocked(deck.listStacks).mockResolvedValue([sampleStack([], { title: 'À voir' }), sampleStack([], { title: 'Priorités' })])
})

afterEach(() => {
	page.unmount()
	vi.unstubAllGlobals()
	document.body.innerHTML = ''
})

describe('minutes of a meeting', () => {
	it('are read, corrected and put into the group, without addresses', async () => {
		const router = await show()
		await paste()
		expect(texts()).toEqual(['On achète la pompe.', 'La clé reste au local.', 'envoyer le devis à paul@example.org'])
		await button('Remove “La clé reste au local.”').trigger('click')
		expect(texts()).toHaveLength(2)
		await button('Undo: a line was removed').trigger('click')
		expect(texts()).toHaveLength(3)
		await page.get('.ordinary-line textarea').setValue('On achète une pompe.')
		await button('Put it in the group').trigger('click')
		await flushPromises()
		const plan = JSON.parse(sent().plan)
		expect(plan.cards).toMatchObject([
			{ description: '- On achète une pompe.\n- La clé reste au local.', member: null },
			{ title: withoutContacts('envoyer le devis à paul@example.org'), member: 7, due: '2026-03-20' },
		])
		expect(plan).toMatchObject({ stack: 'Priorités', meeting: { day: '2026-04-09', time: '18:30', place: 'foyer' } })
		expect(sent().plan).not.toContain('@')
		expect(router.currentRoute.value.path).toBe('/groups/5/minutes/3')
		expect(JSON.stringify({ ...sessionStorage })).not.toContain('devis')
	})

	it('stay in the tab for this account and this group', async () => {
		await show()
		await paste()
		page.unmount()
		await show()
		expect(texts()).toHaveLength(3)
	})

	it('leave out what the group does not have', async () => {
		await show({ boardId: null, folderId: null })
		await paste()
		expect(page.text()).toContain('This group has no board yet')
		await button('Put it in the group').trigger('click')
		await flushPromises()
		expect(JSON.parse(sent().plan)).toMatchObject({ cards: [], file: null, meeting: { day: '2026-04-09' } })
	})

	it('are refused a second time, with a link to the existing ones', async () => {
		await show()
		await paste()
		vi.mocked(gateway.startBringing).mockRejectedValue(new ApiError(409, 'already_imported', { current: { ...brought, id: 12 } }))
		await button('Put it in the group').trigger('click')
		await flushPromises()
		expect(page.get('[role=alert] a').attributes('href')).toBe('/groups/5/minutes/12')
		expect(button('Put it in the group').attributes('disabled')).toBeDefined()
	})

	it('are for the facilitators of the group', async () => {
		await show({ can: may('edit') })
		expect(page.text()).toContain('The facilitators of this group import minutes into it.')
		expect(page.find('textarea').exists()).toBe(false)
	})
})
