/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** From the smallest to the largest; a commune lies in an EPCI, a département and a region. */
export const PLACE_KINDS = ['commune', 'epci', 'departement', 'region'] as const
export type PlaceKind = typeof PLACE_KINDS[number]

/** INSEE code of a commune, département or region, SIREN of an EPCI. Codes are unique per kind only: 11 is a département and a region. */
export interface Place {
	code: string
	kind: PlaceKind
	name: string
}

const named = v.tuple([v.string(), v.string()])

/** data/territories/index.json, made by scripts/territories.mjs. */
export const IndexSchema = v.object({
	/** Code and name. */
	regions: v.array(named),
	/** Département → region, and its own name. */
	departements: v.record(v.string(), named),
	/** EPCI → region; astride several, the one where most of its people live. */
	epci: v.record(v.string(), v.string()),
})
export type TerritoryIndex = v.InferOutput<typeof IndexSchema>

/** data/territories/{region}.json, made by scripts/territories.mjs. */
export const RegionSchema = v.object({
	code: v.string(),
	name: v.string(),
	/** Code and name of each EPCI with a commune here. */
	epci: v.array(named),
	/** Code, name, and its communes by EPCI: [place in `epci` or -1, [end of the commune's code, name, alternately]]. */
	departements: v.array(v.tuple([v.string(), v.string(), v.array(v.tuple([v.number(), v.array(v.string())]))])),
})
export type RegionFile = v.InferOutput<typeof RegionSchema>

/** A place of a region with the larger ones it lies in: EPCI, départements (several for an EPCI astride), region. */
export interface Territory extends Place {
	around: Place[]
}

/** Every place of a region: its communes, their EPCI, its départements and itself. */
export function territoriesOf(file: RegionFile): Territory[] {
	const region: Place = { code: file.code, kind: 'region', name: file.name }
	const epci = file.epci.map(([code, name]) => ({ code, kind: 'epci' as const, name, around: [] as Place[] }))
	const departements: Territory[] = []
	const communes: Territory[] = []
	for (const [code, name, groups] of file.departements) {
		const departement: Place = { code, kind: 'departement', name }
		departements.push({ ...departement, around: [region] })
		for (const [position, ends] of groups) {
			const group = epci[position]
			group?.around.push(departement)
			const around = group ? [toPlace(group), departement, region] : [departement, region]
			for (let i = 0; i < ends.length; i += 2) {
				communes.push({ code: code + ends[i], kind: 'commune', name: ends[i + 1] ?? '', around })
			}
		}
	}
	for (const group of epci) {
		group.around.push(region)
	}
	return [{ ...region, around: [] }, ...departements, ...epci, ...communes]
}

/** A place as it is written on a card. */
export function toPlace({ code, kind, name }: Place): Place {
	return { code, kind, name }
}

/** Each place once: an EPCI astride two regions is in the files of both. */
export function uniqueTerritories(places: readonly Territory[]): Territory[] {
	return [...new Map(places.map((place) => [`${place.kind} ${place.code}`, place])).values()]
}

/** Whether two places are the same. */
export function isSamePlace(a: Place, b: Place): boolean {
	return a.kind === b.kind && a.code === b.code
}

/** Whether a place is another or lies in it, for an EPCI astride two départements: at least in part. */
export function liesIn(inner: Territory, outer: Place): boolean {
	return isSamePlace(inner, outer) || inner.around.some((place) => isSamePlace(place, outer))
}
