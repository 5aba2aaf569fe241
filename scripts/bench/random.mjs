/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Numbers that look drawn and are the same each time.
 *
 * @param {...number} seed whole numbers; other ones give another row
 * @return {() => number} from 0 to below 1 (mulberry32)
 */
export function random(...seed) {
	let state = seed.reduce((mixed, part) => Math.imul(mixed ^ part, 0x9E3779B1) ^ (mixed >>> 15), 0x5EED)
	return () => {
		state = (state + 0x6D2B79F5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), state | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
	}
}

/** One entry of a list. */
export const pick = (next, list) => list[Math.floor(next() * list.length)]

/** Between `least` and `most` different values of `draw`; fewer where it keeps giving the same. */
export function several(next, least, most, draw) {
	const found = new Set()
	const wanted = least + Math.floor(next() * (most - least + 1))
	for (let tries = 0; found.size < wanted && tries < 3 * wanted; tries++) {
		found.add(draw())
	}
	return [...found]
}

/**
 * Draws ranks from 0 to `size` − 1 as often as words are used: rank r in proportion to 1 ÷ (r + shift)^power
 * (Zipf's law in Mandelbrot's form).
 *
 * @return {(next: () => number) => number}
 */
export function zipf(size, shift = 2.7, power = 1) {
	const sums = new Float64Array(size)
	let sum = 0
	for (let rank = 0; rank < size; rank++) {
		sum += (rank + shift) ** -power
		sums[rank] = sum
	}
	return (next) => {
		const wanted = next() * sum
		let low = 0
		for (let high = size - 1; low < high;) {
			const middle = (low + high) >> 1
			if (sums[middle] < wanted) {
				low = middle + 1
			} else {
				high = middle
			}
		}
		return low
	}
}
