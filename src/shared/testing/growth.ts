/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Ten times the input: what is linear takes ten times as long, what is quadratic a hundred times. */
const TIMES = 10
/** Below this many ms a time says more about the machine than about the work. */
const MEASURABLE = 4
/** A freeze already, in ms: nobody waits for ten times the input. */
const FREEZE = 3000
const RUNS = 3

/**
 * How much longer than linear the work takes on ten times the input: about 1 is linear, 10 quadratic.
 *
 * @param work runs on an input of this size; it may return a promise
 * @param size size of the smaller input
 * @param least minimum time to measure, in ms, for the smaller input
 */
export async function growth(work: (size: number) => unknown, size: number, least = MEASURABLE): Promise<number> {
	if (await time(work, size) > FREEZE) {
		return Infinity
	}
	const more = await best(work, size * TIMES, least * TIMES)
	return more < least * TIMES ? 1 : more / Math.max(await best(work, size, least), least) / TIMES
}

/** The best of some times in ms, or the first that is short enough. */
async function best(work: (size: number) => unknown, size: number, enough: number): Promise<number> {
	let shortest = Infinity
	for (let run = 0; run < RUNS && shortest >= enough && (run === 0 || shortest < FREEZE * TIMES); run++) {
		shortest = Math.min(shortest, await time(work, size))
	}
	return shortest
}

/** ms on the processor: what else the machine does makes it no longer. */
async function time(work: (size: number) => unknown, size: number): Promise<number> {
	const start = process.cpuUsage()
	await work(size)
	const { user, system } = process.cpuUsage(start)
	return (user + system) / 1000
}
