/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as drafts from '../draft/gateway.ts'
import { useKeptDraft } from '../draft/useKeptDraft.ts'
import * as minutes from '../gateway.ts'
import { draftOf } from '../review/draft.ts'
import { setDropped } from '../review/outline.ts'
import { setPerson } from '../review/rosters.ts'
import { sampleReading } from '../testing/sample.ts'
import { useReview } from '../useReview.ts'
import * as gateway from './gateway.ts'
import { invitedOf, NOTHING_CHOSEN, peopleOf, toInvite } from './inviting.ts'
import { useInviting } from './useInviting.ts'

vi.mock('./gateway.ts')
vi.mock('../gateway.ts')
vi.mock('../draft/gateway.ts')
const server = vi.mocked(gateway)

const draft = draftOf(sampleReading(), null)
const ids = new Map([[0, 10], [1, 11]])
const nobody = new Map()

describe('the people of the rosters', () => {
	it('are each once, with all their groups, what was noted and the card they are', () => {
		expect(invitedOf(setPerson(draft, 'pr34', { member: 7 }), nobody, ids)).toEqual([
			{ key: 'pr13', name: 'Odile Marcenac', email: 'odile@example.org', groups: [{ id: 10 }, { id: 11 }] },
			{ key: 'pr14', email: 'linh@example.org', groups: [{ id: 10 }] },
			{ key: 'pr15', name: 'S Labatut', groups: [{ id: 10, note: 'le mardi' }] },
			{ key: 'pr34', memberId: 7, name: 'Loïc Tréguer', email: 'loic@example.org', phone: '06 39 98 09 22', groups: [{ id: 11 }] },
		])
		expect(invitedOf(draft, nobody, new Map([[1, 11]])).map(({ key }) => key)).toEqual(['pr13', 'pr34'])
		// The first group is left out: the other has its place.
		expect(invitedOf(setDropped(draft, 'g0', true), nobody, ids).map(({ groups }) => groups)).toEqual([[{ id: 10 }], [{ id: 10 }]])
	})

	it('are invited to the groups where nothing is settled, unless they are not to be', () => {
		const outcomes = [
			{ key: 'pr13', group: 10, outcome: 'in_already' as const }, { key: 'pr13', group: 11, outcome: 'mailed' as const },
			{ key: 'pr14', group: 10, outcome: 'refused' as const }, { key: 'pr15', group: 10, outcome: 'by_hand' as const },
		]
		const people = peopleOf(draft, invitedOf(draft, nobody, ids), outcomes, { ...NOTHING_CHOSEN, not: ['pr15'] })
		expect(people.map(({ label, open, invite }) => [label, open, invite])).toEqual([['Odile Marcenac', [11], true], ['linh@example.org', [], true], ['S Labatut', [10], false], ['Loïc Tréguer', [], true]])
		expect(toInvite(people).map(({ key, groups }) => [key, groups])).toEqual([['pr13', [{ id: 11 }]]])
	})
})

describe('inviting', () => {
	beforeEach(() => {
		vi.resetAllMocks()
		vi.mocked(minutes.findPeople).mockImplementation(async (people) => people.map(({ key }) => ({ key, matches: [] })))
		vi.mocked(drafts.beginDraft).mockImplementation(async ({ name }) => ({ id: 3, name, minutes: null, from: null, changed: '', until: '', version: 1 }))
		server.askWays.mockImplementation(async (people) => people.flatMap(({ key, email, groups }) => groups.map(({ id }) => ({ key, group: id, outcome: email ? 'mailed' as const : 'by_hand' as const }))))
		server.askIntoGroups.mockImplementation(async (people) => people.flatMap(({ key, email, groups }) => groups.map(({ id }) => ({ key, group: id, outcome: email ? 'mailed' as const : 'by_hand' as const }))))
		useReview().draft.value = draft
		useKeptDraft().start('', { hash: '', text: '', draft, inviting: NOTHING_CHOSEN })
	})

	// Saving goes on after a test otherwise, and fails when its page ends.
	afterEach(async () => {
		useKeptDraft().leave()
		await useKeptDraft().flush()
	})

	async function use(scope: number | null = null) {
		let inviting!: ReturnType<typeof useInviting>
		const { page } = mountPage({ setup: () => {
			inviting = useInviting(ids, scope)
			return () => h('p')
		} })
		await flushPromises()
		await flushPromises()
		return { inviting, page }
	}

	it('sends nothing automatically, and then one request names each person once', async () => {
		const { inviting } = await use()
		expect(inviting.next.value.map(({ key }) => key)).toEqual(['pr13', 'pr14', 'pr15', 'pr34'])
		expect(server.askIntoGroups).not.toHaveBeenCalled()
		inviting.write(' À mardi ! ')
		inviting.choose('pr14', false)
		await inviting.sending.run()
		expect(server.askIntoGroups.mock.calls.map(([people, message]) => [people.map(({ key, groups }) => [key, groups.length]), message])).toEqual([[[['pr13', 2], ['pr15', 1], ['pr34', 1]], 'À mardi !']])
		expect(inviting.next.value).toEqual([])
		expect([inviting.done.value, inviting.total.value, inviting.sent.value.length]).toEqual([3, 3, 4])
		expect(useKeptDraft().content.value?.inviting).toEqual({ not: ['pr14'], message: ' À mardi ! ' })
	})

	it('a group means its people, with all their groups', async () => {
		const { inviting } = await use(11)
		expect(inviting.next.value.map(({ key, groups }) => [key, groups.length])).toEqual([['pr13', 2], ['pr34', 1]])
		inviting.chooseAll(false)
		expect(inviting.next.value).toEqual([])
		inviting.chooseAll(true)
		expect(inviting.next.value).toHaveLength(2)
	})

	it('continues after an interruption with people it has not reached', async () => {
		const { inviting } = await use()
		const many = structuredClone(draft)
		many.people = Array.from({ length: 12 }, (_, i) => ({ id: `q${i}`, name: `Personne ${i}`, email: `p${i}@example.org`, phone: '' }))
		many.groups[0]!.roster = many.people.map(({ id }) => ({ id: `e${id}`, person: id, note: '', lines: null }))
		many.groups[1]!.roster = []
		useReview().draft.value = many
		await vi.waitFor(() => expect(inviting.next.value).toHaveLength(12))
		const answer = server.askIntoGroups.getMockImplementation()!
		server.askIntoGroups.mockImplementationOnce(answer).mockRejectedValueOnce(new ApiError(0, 'offline'))
		await inviting.sending.run()
		expect([inviting.sending.error.value, inviting.done.value, inviting.next.value.length]).toEqual([expect.any(ApiError), 5, 7])
		server.askIntoGroups.mockImplementationOnce(async (people, message) => {
			inviting.stop()
			return answer(people, message)
		})
		await inviting.sending.run()
		expect([inviting.stopped.value, inviting.next.value.length]).toEqual([true, 2])
	})

	it('what was refused, failed or was too much for an hour is shown, and sent again only if that helps', async () => {
		server.askIntoGroups.mockImplementationOnce(async () => [
			{ key: 'pr13', group: 10, outcome: 'mail_failed' }, { key: 'pr13', group: 11, outcome: 'mail_failed' }, { key: 'pr14', group: 10, outcome: 'refused' },
			{ key: 'pr15', group: 10, outcome: 'bad_address' }, { key: 'pr34', group: 11, outcome: 'later' },
		])
		const { inviting } = await use()
		await inviting.sending.run()
		expect(inviting.next.value.map(({ key }) => key)).toEqual(['pr13', 'pr34'])
		expect(inviting.people.value.find(({ id }) => id === 'pr14')?.outcomes.get(10)).toBe('refused')
	})
})
