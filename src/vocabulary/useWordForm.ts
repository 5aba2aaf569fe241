/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref, ShallowRef } from 'vue'
import type { Action } from '../shared/composables/useAction.ts'

import { nextTick, onMounted, ref, shallowRef } from 'vue'
import { isReason } from '../api/apiError.ts'
import { useAction } from '../shared/composables/useAction.ts'

interface WordFormOptions<Entry, Words> {
	form: Readonly<ShallowRef<HTMLFormElement | null>>
	/** The choice between two versions in a conflict. */
	conflict: Readonly<ShallowRef<{ focus: () => void } | null>>
	/** The entry when the form was opened; without one it is added. */
	entry: Entry | null
	/** Initial values of the form. */
	start: Words
	save: (words: Words, base: Entry | null) => Promise<Entry>
	saved: (entry: Entry) => void
	/** The stored entry in a refusal. */
	current: (error: unknown) => Entry | null
	/** The input and the stored words combined. */
	both: (mine: Words, theirs: Entry) => Words
	/** Called with any other refusal. */
	refused: (error: unknown, sent: Words) => void
}

interface WordForm<Entry, Words> {
	words: Ref<Words>
	/** The base of the change; null for a new entry. */
	base: ShallowRef<Entry | null>
	/** What another person stored in the meantime. */
	theirs: Readonly<ShallowRef<Entry | null>>
	/** Whether saving was tried: from then on missing fields are shown. */
	tried: Readonly<Ref<boolean>>
	saving: Action<[Words], Entry>
	submit: () => Promise<void>
	choose: (now: Entry, choice: 'mine' | 'theirs' | 'both') => Promise<void>
}

/** The form of one word of the network: saved as a whole, focuses errors, and overwrites nothing stored in the meantime. */
export function useWordForm<Entry, Words>({ form, conflict, entry, start, save, saved, current, both, refused }: WordFormOptions<Entry, Words>): WordForm<Entry, Words> {
	const words = ref(start) as Ref<Words>
	const base = shallowRef(entry)
	const theirs = shallowRef<Entry | null>(null)
	const tried = ref(false)
	const saving = useAction((sent: Words) => save(sent, base.value))

	const toFirst = () => form.value?.querySelector('input')?.focus()
	onMounted(toFirst)

	/** Focuses the first invalid field; false without one. */
	function goToProblem(): boolean {
		const wrong = form.value?.querySelector<HTMLElement>('[aria-invalid]') ?? null
		wrong?.focus()
		return wrong !== null
	}

	async function submit(): Promise<void> {
		tried.value = true
		await nextTick()
		if (goToProblem()) {
			return
		}
		// A copy: the person may continue writing.
		const sent = JSON.parse(JSON.stringify(words.value)) as Words
		const outcome = await saving.run(sent)
		if (outcome.done) {
			saved(outcome.value)
		} else if (isReason(outcome.error, 'stale_version')) {
			theirs.value = current(outcome.error)
			await nextTick()
			conflict.value?.focus()
		} else {
			refused(outcome.error, sent)
			await nextTick()
			goToProblem()
		}
	}

	async function choose(now: Entry, choice: 'mine' | 'theirs' | 'both'): Promise<void> {
		if (choice === 'theirs') {
			saved(now)
			return
		}
		base.value = now
		theirs.value = null
		saving.clear()
		if (choice === 'mine') {
			await submit()
			return
		}
		// Both remain in the field, to be checked before they are saved.
		words.value = both(words.value, now)
		await nextTick()
		toFirst()
	}

	return { words, base, theirs, tried, saving, submit, choose }
}
