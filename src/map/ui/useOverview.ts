/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ShallowRef } from 'vue'
import type { Overview } from '../clusters.ts'
import type { MapGraph } from '../graph.ts'

import { onScopeDispose, shallowRef, watch } from 'vue'
import { clustersOf } from '../clusters.ts'
import { inSlices } from './slices.ts'

/** The clusters of a graph, computed in slices; the previous ones stay until then. */
export function useOverview(graph: () => MapGraph | undefined): Readonly<ShallowRef<Overview | null>> {
	const overview = shallowRef<Overview | null>(null)
	let stop = () => {}
	watch(graph, (now) => {
		stop()
		if (now) {
			stop = inSlices(clustersOf(now), (made) => {
				overview.value = made
			})
		}
	}, { immediate: true })
	onScopeDispose(() => stop())
	return overview
}
