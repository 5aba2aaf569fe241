/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sight } from '../../src/minutes/parse/features.ts'
import type { Barred, Label, Weights } from '../../src/minutes/parse/sequence.ts'

import { BARRED, LABELS } from '../../src/minutes/parse/sequence.ts'

/** A text as the model sees it, and the labels it should find. */
export interface Example {
	manner: string
	sight: Sight
	/** The labels that a series of marks leaves to each unit; empty without one. */
	allowed: readonly (readonly Label[])[]
	/** Pairs of labels that are impossible, by unit. */
	barred: ReadonlyMap<number, Barred>
	gold: Label[]
}

const MANY = LABELS.length
/** No place in a table. */
const NONE = 0xffffffff
/** Passes over all texts. */
const ROUNDS = 10
/** Weights are whole numbers: this number is one step of learning. */
const STEPS = 10
/** Smaller ones hardly matter. */
const LEAST = 2

/** Features of all texts by number, kept from one training to the next. */
const numbers = new Map<string, number>()
const known = new WeakMap<Sight, Seen>()

/** What is seen of a text, as numbers of features. */
interface Seen {
	own: Uint32Array[]
	between: Uint32Array[]
}

function seen(sight: Sight): Seen {
	const before = known.get(sight)
	if (before) {
		return before
	}
	const numbered = (features: string[]) => Uint32Array.from(features, (name) => numbers.get(name) ?? numbers.set(name, numbers.size).size - 1)
	const found = {
		own: Array.from({ length: sight.count }, (_, i) => numbered(sight.own(i).map((name) => `o ${name}`))),
		between: Array.from({ length: sight.count }, (_, i) => numbered(sight.between(i).map((name) => `b ${name}`))),
	}
	known.set(sight, found)
	return found
}

/** An example with its features as places in a table. */
interface Numbered extends Seen {
	gold: number[]
	/** Which labels each unit may not have, and which pairs with the one before. */
	not: (Uint8Array | null)[]
	pairs: (readonly number[])[]
}

/** Places of features in a table: of those that more than one manner has. */
class Places {
	/** By number. */
	private readonly places = new Map<number, number>()

	constructor(examples: readonly Example[], private readonly which: keyof Seen) {
		const manners = new Map<number, string | null>()
		for (const { sight, manner } of examples) {
			for (const features of seen(sight)[which]) {
				for (const number of features) {
					const before = manners.get(number)
					manners.set(number, before === undefined || before === manner ? manner : null)
				}
			}
		}
		// What only one manner has says nothing about others.
		for (const [number, manner] of manners) {
			if (manner === null || manner === 'known') {
				this.places.set(number, this.places.size)
			}
		}
	}

	get size(): number {
		return this.places.size
	}

	of(sight: Sight): Uint32Array[] {
		return seen(sight)[this.which].map((features) => features.map((number) => this.places.get(number) ?? NONE).filter((place) => place !== NONE))
	}

	/** Names of features with their places. */
	get names(): Map<string, number> {
		const found = new Map<string, number>()
		for (const [name, number] of numbers) {
			const place = name.startsWith(this.which[0]!) ? this.places.get(number) : undefined
			if (place !== undefined) {
				found.set(name.slice(2), place)
			}
		}
		return found
	}
}

/** Weights while they change, with their sum over time. */
class Table {
	readonly now: Float64Array
	private readonly sums: Float64Array
	private step = 1

	constructor(size: number) {
		this.now = new Float64Array(size)
		this.sums = new Float64Array(size)
	}

	add(at: number, by: number): void {
		this.now[at]! += by
		this.sums[at]! += by * this.step
	}

	tick(): void {
		this.step++
	}

	/** Their averages, without those that hardly matter. */
	read(names: ReadonlyMap<string, number>, many: number): Record<string, number[]> {
		const found: Record<string, number[]> = {}
		for (const [name, number] of names) {
			const pairs: number[] = []
			for (let label = 0; label < many; label++) {
				const at = number * many + label
				const weight = Math.round((this.now[at]! - this.sums[at]! / this.step) * STEPS)
				if (Math.abs(weight) >= LEAST) {
					pairs.push(label, weight)
				}
			}
			if (pairs.length > 0) {
				found[name] = pairs
			}
		}
		return found
	}
}

/** Averaged perceptron over whole texts: the same examples give the same weights. */
export function train(examples: readonly Example[], rounds = ROUNDS): Weights {
	const own = new Places(examples, 'own')
	const between = new Places(examples, 'between')
	const numbered = examples.map(({ sight, gold, allowed, barred }): Numbered => ({ own: own.of(sight), between: between.of(sight), gold: gold.map((label) => LABELS.indexOf(label)), not: gold.map((label, i) => excluded(allowed[i], label)), pairs: gold.map((label, i) => pairsBarred(barred.get(i), LABELS.indexOf(gold[i - 1] ?? label) * MANY + LABELS.indexOf(label))) }))
	const table = { own: new Table(own.size * MANY), between: new Table(between.size * MANY * MANY) }
	let random = 7
	const order = numbered.map((_, i) => i)
	for (let round = 0; round < rounds; round++) {
		for (let i = order.length - 1; i > 0; i--) {
			random = (random * 1103515245 + 12345) % 2147483648
			const j = random % (i + 1);
			[order[i], order[j]] = [order[j]!, order[i]!]
		}
		for (const i of order) {
			learn(numbered[i]!, table)
		}
	}
	return { own: table.own.read(own.names, MANY), between: table.between.read(between.names, MANY * MANY) }
}

/** Which labels a unit may not have: all that the form of its text excludes, but for the right one. */
function excluded(allowed: readonly Label[] | undefined, gold: Label): Uint8Array | null {
	return allowed ? Uint8Array.from(LABELS, (label) => label !== gold && !allowed.includes(label) ? 1 : 0) : null
}

/** The pairs that the form of its text excludes at a unit, but for the right one. */
function pairsBarred(barred: Barred | undefined, gold: number): readonly number[] {
	return barred ? BARRED[barred].filter((pair) => pair !== gold) : []
}

function learn({ own, between, gold, not, pairs }: Numbered, table: { own: Table, between: Table }): void {
	const guess = decode(own, between, gold, not, pairs, table)
	table.own.tick()
	table.between.tick()
	gold.forEach((label, i) => {
		if (guess[i] !== label) {
			own[i]!.forEach((feature) => {
				table.own.add(feature * MANY + label, 1)
				table.own.add(feature * MANY + guess[i]!, -1)
			})
		}
		if (i > 0 && (guess[i] !== label || guess[i - 1] !== gold[i - 1])) {
			between[i]!.forEach((feature) => {
				table.between.add(feature * MANY * MANY + gold[i - 1]! * MANY + label, 1)
				table.between.add(feature * MANY * MANY + guess[i - 1]! * MANY + guess[i]!, -1)
			})
		}
	})
}

/** The best labels, each wrong one helped a little: so the right ones have to win by a margin. */
function decode(own: readonly Uint32Array[], between: readonly Uint32Array[], gold: readonly number[], not: readonly (Uint8Array | null)[], barred: readonly (readonly number[])[], table: { own: Table, between: Table }): number[] {
	let scores = new Float64Array(MANY)
	const backs: Uint8Array[] = []
	const pairs = new Float64Array(MANY * MANY)
	own.forEach((features, i) => {
		const local = new Float64Array(MANY)
		for (const feature of features) {
			for (let label = 0; label < MANY; label++) {
				local[label]! += table.own.now[feature * MANY + label]!
			}
		}
		for (let label = 0; label < MANY; label++) {
			local[label]! += label === gold[i] ? 0 : not[i]?.[label] === 1 ? -Infinity : 2
		}
		const back = new Uint8Array(MANY)
		if (i === 0) {
			scores = local
		} else {
			pairs.fill(0)
			for (const feature of between[i]!) {
				for (let pair = 0; pair < MANY * MANY; pair++) {
					pairs[pair]! += table.between.now[feature * MANY * MANY + pair]!
				}
			}
			barred[i]!.forEach((pair) => {
				pairs[pair] = -Infinity
			})
			const next = new Float64Array(MANY)
			for (let label = 0; label < MANY; label++) {
				let most = -Infinity
				for (let before = 0; before < MANY; before++) {
					const score = scores[before]! + pairs[before * MANY + label]!
					if (score > most) {
						most = score
						back[label] = before
					}
				}
				next[label] = most + local[label]!
			}
			scores = next
		}
		backs.push(back)
	})
	const labels = [scores.reduce((best, score, label) => score > scores[best]! ? label : best, 0)]
	for (let i = own.length - 1; i > 0; i--) {
		labels.unshift(backs[i]![labels[0]!]!)
	}
	return labels
}
