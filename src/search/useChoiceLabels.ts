/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Choice } from './choices.ts'

import { shallowReactive, watch } from 'vue'

type Labelled = Pick<Choice, 'id' | 'label'>

/**
 * Labels of choices that were loaded on a page: a chip keeps its label if the next answer does not contain its choice.
 *
 * @param loaded the choices of each criterion in the last answer
 */
export function useChoiceLabels<Facet extends string>(loaded: () => Readonly<Partial<Record<Facet, readonly Labelled[]>>> | null | undefined) {
	const labels = shallowReactive(new Map<string, string>())

	function keep(facet: string, { id, label }: Labelled): void {
		labels.set(`${facet} ${id}`, label)
	}

	watch(loaded, (all) => {
		for (const [facet, choices] of Object.entries<readonly Labelled[] | undefined>(all ?? {})) {
			choices?.forEach((choice) => keep(facet, choice))
		}
	}, { immediate: true })

	return {
		/** Also for a choice that is in no answer yet. */
		keep,
		labelOf: (facet: Facet, id: string) => labels.get(`${facet} ${id}`),
	}
}
