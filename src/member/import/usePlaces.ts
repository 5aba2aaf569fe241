/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref, ShallowRef } from 'vue'
import type { Known } from './places.ts'

import { ref, shallowRef, watch } from 'vue'
import { loadIndex, loadNear, loadRegion, placeEntries, uniqueTerritories } from '../../territory/index.ts'
import { regionsOf } from './places.ts'

interface Places {
	known: Readonly<ShallowRef<Known>>
	/** Whether something is on its way. */
	loading: Readonly<Ref<boolean>>
	/** Why the territories could not be loaded. */
	error: Readonly<ShallowRef<unknown>>
	load: () => Promise<void>
}

/**
 * The territories in a file: those of the network's region and those its codes refer to, fetched if there are any.
 *
 * @param texts texts of places in the file
 * @param home region of the network
 * @param near codes of départements beyond it whose places are included
 */
export function usePlaces(texts: () => readonly string[], home: string, near: readonly string[]): Places {
	const known = shallowRef<Known>({ index: { regions: [], departements: {}, epci: {} }, entries: [] })
	const loading = ref(false)
	const error = shallowRef<unknown>(null)
	let there = new Set<string>()

	async function load(): Promise<void> {
		if (texts().length === 0) {
			return
		}
		loading.value = true
		error.value = null
		try {
			const index = await loadIndex()
			const wanted = new Set([home, ...there, ...regionsOf(texts(), index)])
			if ([...wanted].some((region) => !there.has(region))) {
				const places = (await Promise.all([loadNear(home, near), ...[...wanted].map(loadRegion)])).flat()
				const others = index.regions.filter(([code]) => !wanted.has(code)).map(([code, name]) => ({ code, name, kind: 'region' as const, around: [] }))
				there = wanted
				known.value = { index, entries: placeEntries(uniqueTerritories([...places, ...others])) }
			}
		} catch (thrown) {
			error.value = thrown
		} finally {
			loading.value = false
		}
	}

	watch(texts, load)

	return { known, loading, error, load }
}
