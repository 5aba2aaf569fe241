/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { MatchSchema } from '../member/home/model.ts'

/** Most people of one answer. */
export const MOST_MATCHES = 20
/** Most people shown on a card that one keeps. */
export const MOST_OF_KEPT = 5

export const MatchesSchema = v.object({
	/** The best first, one of each person. */
	matches: v.array(MatchSchema),
})
export type Matches = v.InferOutput<typeof MatchesSchema>

export const CardMatchSchema = v.object({
	/** null: no good reason, or I do not want to be introduced. */
	match: v.nullable(MatchSchema),
})
export type CardMatch = v.InferOutput<typeof CardMatchSchema>
