/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref } from 'vue'
import type { Action } from '../shared/composables/useAction.ts'
import type { EditableGroup, Group } from './model.ts'

import { computed, ref, shallowRef, watch } from 'vue'
import { useAction } from '../shared/composables/useAction.ts'
import { useUndo } from '../shared/composables/useUndo.ts'
import { versionOf } from '../shared/lib/versionOf.ts'
import { useGroupActions } from './queries.ts'
import { currentGroup } from './reasons.ts'

interface EditPart<Fields> {
	fields: Ref<Fields>
	/** Whether there is something to save. */
	isChanged: ComputedRef<boolean>
	saving: Action<[], void>
}

/**
 * One part of a group in its own form. The input stays when others change the group. If they changed this very part, saving is
 * refused once with a message; saving again replaces it.
 *
 * @param group as far as it is known
 * @param read the fields for a stored group
 * @param wordsOf converts the fields to a request
 * @param done message after saving, which offers an undo
 */
export function useEditPart<Fields>(group: () => Group, read: (group: Group) => Fields, wordsOf: (fields: Fields) => Partial<EditableGroup>, done: string): EditPart<Fields> {
	const { edit } = useGroupActions()
	const { show } = useUndo()
	const fields = ref(read(group())) as Ref<Fields>
	/** The group the fields come from, or the newer one the person was warned about. */
	const base = shallowRef(group())
	const stored = (one: Group) => JSON.stringify(wordsOf(read(one)))
	const written = computed(() => JSON.stringify(wordsOf(fields.value)))
	const isChanged = computed(() => written.value !== stored(base.value))

	watch(group, (now) => {
		if (!isChanged.value) {
			fields.value = read(now)
		} else if (stored(now) !== stored(base.value) && stored(now) !== written.value) {
			return
		}
		base.value = now
	})

	async function save(): Promise<void> {
		const before = base.value
		try {
			const now = await edit({ id: before.id, version: versionOf(before), words: wordsOf(fields.value) })
			base.value = now
			fields.value = read(now)
			show(done, async () => {
				const kept = fields.value
				base.value = await edit({ id: now.id, version: versionOf(now), words: wordsOf(read(before)) })
				fields.value = kept
			})
		} catch (error) {
			const current = currentGroup(error)
			base.value = current ?? before
			if (!current || stored(current) !== stored(before)) {
				throw error
			}
			// Only other parts changed.
			await save()
		}
	}

	return { fields, isChanged, saving: useAction(save) }
}
