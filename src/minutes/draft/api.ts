/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../../api/endpoint.ts'
import { maxCharacters } from '../../shared/lib/maxCharacters.ts'
import { DRAFT_LIMITS, DraftSchema, DraftSummarySchema } from './model.ts'

const name = v.pipe(v.string(), maxCharacters(DRAFT_LIMITS.name))
const content = v.pipe(v.string(), maxCharacters(DRAFT_LIMITS.content))

export const draftApi = {
	list: endpoint({
		method: 'GET',
		path: '/minutes/drafts',
		summary: 'Get the current user’s drafts of minutes, last changed first',
		who: 'facilitator',
		answer: v.array(DraftSummarySchema),
		errors: [],
	}),
	begin: endpoint({
		method: 'POST',
		path: '/minutes/drafts',
		summary: 'Save minutes under review as a draft; the same key returns the existing draft',
		who: 'facilitator',
		body: v.object({
			/** Key of the browser: 8 to 64 letters, digits, - and _. */
			key: v.string(),
			name,
			content,
		}),
		answer: DraftSummarySchema,
		status: 201,
		errors: ['wrong_type', 'bad_text', 'too_long', 'bad_key', 'too_many_drafts'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/minutes/drafts/{draft}',
		summary: 'Get a draft of the current user with its content; it does not exist for anyone else',
		who: 'facilitator',
		answer: DraftSchema,
		errors: [],
	}),
	write: endpoint({
		method: 'PUT',
		path: '/minutes/drafts/{draft}',
		summary: 'Change a draft of the current user; `stale_version` comes with the `current` one, without its content',
		who: 'facilitator',
		body: v.object({
			version: v.number(),
			name: v.optional(name),
			content: v.optional(content),
			/** Id of the minutes created from it. */
			minutes: v.optional(v.number()),
		}),
		answer: DraftSummarySchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'version_missing', 'unknown_minutes', 'stale_version'],
	}),
	handOn: endpoint({
		method: 'PUT',
		path: '/minutes/drafts/{draft}/facilitator',
		summary: 'Hand over a draft of the current user to another facilitator, who is then the only one to have it',
		who: 'facilitator',
		body: v.object({
			version: v.number(),
			uid: v.string(),
		}),
		answer: v.null(),
		errors: ['wrong_type', 'version_missing', 'stale_version', 'unknown_facilitator'],
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/minutes/drafts/{draft}',
		summary: 'Delete a draft of the current user',
		who: 'facilitator',
		answer: v.null(),
		errors: [],
	}),
} as const
