/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'

import { ref, shallowRef } from 'vue'
import { isReason } from '../api/apiError.ts'

/** A person to ask. */
export interface Asked {
	id: number
	name: string
}

/** A person who could not be asked, and why. */
export interface Unaskable extends Asked {
	error: unknown
}

/** Reasons specific to one person or card; any other would affect the next ones too. */
const OF_ONE = ['has_account', 'not_waiting', 'no_address', 'refused', 'already_asked', 'mail_failed', 'not_found', 'not_yours']

/** After this number of failed mails in a row, the cause is not the addresses. */
const MOST_FAILED = 3

/**
 * Asks several people one after the other. Those who cannot be asked are listed by name and the rest continues, unless the
 * error concerns everyone.
 *
 * @param ask asks one person; throws if they were not asked
 */
export function useAskMany(ask: (id: number) => Promise<unknown>) {
	const running = ref(false)
	/** Number of people processed. */
	const done = ref(0)
	const asked = ref(0)
	const failed: Ref<Unaskable[]> = shallowRef([])
	/** Why it stopped, null if it did not. */
	const halted = shallowRef<unknown>(null)
	let stopping = false

	async function run(people: readonly Asked[]): Promise<void> {
		running.value = true
		stopping = false
		done.value = 0
		asked.value = 0
		failed.value = []
		halted.value = null
		let unsent = 0
		for (const person of people) {
			if (stopping || halted.value !== null) {
				break
			}
			try {
				await ask(person.id)
				asked.value++
				unsent = 0
			} catch (error) {
				unsent = isReason(error, 'mail_failed') ? unsent + 1 : 0
				if (isReason(error, ...OF_ONE)) {
					failed.value = [...failed.value, { ...person, error }]
				}
				if (!isReason(error, ...OF_ONE) || unsent === MOST_FAILED) {
					halted.value = error
				}
			}
			done.value++
		}
		running.value = false
	}

	/** After the current person. */
	function stop(): void {
		stopping = true
	}

	return { run, stop, running, done, asked, failed, halted }
}
