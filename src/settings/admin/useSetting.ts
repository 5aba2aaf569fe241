/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref } from 'vue'
import type { NetworkSettings, Setting } from '../model.ts'

import * as v from 'valibot'
import { computed, nextTick, ref, watch } from 'vue'
import { isReason } from '../../api/apiError.ts'
import { useAction } from '../../shared/composables/useAction.ts'
import { same } from '../../shared/lib/same.ts'
import { NetworkSettingsSchema } from '../model.ts'
import { useAdministration, useNetwork } from './queries.ts'

/** The state of one setting for its field. */
export interface SettingState {
	/** State between the field and the server. */
	status: ComputedRef<'' | 'saving' | 'unsaved' | 'saved'>
	/** Why it was not saved, as a sentence. */
	problem: ComputedRef<string>
	/** It was saved on this page and can be undone. */
	undoable: ComputedRef<boolean>
	undo: () => Promise<void>
	/** The value another person stored in the meantime, in words; null without a conflict. */
	theirs: ComputedRef<string | null>
	keepMine: () => Promise<void>
	takeTheirs: () => void
}

/** One setting, edited in a field and saved from there. */
export interface OneSetting<S extends Setting> extends SettingState {
	/** The value of the field. */
	draft: Ref<NetworkSettings[S]>
	/** Saves it, if it differs from the stored value. */
	save: () => Promise<void>
	/** The same for a selected value. */
	choose: (value: NetworkSettings[S]) => Promise<void>
}

/**
 * Saves one setting of the network; a change by another person in the meantime is reported, not overwritten.
 *
 * @param setting its name
 * @param word its value in words, for comparison
 */
export function useSetting<S extends Setting>(setting: S, word: (value: NetworkSettings[S]) => string): OneSetting<S> {
	type Value = NetworkSettings[S]
	const { data: network } = useNetwork()
	const { change } = useAdministration()
	const stored = computed(() => network.value!.settings[setting])

	const draft = ref(stored.value) as Ref<Value>
	/** The base of the draft. */
	const base = ref(stored.value) as Ref<Value>
	/** The value before the last save. */
	const before = ref<Value | null>(null) as Ref<Value | null>
	const other = ref<Value | null>(null) as Ref<Value | null>

	watch(stored, (now) => {
		if (same(draft.value, base.value)) {
			draft.value = now
			base.value = now
		}
	})

	const saving = useAction((value: Value) => change({ [setting]: value, was: { [setting]: base.value } }))

	async function store(value: Value, undoable: boolean): Promise<void> {
		const was = base.value
		const outcome = await saving.run(value)
		if (outcome.done) {
			const now = outcome.value.settings[setting]
			// Changed in the meantime: the input stays.
			draft.value = same(draft.value, value) ? now : draft.value
			base.value = now
			before.value = undoable && !same(was, now) ? was : null
			other.value = null
			await nextTick()
			if (!same(draft.value, base.value) && !same(draft.value, value)) {
				await save()
			}
		} else if (isReason(outcome.error, 'stale_version')) {
			const current = v.safeParse(NetworkSettingsSchema, outcome.error.current)
			other.value = current.success ? current.output[setting] : null
		}
	}

	async function save(): Promise<void> {
		// While there are two versions, only the choice between them saves.
		if (other.value === null && !same(draft.value, base.value)) {
			await store(draft.value, true)
		}
	}

	return {
		draft,
		save,
		async choose(value) {
			draft.value = value
			await save()
		},
		status: computed(() => saving.pending.value
			? 'saving'
			: !same(draft.value, base.value) ? 'unsaved' : before.value !== null ? 'saved' : ''),
		problem: computed(() => other.value === null && !same(draft.value, base.value) ? saving.sentence.value : ''),
		undoable: computed(() => before.value !== null && !(setting === 'name' && before.value === '')),
		async undo() {
			if (before.value !== null) {
				draft.value = before.value
				await store(before.value, false)
			}
		},
		theirs: computed(() => other.value === null ? null : word(other.value)),
		async keepMine() {
			if (other.value !== null) {
				base.value = other.value
				other.value = null
				await save()
			}
		},
		takeTheirs() {
			if (other.value !== null) {
				base.value = other.value
				draft.value = other.value
				other.value = null
				saving.clear()
			}
		},
	}
}
