/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Network, SetupCheck } from '../model.ts'

export const STEPS = ['name', 'facilitation', 'checks', 'charter', 'open'] as const
export type Step = typeof STEPS[number]

/** Progress of a step; `optional` steps need not be done, `next` ones can be done at any time. */
export type Progress = 'done' | 'open' | 'optional' | 'next'

/** The steps from a new app to a network that can begin, in order. */
export function stepsOf({ settings, facilitation, charter }: Network, checks: readonly SetupCheck[]): { step: Step, progress: Progress }[] {
	// Facilitators have a separate step.
	const warnings = checks.some(({ id, state }) => id !== 'facilitators' && state === 'warning')
	const progress: Record<Step, Progress> = {
		name: settings.name === '' ? 'open' : 'done',
		facilitation: facilitation.people.some(({ access }) => access) ? 'done' : 'open',
		checks: warnings ? 'open' : 'done',
		charter: charter?.text ? 'done' : 'optional',
		open: 'next',
	}
	return STEPS.map((step) => ({ step, progress: progress[step] }))
}
