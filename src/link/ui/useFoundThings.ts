/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, MaybeRefOrGetter, Ref } from 'vue'
import type { ComboboxOption } from '../../shared/ui/UiCombobox.vue'
import type { Ref as Name, Thing, ThingType } from '../model.ts'

import { computed, ref, toValue, watch } from 'vue'
import { useDebounced } from '../../shared/composables/useDebounced.ts'
import { n, t } from '../../shared/l10n.ts'
import { isSame } from '../neighbourhood.ts'
import { useThings } from '../queries.ts'
import { typeWord } from '../words.ts'

/** Milliseconds without typing before a request. */
const PAUSE = 250

interface FoundThings {
	/** The results, by type, the type of the nearest first. */
	options: ComputedRef<ComboboxOption[]>
	thingOf: (option: ComboboxOption) => Thing | undefined
	/** The result for exactly these words, if it is a single thing: an address matches nothing else. */
	only: () => Thing | undefined
	/** The state in words. */
	status: ComputedRef<string>
	/** No results for these words. */
	nothing: ComputedRef<boolean>
	problem: ComputedRef<unknown>
	refetch: () => Promise<unknown>
}

const keyOf = ({ type, id }: Name) => `${type} ${id}`

/** What can be linked to a thing, searched while typing. */
export function useFoundThings(words: Readonly<Ref<string>>, subject: MaybeRefOrGetter<Name>): FoundThings {
	const asked = ref('')
	const ask = useDebounced(() => {
		asked.value = words.value.trim()
	}, PAUSE)
	watch(words, (text) => {
		ask()
		if (text.trim() === '') {
			asked.value = ''
		}
	})

	const { data, error, refetch } = useThings(asked)
	/** The last results stay until the next are loaded. */
	const things = computed<Thing[]>((before) => {
		if (asked.value === '') {
			return []
		}
		return data.value ? byType(data.value.filter((thing) => !isSame(thing, toValue(subject)))) : error.value ? [] : before ?? []
	})
	const current = computed(() => asked.value !== '' && asked.value === words.value.trim() && data.value !== undefined)

	return {
		options: computed(() => things.value.map((thing) => ({
			key: keyOf(thing),
			label: thing.title,
			detail: thing.line,
			group: typeWord(thing.type),
		}))),
		thingOf: ({ key }) => things.value.find((thing) => keyOf(thing) === key),
		only: () => current.value && things.value.length === 1 ? things.value[0] : undefined,
		status: computed(() => asked.value === ''
			? ''
			: things.value.length > 0
				? n('reseau', '%n option', '%n options', things.value.length)
				: t('reseau', 'Nothing you can see matches these words.')),
		nothing: computed(() => current.value && things.value.length === 0),
		problem: computed(() => error.value),
		refetch: () => refetch(),
	}
}

/** Things grouped by type, in the order in which the first of each was found. */
function byType(things: readonly Thing[]): Thing[] {
	const types = [...new Set(things.map(({ type }) => type))]
	const place = (type: ThingType) => types.indexOf(type)
	return [...things].sort((one, other) => place(one.type) - place(other.type))
}
