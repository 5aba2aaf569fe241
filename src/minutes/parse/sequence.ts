/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sight } from './features.ts'

/**
 * The label of a unit: title of a group, more of it, noise; heading, point, more of the previous unit, subpoint; title of the grid, its column
 * headings, answers, a row of several columns; heading of follow-ups, and their points; heading of the roster, and its people.
 */
export const LABELS = ['T', 't', 'N', 'H', 'I', '+', 'C', 'G', 'a', 'b', 'c', '1', '2', '3', 'S', 'F', 'f', 'R', 'P'] as const
export type Label = typeof LABELS[number]
const MANY = LABELS.length

/** Weights of features: for each the indexes of labels, or of pairs of labels, each followed by its weight. */
export interface Weights {
	own: Record<string, number[]>
	between: Record<string, number[]>
}

export interface Labelled {
	label: Label
	/** How much worse the best labelling of the whole text is if this unit has another label. */
	margin: number
}

/** Weights prepared for lookup. */
interface Lookup {
	own: Map<string, readonly number[]>
	between: Map<string, readonly number[]>
	/** Scores of pairs of labels, cached: there are few combinations. */
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
 * The labels of a whole text: the best combination.
 *
 * @param sight features of the units
 * @param weights weights of the features
 * @param allowed the labels a unit may have; any if null
 * @param barred pairs of labels that are impossible, by unit
 */
export function labelled(sight: Sight, weights: Weights, allowed: readonly (readonly Label[] | null)[] = [], barred: ReadonlyMap<number, Barred> = new Map()): Labelled[] {
	const { count } = sight
	if (count === 0) {
		return []
	}
	const lookup = lookupOf(weights)
	// One array for all units: a long text has a hundred thousand of them.
	const own = new Float32Array(count * MANY)
	const pairings = Array.from({ length: count }, (_, i) => {
		only(allowed[i] ?? null, addAll(at(own, i), sight.own(i), lookup.own))
		return pairScores(sight.between(i), lookup, barred.get(i))
	})
	const forward = new Float32Array(count * MANY)
	const from = new Uint8Array(count * MANY)
	at(forward, 0).set(at(own, 0))
	for (let i = 1; i < count; i++) {
		const pairs = pairings[i]!
		const [now, before] = [i * MANY, (i - 1) * MANY]
		for (let label = 0; label < MANY; label++) {
			let most = -Infinity
			for (let last = 0; last < MANY; last++) {
				const score = forward[before + last]! + pairs[last * MANY + label]!
				if (score > most) {
					most = score
					from[now + label] = last
				}
			}
			forward[now + label] = most + own[now + label]!
		}
		lowered(at(forward, i))
	}
	const chosen = new Uint8Array(count)
	chosen[count - 1] = indexOfMost(at(forward, count - 1))
	for (let i = count - 1; i > 0; i--) {
		chosen[i - 1] = from[i * MANY + chosen[i]!]!
	}
	const margins = marginsOf(pairings, own, forward, chosen)
	return Array.from(chosen, (label, i) => ({ label: LABELS[label]!, margin: margins[i]! }))
}

/** The scores of one unit. */
function at(scores: Float32Array, unit: number): Float32Array {
	return scores.subarray(unit * MANY, (unit + 1) * MANY)
}

function marginsOf(pairings: readonly Float32Array[], own: Float32Array, forward: Float32Array, chosen: Uint8Array): Float32Array {
	const margins = new Float32Array(chosen.length)
	let [behind, earlier] = [new Float32Array(MANY), new Float32Array(MANY)]
	for (let i = chosen.length - 1; i >= 0; i--) {
		let [best, other] = [0, -Infinity]
		for (let label = 0; label < MANY; label++) {
			const whole = forward[i * MANY + label]! + behind[label]!
			if (label === chosen[i]) {
				best = whole
			} else {
				other = Math.max(other, whole)
			}
		}
		margins[i] = best - other
		if (i > 0) {
			const pairs = pairings[i]!
			for (let before = 0; before < MANY; before++) {
				let most = -Infinity
				for (let label = 0; label < MANY; label++) {
					most = Math.max(most, pairs[before * MANY + label]! + own[i * MANY + label]! + behind[label]!)
				}
				earlier[before] = most
			}
			[behind, earlier] = [lowered(earlier), behind]
		}
	}
	return margins
}

/** Removes labels that are not allowed from the scores. */
function only(allowed: readonly Label[] | null, scores: Float32Array): void {
	if (allowed !== null) {
		scores.forEach((_, i) => {
			if (!allowed.includes(LABELS[i]!)) {
				scores[i] = -Infinity
			}
		})
	}
}

/** Pairs of labels that are impossible in a section: noise once it has begun, more of a title behind anything else. */
const IN_SECTION = pairsWhere((last, label) => (label === 'N' && 'HIC+'.includes(last)) || (label === 't' && !'Tt'.includes(last)))
/** And a heading with nothing between it and the next one. */
const BELOW_HEADING = pairsWhere((last, label) => last === 'H' && label === 'H')
export const BARRED = { section: IN_SECTION, line: [...IN_SECTION, ...BELOW_HEADING] }
/** What such a pair costs: more than any weights give, and not infinite, since every text needs some labels. */
const IMPOSSIBLE = 1e6
/** Which of these pairs are impossible at a unit. */
export type Barred = keyof typeof BARRED

function pairsWhere(is: (last: Label, label: Label) => boolean): number[] {
	return LABELS.flatMap((last, i) => LABELS.flatMap((label, j) => is(last, label) ? [i * MANY + j] : []))
}

function pairScores(features: readonly string[], { between, pairs }: Lookup, barred: Barred | undefined): Float32Array {
	const key = `${barred ?? ''} ${features.join()}`
	const known = pairs.get(key)
	if (known) {
		return known
	}
	const scores = addAll(new Float32Array(MANY * MANY), features, between)
	if (barred) {
		BARRED[barred].forEach((pair) => {
			scores[pair]! -= IMPOSSIBLE
		})
	}
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

/** Scores shifted so that the largest is zero: a long text must not make them too large for small differences. */
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
