/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../../api/endpoint.ts'
import { BoardModelSchema, BoardModelsSchema, MODEL_LIMITS } from './model.ts'

export const modelsApi = {
	models: endpoint({
		method: 'GET',
		path: '/board-models',
		summary: 'Get the board templates of the network',
		who: 'account',
		answer: BoardModelsSchema,
		errors: [],
	}),
	writeModels: endpoint({
		method: 'PUT',
		path: '/board-models',
		summary: 'Replace the board templates of the network; null restores the initial ones. `stale_version` comes with the `current` ones',
		who: 'facilitator',
		body: v.object({ version: v.number(), models: v.nullable(v.pipe(v.array(BoardModelSchema), v.maxLength(MODEL_LIMITS.models))) }),
		answer: BoardModelsSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'unknown_field', 'title_missing', 'stack_missing', 'bad_slug', 'duplicate_slug', 'bad_color', 'version_missing', 'stale_version'],
	}),
} as const
