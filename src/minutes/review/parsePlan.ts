/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MinutesPlan } from './plan.ts'

import * as v from 'valibot'
import { MinutesPlanSchema } from './plan.ts'

/** The stored plan; null: invalid. */
export function parsePlan(text: string): MinutesPlan | null {
	try {
		const plan = v.safeParse(MinutesPlanSchema, JSON.parse(text))
		return plan.success ? plan.output : null
	} catch {
		return null
	}
}
