/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../../api/endpoint.ts'
import { maxCharacters } from '../../shared/lib/maxCharacters.ts'
import { GROUP_LIMITS, MakingSchema } from '../model.ts'

const runner = v.pipe(v.string(), maxCharacters(GROUP_LIMITS.runner))
const errors = ['wrong_type', 'bad_text', 'too_long', 'runner_missing', 'being_made'] as const

/** Undoing the creation of a group; its journal is otherwise in ../api.ts. */
export const makingApi = {
	beginUndo: endpoint({
		method: 'POST',
		path: '/groups/{group}/making/undo',
		summary: 'Begin or resume undoing the creation of a group; no one can join it any more. Refused if anyone but its creator is in it or asks to join',
		who: 'groupDecider',
		body: v.object({ runner }),
		answer: MakingSchema,
		errors: [...errors, 'group_joined'],
	}),
	endUndo: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/making/undo',
		summary: 'Stop undoing the creation of a group, which gets its previous status',
		who: 'groupDecider',
		query: v.object({ runner }),
		answer: v.null(),
		errors,
	}),
} as const
