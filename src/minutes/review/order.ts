/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupPlan } from '../../group/making/plan.ts'
import type { MinutesPlan } from './plan.ts'

import * as v from 'valibot'
import { folderName } from '../../group/folderName.ts'
import { MinutesPlanSchema } from './plan.ts'

/** The plan as it was kept; null: it is none of ours. */
export function parsePlan(text: string): MinutesPlan | null {
	try {
		const plan = v.safeParse(MinutesPlanSchema, JSON.parse(text))
		return plan.success ? plan.output : null
	} catch {
		return null
	}
}

/** Where the folder of a group goes in the library; nowhere where none is chosen. */
export function folderOf(title: string, library: string): GroupPlan['folder'] {
	const root = library.replace(/^\/*|\/+$/g, '')
	return root === '' ? { path: null, reason: 'no_library' } : { path: `/${root}/${folderName(title)}` }
}
