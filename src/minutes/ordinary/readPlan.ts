/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { OrdinaryPlan } from './model.ts'

import * as v from 'valibot'
import { OrdinaryPlanSchema } from './model.ts'

const NOTHING: OrdinaryPlan = { cards: [], stack: '', meeting: null, file: null, begun: [], left: [] }

/** The stored plan; an invalid one has nothing to create and nothing to undo. */
export function readPlan(json: string): OrdinaryPlan {
	try {
		const plan = v.safeParse(OrdinaryPlanSchema, JSON.parse(json))
		return plan.success ? plan.output : NOTHING
	} catch {
		return NOTHING
	}
}
