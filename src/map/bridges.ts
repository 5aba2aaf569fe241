/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BridgeKind, Bridges } from './model.ts'

export type Pair = Bridges['pairs'][number]

/** How many groups two sides have in common; null for a side and itself. */
export function commonGroups({ pairs }: Bridges, a: number, b: number): number | null {
	return pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))?.groups ?? null
}

/** Two sides that have no group in common: those with something to talk about first. */
export function pairsWithoutGroups({ pairs }: Bridges): Pair[] {
	return pairs.filter(({ groups }) => groups === 0).sort((one, other) => other.introductions.length - one.introductions.length)
}

/**
 * The page to propose a meeting of two sides, with known values filled in: a facilitator of the network creates a session of needs and offers,
 * others write a notice that calls people to take part.
 *
 * @param facilitator whether the viewer facilitates the network
 * @param title of the meeting
 * @param theme its subject, if known
 */
export function proposalOf(facilitator: boolean, title: string, theme?: string): { path: string, query: Record<string, string> } {
	return facilitator ? { path: '/sessions', query: { title } } : { path: '/notices/new', query: { kind: 'call', title, ...theme === undefined ? {} : { term: theme } } }
}

/** The page of the directory with the people of a side who seek or offer something of a theme. */
export function directoryOf(by: BridgeKind, side: string, facet: 'seek' | 'offer', theme: string): { path: string, query: Record<string, string[]> } {
	return { path: '/members', query: { [`facet[${by === 'sector' ? 'sector' : 'territory'}][]`]: [side], [`facet[${facet}][]`]: [theme] } }
}
