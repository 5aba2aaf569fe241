/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { availableParallelism } from 'node:os'

/**
 * Performs steps in their order, each as soon as what it needs has ended and there are cores for it. One that would need more
 * cores than there are has them all to itself, and lets none behind it pass it.
 *
 * @template {{name: string, needs?: string, cores?: number}} Step
 * @template Result
 * @param {Step[]} steps
 * @param {(step: Step, done: Map<string, Result>) => Promise<Result>} perform given what has ended so far
 * @param {number} cores
 * @return {Promise<Map<string, Result>>} what was answered for each, by name
 */
export async function runAll(steps, perform, cores = availableParallelism()) {
	const done = new Map()
	const waiting = [...steps]
	const running = new Map()
	let busy = 0
	while (waiting.length + running.size > 0) {
		for (const step of [...waiting]) {
			const wanted = step.cores ?? 1
			if (step.needs && !done.has(step.needs)) {
				continue
			}
			if (busy > 0 && busy + wanted > cores) {
				break
			}
			waiting.splice(waiting.indexOf(step), 1)
			busy += wanted
			running.set(step.name, perform(step, done).then((result) => {
				done.set(step.name, result)
				running.delete(step.name)
				busy -= wanted
			}))
		}
		await Promise.race(running.values())
	}
	return done
}
