/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Territories } from './model.ts'

export type Place = Territories[number]

/** A département with its listed communes. */
export interface Departement extends Place {
	communes: Place[]
}

/** Départements by number of people, then by name, each with its communes in the same order; a commune adds its département. */
export function departements(places: Territories): Departement[] {
	const sorted = [...places].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
	return sorted
		.filter(({ kind }) => kind === 'departement')
		.map((place) => ({ ...place, communes: sorted.filter(({ kind, departement }) => kind === 'commune' && departement === place.code) }))
}

/** The shade of a place, from 1 to 5: finer shades could not be distinguished. */
export function shade(count: number, most: number): number {
	return most <= 0 ? 1 : Math.max(1, Math.min(5, Math.ceil(5 * count / most)))
}

/** The page of the directory with the people of a place. */
export function directoryOf({ kind, code }: Pick<Place, 'kind' | 'code'>): { path: string, query: Record<string, string[]> } {
	return { path: '/members', query: { 'facet[territory][]': [`${kind}:${code}`] } }
}
