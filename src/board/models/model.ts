/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../../shared/lib/maxCharacters.ts'
import { DECK_LIMITS } from '../model.ts'

/**
 * Longest texts in characters and longest lists, the same as in lib/Board/ModelRules.php: both sides are held to
 * tests/fixtures/rules/board-limits.json.
 */
export const MODEL_LIMITS = {
	models: 20,
	slug: 64,
	title: DECK_LIMITS.board,
	labels: 20,
	label: DECK_LIMITS.label,
	stacks: 12,
	stack: DECK_LIMITS.stack,
	card: DECK_LIMITS.card,
	description: 5000,
} as const

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))
/** Six hexadecimal digits, no #. */
const color = v.string()

/** Which content of minutes becomes cards in a stack; without such a stack the first gets it. */
export const TAKES = ['items', 'followUps'] as const

/** The initial content of a board of one kind. */
export const BoardModelSchema = v.object({
	/** Identifies the model for groups: lowercase letters, digits and hyphens. */
	slug: text(MODEL_LIMITS.slug),
	title: text(MODEL_LIMITS.title),
	color,
	labels: v.pipe(v.array(v.object({ title: text(MODEL_LIMITS.label), color })), v.maxLength(MODEL_LIMITS.labels)),
	stacks: v.pipe(v.array(v.object({ title: text(MODEL_LIMITS.stack), takes: v.optional(v.picklist(TAKES)) })), v.maxLength(MODEL_LIMITS.stacks)),
	/** Whether the mandate has a card even before it is written. */
	mandate: v.boolean(),
	/** The first card. */
	welcome: v.nullable(v.object({
		title: text(MODEL_LIMITS.card),
		/** Markdown. */
		description: text(MODEL_LIMITS.description),
	})),
})
export type BoardModel = v.InferOutput<typeof BoardModelSchema>

/** All models; null: the default ones (src/board/models.ts). */
export const BoardModelsSchema = v.object({
	version: v.number(),
	models: v.nullable(v.array(BoardModelSchema)),
})
export type BoardModels = v.InferOutput<typeof BoardModelsSchema>
