/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Territory, TerritoryIndex } from './model.ts'

import * as v from 'valibot'
import { IndexSchema, RegionSchema, territoriesOf } from './model.ts'

/** One lazy chunk per file: a region is fetched when somebody looks for a place there. */
const files = import.meta.glob<unknown>('../../data/territories/*.json', { import: 'default' })

/** The names of the regions, and which of them départements and EPCI belong to. */
export async function loadIndex(): Promise<TerritoryIndex> {
	return v.parse(IndexSchema, await content('index'))
}

/** Every place of a region; throws for a region that does not exist or could not be fetched. */
export async function loadRegion(code: string): Promise<Territory[]> {
	return territoriesOf(v.parse(RegionSchema, await content(code)))
}

async function content(name: string): Promise<unknown> {
	const file = files[`../../data/territories/${name}.json`]
	if (!file) {
		throw new Error(`No territories under the name ${name}`)
	}
	return file()
}
