/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Territory, TerritoryIndex } from './model.ts'

import * as v from 'valibot'
import { IndexSchema, liesIn, RegionSchema, territoriesOf } from './model.ts'

/** One lazy chunk per file: a region is loaded when the person searches for a place there. */
const files = import.meta.glob<unknown>('../../data/territories/*.json', { import: 'default' })

/** The names of the regions, with their départements and EPCI. */
export async function loadIndex(): Promise<TerritoryIndex> {
	return v.parse(IndexSchema, await content('index'))
}

/** Every place of a region; throws for a region that does not exist or could not be fetched. */
export async function loadRegion(code: string): Promise<Territory[]> {
	return territoriesOf(v.parse(RegionSchema, await content(code)))
}

/** Every place of some départements beyond a region. */
export async function loadNear(region: string, departements: readonly string[]): Promise<Territory[]> {
	if (departements.length === 0) {
		return []
	}
	const index = await loadIndex()
	const around = new Set(departements.flatMap((code) => index.departements[code]?.[0] ?? []))
	around.delete(region)
	const places = (await Promise.all([...around].map(loadRegion))).flat()
	return places.filter((place) => departements.some((code) => liesIn(place, { code, kind: 'departement', name: '' })))
}

async function content(name: string): Promise<unknown> {
	const file = files[`../../data/territories/${name}.json`]
	if (!file) {
		throw new Error(`No territories under the name ${name}`)
	}
	return file()
}
