/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'
import type { AskedInto } from './model.ts'

import { computed, onScopeDispose, ref, shallowRef, toValue, watch } from 'vue'
import { useAction } from '../../shared/composables/useAction.ts'
import { useKeptDraft } from '../draft/useKeptDraft.ts'
import { useKnownPeople } from '../useKnownPeople.ts'
import { useReview } from '../useReview.ts'
import { invitedOf, NOTHING_CHOSEN, peopleOf, toInvite } from './inviting.ts'
import { ASK_LIMITS } from './model.ts'
import { askActions } from './queries.ts'

/** People per request: sending can be stopped between two, and a slow mail server delays only a few. */
const AT_ONCE = 5
/** Outcomes of the last sending. */
const WAYS: readonly AskedInto['outcome'][] = ['notified', 'mailed', 'by_hand']

/**
 * Invites the people of the rosters to the created groups: nothing is sent without a click, each person gets one mail, and repeating
 * it after an interruption invites nobody twice.
 *
 * @param ids ids of the created groups, by their place in the plan
 * @param scope id of one group, or null: all groups
 */
export function useInviting(ids: MaybeRefOrGetter<ReadonlyMap<number, number>>, scope: MaybeRefOrGetter<number | null>) {
	const { draft, known } = useReview()
	const { content, keep } = useKeptDraft()
	const looking = useKnownPeople()

	/** The answers of the server, in order. */
	const outcomes = shallowRef<readonly AskedInto[]>([])
	const done = ref(0)
	const total = ref(0)
	const stopped = ref(false)
	/** Result of the last sending. */
	const sent = shallowRef<readonly AskedInto[]>([])
	let controller = new AbortController()
	onScopeDispose(() => controller.abort())

	const choices = computed(() => content.value?.inviting ?? NOTHING_CHOSEN)
	const invited = computed(() => draft.value ? invitedOf(draft.value, known.value, toValue(ids)) : [])
	const people = computed(() => {
		const group = toValue(scope)
		const all = draft.value ? peopleOf(draft.value, invited.value, outcomes.value, choices.value) : []
		return group === null ? all : all.filter(({ asked }) => asked.groups.some(({ id }) => id === group))
	})
	const next = computed(() => toInvite(people.value))

	/** How each person could be invited, and who has been invited. */
	const reading = useAction(async () => {
		const found: AskedInto[] = []
		for (let at = 0; at < invited.value.length; at += ASK_LIMITS.people) {
			found.push(...await askActions.ways(invited.value.slice(at, at + ASK_LIMITS.people)))
		}
		outcomes.value = found
	})

	const sending = useAction(async () => {
		const people = next.value
		controller = new AbortController()
		stopped.value = false
		sent.value = []
		done.value = 0
		total.value = people.length
		for (let at = 0; at < people.length; at += AT_ONCE) {
			if (controller.signal.aborted) {
				stopped.value = true
				return
			}
			const answers = await askActions.ask(people.slice(at, at + AT_ONCE), choices.value.message.trim())
			sent.value = [...sent.value, ...answers]
			outcomes.value = [...outcomes.value, ...answers.map((answer) => WAYS.includes(answer.outcome) ? { ...answer, outcome: 'asked_already' as const } : answer)]
			done.value = Math.min(people.length, at + AT_ONCE)
		}
	})

	/** Invites a person, or not. */
	function choose(person: string, invite: boolean): void {
		const not = choices.value.not.filter((one) => one !== person)
		keep({ inviting: { ...choices.value, not: invite ? not : [...not, person] } })
	}

	/** The same for everyone shown. */
	function chooseAll(invite: boolean): void {
		const shown = people.value.map(({ id }) => id)
		const not = choices.value.not.filter((one) => !shown.includes(one))
		keep({ inviting: { ...choices.value, not: invite ? not : [...not, ...shown] } })
	}

	function write(message: string): void {
		keep({ inviting: { ...choices.value, message } })
	}

	watch([invited, looking.pending], ([people, pending]) => {
		if (!pending && people.length > 0) {
			void reading.run()
		}
	}, { immediate: true })

	return { looking, reading, sending, stop: () => controller.abort(), people, next, choices, done, total, stopped, sent, choose, chooseAll, write }
}
