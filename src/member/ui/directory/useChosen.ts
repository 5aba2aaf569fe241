/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref } from 'vue'

import { computed, readonly, ref, shallowReactive } from 'vue'

/** Ids of the selected cards, in the order of selection. */
const chosen = shallowReactive(new Set<number>())
const choosing = ref(false)

interface Chosen {
	/** Whether people can be selected in the list. */
	choosing: Readonly<Ref<boolean>>
	ids: ComputedRef<number[]>
	isChosen: (id: number) => boolean
	toggle: (id: number) => void
	begin: () => void
	/** Clears the selection. */
	end: () => void
}

/** The selection of people in the directory: it survives other words and criteria, and viewing a card. */
export function useChosen(): Chosen {
	return {
		choosing: readonly(choosing),
		ids: computed(() => [...chosen]),
		isChosen: (id) => chosen.has(id),
		toggle(id) {
			if (!chosen.delete(id)) {
				chosen.add(id)
			}
		},
		begin() {
			choosing.value = true
		},
		end() {
			choosing.value = false
			chosen.clear()
		},
	}
}
