/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sight } from './features.ts'

/**
 * What a unit is: title of a group, more of it, noise; heading, point, more of what comes before, point below a point; title of the grid, heads of its
 * columns, answers, a row of several columns; what is to follow, and its points; who goes on, and each of them.
 */
export const LABELS = ['T', 't', 'N', 'H', 'I', '+', 'C', 'G', 'a', 'b', 'c', '1', '2', '3', 'S', 'F', 'f', 'R', 'P'] as const
export type Label = typeof LABELS[number]
const MANY = LABELS.length

/** Weights of features: for each the places of labels, or of pairs of labels, each followed by its weight. */
export interface Weights {
	own: Record<string, number[]>
	between: Record<string, number[]>
}

export interface Labelled {
	label: Label
	/** How much worse the best labelling of the whole text is in which this unit has another label. */
	margin: number
}

/** Weights made ready for looking up. */
interface Lookup {
	own: Map<string, readonly number[]>
	between: Map<string, readonly number[]>
	/** Scores of pairs of labels: units lie to each other in few ways. */
	pairs: Map<string, Float32Array>
}

const lookups = new WeakMap<Weights, Lookup>()
const MOST_KEPT = 5000

function lookupOf(weights: Weights): Lookup {
	const known = lookups.get(weights)
	if (known) {
		return known
	}
	const made: Lookup = { own: new Map(Object.entries(weights.own)), between: new Map(Object.entries(weights.between)), pairs: new Map() }
	lookups.set(weights, made)
	return made
}

/**
 * The labels of a whole text: those that fit best together.
 *
 * @param sight what is seen of it
 * @param weights of what is seen
 * @param allowed the labels a unit may have; any where there are none
 */
export function labelled(sight: Sight, weights: Weights, allowed: readonly (readonly Label[] | null)[] = []): Labelled[] {
	const { count } = sight
	if (count === 0) {
		return []
	}
	const lookup = lookupOf(weights)
	const own = Array.from({ length: count }, (_, i) => only(allowed[i] ?? null, addAll(new Float32Array(MANY), sight.own(i), lookup.own)))
	const forward = [own[0]!]
	const from: Uint8Array[] = [new Uint8Array(MANY)]
	const pairings = Array.from({ length: count }, (_, i) => pairScores(sight.between(i), lookup))
	for (let i = 1; i < count; i++) {
		const pairs = pairings[i]!
		const [best, back] = [new Float32Array(MANY), new Uint8Array(MANY)]
		for (let label = 0; label < MANY; label++) {
			let most = -Infinity
			for (let before = 0; before < MANY; before++) {
				const score = forward[i - 1]![before]! + pairs[before * MANY + label]!
				if (score > most) {
					most = score
					back[label] = before
				}
			}
			best[label] = most + own[i]![label]!
		}
		forward.push(lowered(best))
		from.push(back)
	}
	const chosen = new Uint8Array(count)
	chosen[count - 1] = indexOfMost(forward[count - 1]!)
	for (let i = count - 1; i > 0; i--) {
		chosen[i - 1] = from[i]![chosen[i]!]!
	}
	const margins = marginsOf(pairings, own, forward, chosen)
	return Array.from(chosen, (label, i) => ({ label: LABELS[label]!, margin: margins[i]! }))
}

function marginsOf(pairings: readonly Float32Array[], own: readonly Float32Array[], forward: readonly Float32Array[], chosen: Uint8Array): Float32Array {
	const margins = new Float32Array(own.length)
	let behind = new Float32Array(MANY)
	for (let i = own.length - 1; i >= 0; i--) {
		let [best, other] = [0, -Infinity]
		for (let label = 0; label < MANY; label++) {
			const whole = forward[i]![label]! + behind[label]!
			if (label === chosen[i]) {
				best = whole
			} else {
				other = Math.max(other, whole)
			}
		}
		margins[i] = best - other
		if (i > 0) {
			const pairs = pairings[i]!
			const earlier = new Float32Array(MANY)
			for (let before = 0; before < MANY; before++) {
				let most = -Infinity
				for (let label = 0; label < MANY; label++) {
					most = Math.max(most, pairs[before * MANY + label]! + own[i]![label]! + behind[label]!)
				}
				earlier[before] = most
			}
			behind = lowered(earlier)
		}
	}
	return margins
}

/** Scores with nothing for the labels that are not allowed. */
function only(allowed: readonly Label[] | null, scores: Float32Array): Float32Array {
	return allowed === null ? scores : scores.map((score, i) => allowed.includes(LABELS[i]!) ? score : -Infinity)
}

function pairScores(features: readonly string[], { between, pairs }: Lookup): Float32Array {
	const key = features.join()
	const known = pairs.get(key)
	if (known) {
		return known
	}
	const scores = addAll(new Float32Array(MANY * MANY), features, between)
	if (pairs.size < MOST_KEPT) {
		pairs.set(key, scores)
	}
	return scores
}

function addAll(scores: Float32Array, features: readonly string[], weights: ReadonlyMap<string, readonly number[]>): Float32Array {
	for (const feature of features) {
		const pairs = weights.get(feature)
		for (let i = 0; pairs && i < pairs.length; i += 2) {
			scores[pairs[i]!]! += pairs[i + 1]!
		}
	}
	return scores
}

/** Scores with the largest at nothing: a long text must not make them too large for small differences. */
function lowered<Scores extends Float32Array>(scores: Scores): Scores {
	const most = scores[indexOfMost(scores)]!
	for (let label = 0; label < MANY; label++) {
		scores[label]! -= most
	}
	return scores
}

function indexOfMost(scores: Float32Array): number {
	let best = 0
	for (let label = 1; label < MANY; label++) {
		best = scores[label]! > scores[best]! ? label : best
	}
	return best
}
