/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupRun } from '../../group/making/makeGroups.ts'

import { settledCount, STEPS } from '../../group/making/steps.ts'

/** The number of finished groups, and the progress of the current one. */
export function progressOf(groups: readonly GroupRun[]): { done: number, part: number } {
	const running = groups.find(({ state }) => state === 'running')
	const step = running && STEPS.map((name) => running.steps[name]).find(({ state }) => state === 'running')
	const within = step?.state === 'running' && step.of > 0 ? step.done / step.of : 0
	return {
		done: groups.filter(({ state }) => state !== 'waiting' && state !== 'running').length,
		part: running ? Math.min(1, (settledCount(running.steps) + within) / STEPS.length) : 0,
	}
}
