/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Session } from '../settings/index.ts'
import type { Minutes } from './model.ts'

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { ApiError } from '../api/apiError.ts'
import { sessionKey } from '../settings/index.ts'
import { mountPage } from '../shared/testing/mountPage.ts'
import * as gateway from './gateway.ts'
import { draftOf } from './review/draft.ts'
import { planOf } from './review/plan.ts'
import { sampleReading } from './testing/sample.ts'
import { useConfirm } from './useConfirm.ts'
import { useReview } from './useReview.ts'

vi.mock('./gateway.ts')
vi.mock('./draft/gateway.ts')
const server = vi.mocked(gateway)

const draft = draftOf(sampleReading(), null)
const plan = planOf(draft, [])
const body = { hash: 'ab12', title: 'Assemblée de mai', plan: JSON.stringify(plan) }

beforeEach(() => {
	vi.resetAllMocks()
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
	const review = useReview()
	review.close()
	review.source.value = { name: 'Assemblée de mai.odt', hash: 'ab12', text: 'Texte', lines: ['Texte'] }
	review.draft.value = draft
	server.startMinutes.mockResolvedValue({ id: 7 } as Minutes)
})

function use(session: Partial<Session> = {}) {
	let confirm!: ReturnType<typeof useConfirm>
	const { router } = mountPage({ setup: () => {
		confirm = useConfirm()
		return () => h('p')
	} }, { provide: [[sessionKey, { teams: true, deck: 'used', library: '/Réseau commun', ...session } as Session]] })
	return { confirm, router }
}

/** The server's answer if the text exists already. */
function imported(found: Record<string, unknown> = {}) {
	return new ApiError(409, 'already_imported', { current: { id: 5, title: 'Assemblée', state: 'draft', by: { name: 'Odile', me: true }, created: '2026-11-24T11:59:00+00:00', ...found } })
}

describe('confirming minutes', () => {
	it('keeps them on the server under the name of their file, and goes to their page', async () => {
		const { confirm, router } = use()
		const push = vi.spyOn(router, 'push')
		await confirm.confirming.run(plan)
		expect(confirm.confirming.error.value).toBeNull()
		expect(server.startMinutes).toHaveBeenCalledExactlyOnceWith(body)
		expect(push).toHaveBeenCalledExactlyOnceWith('/minutes/7')
		const { minutes, isFresh } = useReview()
		expect([minutes.value, isFresh(7), isFresh(7)]).toEqual([7, true, false])
	})

	it('gives pasted text the day as its title', async () => {
		useReview().source.value = { name: '', hash: 'ab12', text: 'Texte', lines: ['Texte'] }
		const { confirm } = use()
		await confirm.confirming.run(plan)
		expect(server.startMinutes.mock.calls[0]![0].title).toMatch(/^Minutes of .*2026/)
	})

	it('goes on with their own of a moment ago where the answer was lost', async () => {
		server.startMinutes.mockRejectedValue(imported())
		server.getMinutes.mockResolvedValue({ id: 5, version: 2 } as Minutes)
		server.saveMinutes.mockResolvedValue({ id: 5, version: 3 } as Minutes)
		const { confirm, router } = use()
		await confirm.confirming.run(plan)
		expect(server.saveMinutes).toHaveBeenCalledExactlyOnceWith(5, { version: 2, plan: body.plan })
		expect([useReview().minutes.value, router.currentRoute.value.path, confirm.already.value]).toEqual([5, '/minutes/5', null])
	})

	it.each([
		['by another person', { by: { name: 'Linh', me: false } }],
		['of which something is made', { state: 'made' }],
	])('says that the text was imported already, %s', async (_, found) => {
		server.startMinutes.mockRejectedValue(imported(found))
		const { confirm, router } = use()
		await confirm.confirming.run(plan)
		expect([confirm.already.value?.id, server.getMinutes.mock.calls.length, useReview().minutes.value]).toEqual([5, 0, null])
		expect(confirm.already.value?.sentence).not.toBe('')
		expect(router.currentRoute.value.path).not.toContain('minutes')
	})

	it('shows any other refusal', async () => {
		const refusal = new ApiError(422, 'address_in_plan', { field: 'title' })
		server.startMinutes.mockRejectedValue(refusal)
		const { confirm } = use()
		await confirm.confirming.run(plan)
		expect([confirm.already.value, confirm.confirming.error.value, useReview().minutes.value]).toEqual([null, refusal, null])
	})
})

describe('what this Nextcloud lacks', () => {
	it.each([
		[{}, []],
		[{ deck: 'new' }, []],
		[{ teams: false }, ['Teams']],
		[{ deck: 'absent' }, ['Deck']],
		[{ library: '' }, ['No library']],
		[{ teams: false, deck: 'absent', library: '' }, ['Teams', 'Deck', 'No library']],
	] as [Partial<Session>, string[]][])('is shown before anything is created: %o', (session, expected) => {
		const { lacking } = use(session).confirm
		expect(lacking.value.map((sentence) => expected.find((word) => sentence.startsWith(word)))).toEqual(expected)
	})
})
