/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { MatchSchema } from '../member/home/model.ts'

/** Maximum number of people in an answer. */
export const MOST_MATCHES = 20
/** Maximum number of people shown on a kept card. */
export const MOST_OF_KEPT = 5

export const MatchesSchema = v.object({
	/** The sure ones first, then the best first; one per person. */
	matches: v.array(MatchSchema),
})
export type Matches = v.InferOutput<typeof MatchesSchema>

export const CardMatchSchema = v.object({
	/** null: no good reason, or I do not want to be introduced. */
	match: v.nullable(MatchSchema),
})
export type CardMatch = v.InferOutput<typeof CardMatchSchema>
