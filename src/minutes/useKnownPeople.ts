/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { watch } from 'vue'
import { useAction } from '../shared/composables/useAction.ts'
import { useDebounced } from '../shared/composables/useDebounced.ts'
import { MINUTES_LIMITS } from './model.ts'
import { useMinutesActions } from './queries.ts'
import { soughtKey } from './review/known.ts'
import { useReview } from './useReview.ts'

/** Delay after the last correction of a person before they are looked up, in ms. */
const PAUSE = 300

/** Looks up which people of the rosters are in the network, each name and address once. */
export function useKnownPeople() {
	const { draft, known } = useReview()
	const { find } = useMinutesActions()

	const looking = useAction(async () => {
		for (let sought = unknown(); sought.length > 0; sought = unknown()) {
			// A key instead of the name: the answer repeats it.
			const found = await find(sought.map(({ name, email }, index) => ({ key: String(index), ...name && { name }, ...email && { email } })))
			const matches = new Map(found.map((one) => [one.key, one.matches]))
			known.value = new Map([...known.value, ...sought.map((person, index) => [soughtKey(person), matches.get(String(index)) ?? []] as const)])
		}
	})

	function unknown() {
		const some = new Map(draft.value?.people
			.filter((person) => person.name.length <= MINUTES_LIMITS.name && person.email.length <= MINUTES_LIMITS.email && (person.name !== '' || person.email !== ''))
			.map((person) => [soughtKey(person), person]))
		return [...some].filter(([key]) => !known.value.has(key)).slice(0, MINUTES_LIMITS.people).map(([, person]) => person)
	}

	const lookLater = useDebounced(() => looking.run(), PAUSE)
	watch(() => draft.value?.people, (_, before) => before === undefined ? looking.run() : lookLater(), { immediate: true })

	return looking
}
