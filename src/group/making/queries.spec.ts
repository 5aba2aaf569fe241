/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupOrder } from './run.ts'
import type { Steps } from './steps.ts'

import { useQueryCache } from '@pinia/colada'
import { beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { useDeck } from '../../board/index.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { makeGroups } from './makeGroups.ts'
import { useMaking } from './queries.ts'
import { makeGroup } from './run.ts'
import { waitingSteps } from './steps.ts'

vi.mock('./makeGroups.ts')
vi.mock('./run.ts')

const made: Steps = { ...waitingSteps(), board: { state: 'done', without: [] } }
const waiting = new AbortController().signal

beforeEach(() => localStorage.clear())

/** For a person who never used Deck. */
function asked() {
	let all!: ReturnType<typeof useMaking> & { deck: ReturnType<typeof useDeck>['state'], cache: ReturnType<typeof useQueryCache> }
	mountPage(defineComponent({
		setup() {
			all = { ...useMaking(), deck: useDeck().state, cache: useQueryCache() }
			return () => null
		},
	}), { provide: [[sessionKey, { uid: 'odile', deck: 'new' }]] })
	return all
}

it('reports the progress of a group; once it has a board, Deck may be asked', async () => {
	const { one, deck } = asked()
	vi.mocked(makeGroup).mockImplementation(async (_ports, _order, { onProgress }) => {
		onProgress?.(waitingSteps())
		expect(deck.value).toBe('new')
		onProgress?.(made)
		return { end: 'done' } as never
	})
	const onProgress = vi.fn()
	expect(await one({} as GroupOrder, waiting, onProgress, {})).toEqual({ end: 'done' })
	expect(onProgress.mock.calls).toEqual([[waitingSteps()], [made]])
	expect(deck.value).toBe('used')
})

it('reports the progress of several groups; once one has a board, Deck may be asked', async () => {
	const { make, deck } = asked()
	const groups = (steps: Steps) => [{ title: 'Eau', steps: waitingSteps() }, { title: 'Haies', steps }]
	vi.mocked(makeGroups).mockImplementation(async (_ports, _orders, { onProgress }) => {
		onProgress?.(groups(waitingSteps()) as never)
		expect(deck.value).toBe('new')
		onProgress?.(groups(made) as never)
		return { done: true } as never
	})
	const onProgress = vi.fn()
	expect(await make([{} as GroupOrder], waiting, onProgress)).toEqual({ done: true })
	expect(onProgress.mock.calls).toEqual([[groups(waitingSteps())], [groups(made)]])
	expect(deck.value).toBe('used')
})

it('has the group and its board read again, for a board may have been shown before it was whole', async () => {
	const { one, cache } = asked()
	vi.mocked(makeGroup).mockResolvedValue({ end: 'done' } as never)
	const shown = [['groups', 'group', 5], ['boards', 'snapshots', '7']]
	shown.forEach((key) => cache.setQueryData(key, {}))
	await one({} as GroupOrder, waiting, vi.fn(), {})
	expect(shown.map((key) => cache.getEntries({ key })[0]?.stale)).toEqual([true, true])
})
