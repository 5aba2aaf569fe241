/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** For so long in ms something is worked at before the page may answer. */
const SLICE = 10

/**
 * Does long work in slices between which the page answers.
 *
 * @param work yields wherever it may be interrupted, more often than every few milliseconds
 * @return ends it
 */
export function inSlices(work: Iterator<void>): () => void {
	let timer = 0
	const slice = () => {
		const end = performance.now() + SLICE
		let done: boolean | undefined
		do {
			done = work.next().done
		} while (!done && performance.now() < end)
		if (!done) {
			timer = window.setTimeout(slice)
		}
	}
	timer = window.setTimeout(slice)
	return () => window.clearTimeout(timer)
}
