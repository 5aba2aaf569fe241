/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { PlaceKind } from '../territory/model.ts'
import type { FacetChoice } from './model.ts'

import { fold } from '../shared/lib/fold.ts'
import { PLACE_KINDS } from '../territory/model.ts'

/** What to show of a territory in addition to its name. */
interface Distinction {
	kind: PlaceKind
	/** Number of the département, if another commune has the same name. */
	departement?: string
}

/**
 * What distinguishes territories, by their id: for départements and regions, and for those that share a name.
 */
export function distinguish(choices: readonly FacetChoice[]): ReadonlyMap<string, Distinction> {
	const places = choices.flatMap(({ id, label }) => {
		const [word, code = ''] = id.split(':')
		const kind = PLACE_KINDS.find((known) => known === word)
		return kind ? [{ id, name: fold(label), kind, code }] : []
	})
	return new Map(places.flatMap((place): [string, Distinction][] => {
		const { id, kind, code, name } = place
		const twins = places.filter((other) => other !== place && other.name === name)
		if (kind === 'commune' && twins.some((twin) => twin.kind === kind)) {
			return [[id, { kind, departement: /^97/.test(code) ? code.slice(0, 3) : code.slice(0, 2) }]]
		}
		return twins.length > 0 || kind === 'departement' || kind === 'region' ? [[id, { kind }]] : []
	}))
}
