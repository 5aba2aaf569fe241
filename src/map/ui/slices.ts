/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Length of a slice in ms. */
const SLICE = 10

/**
 * Does long work in slices, so that the page stays responsive.
 *
 * @param work yields where it can be interrupted, at least every few milliseconds
 * @param then gets the result
 * @return stops it
 */
export function inSlices<Result>(work: Iterator<void, Result>, then: (result: Result) => void): () => void {
	let timer = 0
	const slice = () => {
		const end = performance.now() + SLICE
		let step: IteratorResult<void, Result>
		do {
			step = work.next()
		} while (!step.done && performance.now() < end)
		if (step.done) {
			then(step.value)
		} else {
			timer = window.setTimeout(slice)
		}
	}
	timer = window.setTimeout(slice)
	return () => window.clearTimeout(timer)
}
