/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'
import type { Entry } from '../search.ts'

import { computed, ref, shallowRef, watch } from 'vue'
import { loadIndex, loadNear, loadRegion } from '../load.ts'
import { uniqueTerritories } from '../model.ts'
import { searchEntries as ready } from '../search.ts'

interface Region {
	/** Code of the selected region. */
	region: Ref<string>
	/** Code and name of every region, once loaded. */
	regions: Readonly<Ref<[string, string][]>>
	/** Places to find: those of the region, and the other regions as far as they are loaded. */
	entries: Readonly<Ref<Entry[]>>
	/** Whether the last request failed. */
	failed: Readonly<Ref<boolean>>
	/** Loads the places of the region, unless they are loaded. */
	load: () => Promise<void>
	/** Fetches the names of the regions. */
	loadRegions: () => Promise<void>
}

/**
 * The places of one region at a time, loaded when the person begins to search.
 *
 * @param home region of the network
 * @param near codes of départements beyond it whose places are included
 */
export function useRegion(home: string, near: readonly string[]): Region {
	const region = ref(home)
	const regions = shallowRef<[string, string][]>([])
	const here = shallowRef<Entry[]>([])
	const failed = ref(false)
	/** Region whose places are loaded or loading. */
	let asked = ''

	async function attempt(fetch: () => Promise<void>): Promise<void> {
		failed.value = false
		try {
			await fetch()
		} catch {
			failed.value = true
			asked = ''
		}
	}

	async function load(): Promise<void> {
		const code = region.value
		if (asked === code) {
			return
		}
		asked = code
		here.value = []
		await attempt(async () => {
			const places = ready(uniqueTerritories([...code === home ? await loadNear(home, near) : [], ...await loadRegion(code)]))
			if (asked === code) {
				here.value = places
			}
		})
	}

	const loadRegions = () => attempt(async () => {
		const { regions: known } = await loadIndex()
		regions.value = [...known].sort(([, a], [, b]) => a.localeCompare(b, 'fr'))
	})

	watch(region, load)

	const entries = computed(() => {
		const others = regions.value.filter(([code]) => code !== region.value)
			.map(([code, name]) => ({ code, name, kind: 'region' as const, around: [] }))
		return [...here.value, ...ready(others)]
	})

	return { region, regions, entries, failed, load, loadRegions }
}
