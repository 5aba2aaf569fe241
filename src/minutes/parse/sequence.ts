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

/** The labels of a whole text: those that fit best together. */
export function labelled(sight: Sight, weights: Weights): Labelled[] {
	const { count } = sight
	if (count === 0) {
		return []
	}
	const own = Array.from({ length: count }, (_, i) => scoresOf(sight.own(i), weights.own, MANY))
	const forward = [own[0]!]
	const from: Uint8Array[] = [new Uint8Array(MANY)]
	for (let i = 1; i < count; i++) {
		const pairs = scoresOf(sight.between(i), weights.between, MANY * MANY)
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
		forward.push(best)
		from.push(back)
	}
	const chosen = new Uint8Array(count)
	chosen[count - 1] = indexOfMost(forward[count - 1]!)
	for (let i = count - 1; i > 0; i--) {
		chosen[i - 1] = from[i]![chosen[i]!]!
	}
	const margins = marginsOf(sight, weights, own, forward, chosen)
	return Array.from(chosen, (label, i) => ({ label: LABELS[label]!, margin: margins[i]! }))
}

function marginsOf(sight: Sight, weights: Weights, own: readonly Float32Array[], forward: readonly Float32Array[], chosen: Uint8Array): Float32Array {
	const margins = new Float32Array(sight.count)
	let behind = new Float32Array(MANY)
	for (let i = sight.count - 1; i >= 0; i--) {
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
			const pairs = scoresOf(sight.between(i), weights.between, MANY * MANY)
			const earlier = new Float32Array(MANY)
			for (let before = 0; before < MANY; before++) {
				let most = -Infinity
				for (let label = 0; label < MANY; label++) {
					most = Math.max(most, pairs[before * MANY + label]! + own[i]![label]! + behind[label]!)
				}
				earlier[before] = most
			}
			behind = earlier
		}
	}
	return margins
}

function scoresOf(features: readonly string[], weights: Weights['own'], many: number): Float32Array {
	const scores = new Float32Array(many)
	for (const feature of features) {
		addWeights(scores, weights[feature])
	}
	return scores
}

function addWeights(scores: Float32Array, pairs: readonly number[] | undefined): void {
	for (let i = 0; pairs && i < pairs.length; i += 2) {
		scores[pairs[i]!]! += pairs[i + 1]!
	}
}

function indexOfMost(scores: Float32Array): number {
	return scores.reduce((best, score, i) => score > scores[best]! ? i : best, 0)
}
