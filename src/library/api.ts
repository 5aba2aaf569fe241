/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SheetFacet } from './model.ts'

import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { ConversationSchema, NewMessageSchema, OBSTACLES, WritingSchema } from '../message/model.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import {
	FileIdSchema,
	LibrarySchema,
	SHEET_FACETS,
	SHEET_LIMITS,
	SHEET_SORTS,
	SHEET_STATUSES,
	SheetListSchema,
	SheetSchema,
	SheetSummarySchema,
	SheetWordsSchema,
	SignatureSchema,
	StoriesSchema,
	WrittenEvaluationSchema,
} from './model.ts'

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))
const version = v.number()
/** Why the content of a sheet is refused; `field` in the answer says where. */
const wordsErrors = [
	'unknown_field', 'wrong_type', 'too_long', 'too_many', 'bad_text', 'title_missing', 'unknown_kind', 'unknown_outcome', 'unknown_licence',
	'unknown_territory', 'unknown_term', 'unknown_member', 'unknown_group', 'context_missing', 'not_in_library', 'version_missing', 'stale_version',
] as const

export const libraryApi = {
	get: endpoint({
		method: 'GET',
		path: '/library',
		summary: 'Get the library folder of the current user, the kinds of resources, and the folders of their groups',
		who: 'account',
		answer: LibrarySchema,
		errors: [],
	}),
	stories: endpoint({
		method: 'GET',
		path: '/library/stories',
		summary: 'Get the start page of the library: the newest stories of accessible files, those that ask for help, those nearby, the current user’s stories and drafts, texts to sign, and all themes',
		who: 'account',
		answer: StoriesSchema,
		errors: [],
	}),
	list: endpoint({
		method: 'GET',
		path: '/sheets',
		summary: 'Search the published sheets of accessible files by words and criteria; all of them without any',
		who: 'account',
		query: v.object({
			q: v.optional(v.string()),
			facet: v.optional(v.partial(v.object(Object.fromEntries(SHEET_FACETS.map((facet) => [facet, v.array(v.string())])) as Record<SheetFacet, v.ArraySchema<v.StringSchema<undefined>, undefined>>))),
			sort: v.optional(v.picklist(SHEET_SORTS)),
			cursor: v.optional(v.string()),
			/** 1 to 100, 20 by default. */
			limit: v.optional(v.number()),
		}),
		answer: SheetListSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'unknown_facet', 'unknown_sort', 'bad_cursor', 'bad_limit'],
	}),
	ofFiles: endpoint({
		method: 'GET',
		path: '/sheets/of-files',
		summary: 'Get the sheets of up to 200 accessible files; drafts only of files the current user can change',
		who: 'account',
		query: v.object({ file: v.array(FileIdSchema) }),
		answer: v.array(SheetSummarySchema),
		errors: ['wrong_type', 'too_many'],
	}),
	sheet: endpoint({
		method: 'GET',
		path: '/sheets/{file}',
		summary: 'Get the sheet of a file; for a deleted file, what remains of it',
		who: 'fileReader',
		answer: SheetSchema,
		errors: [],
	}),
	write: endpoint({
		method: 'PUT',
		path: '/sheets/{file}',
		summary: 'Create or change the sheet of a file the current user can change: version 0 creates it, fields that are not given stay. `stale_version` comes with the `current` sheet',
		who: 'fileEditor',
		/**
		 * `deposited`: recorded by a facilitator for a person who stays anonymous; `reachable`: people can write to me as its author without my name. Both require
		 * `anonymous`. `notice`: the notice whose outcome it describes; the two are linked if the sheet names its author.
		 */
		body: v.object({ version, ...v.partial(SheetWordsSchema).entries, deposited: v.optional(v.boolean()), reachable: v.optional(v.boolean()), notice: v.optional(v.number()) }),
		answer: SheetSchema,
		errors: [...wordsErrors, 'not_yours', 'no_card'],
	}),
	setStatus: endpoint({
		method: 'PUT',
		path: '/sheets/{file}/status',
		summary: 'Publish a sheet or make it a draft again; publishing a practice or a failure needs its context and outcome (`context_missing` names the `field`)',
		who: 'fileEditor',
		body: v.object({ version, status: v.picklist(SHEET_STATUSES) }),
		answer: SheetSchema,
		errors: ['not_yours', 'unknown_status', 'title_missing', 'context_missing', 'version_missing', 'stale_version'],
	}),
	remove: endpoint({
		method: 'DELETE',
		path: '/sheets/{file}',
		summary: 'Delete a sheet; the file stays',
		who: 'fileEditor',
		query: v.object({ version: v.optional(v.string()) }),
		answer: v.null(),
		errors: ['not_yours', 'version_missing', 'stale_version'],
	}),
	evaluate: endpoint({
		method: 'PUT',
		path: '/sheets/{file}/evaluation',
		summary: 'Set the current user’s evaluation of a sheet: what helps, what hinders and what would be needed elsewhere',
		who: 'fileReader',
		body: WrittenEvaluationSchema,
		answer: SheetSchema,
		errors: ['not_evaluable', 'wrong_type', 'too_long', 'bad_text', 'standpoint_missing', 'answers_missing', 'no_card'],
	}),
	takeEvaluationBack: endpoint({
		method: 'DELETE',
		path: '/sheets/{file}/evaluation',
		summary: 'Delete the current user’s evaluation of a sheet',
		who: 'fileReader',
		answer: SheetSchema,
		errors: ['no_card'],
	}),
	writing: endpoint({
		method: 'GET',
		path: '/sheets/{file}/writing',
		summary: 'Check whether the current user can write to an author of a sheet, and why not: a member it names, or its anonymous author without `to`',
		who: 'fileReader',
		query: v.object({ to: v.optional(v.number()) }),
		answer: WritingSchema,
		errors: ['wrong_type'],
	}),
	startConversation: endpoint({
		method: 'POST',
		path: '/sheets/{file}/conversations',
		summary: 'Write to an author of a sheet, named by `to` or anonymous: in the existing conversation about it, or in a new one. The same key sends only one message',
		who: 'fileReader',
		body: v.object({ ...NewMessageSchema.entries, to: v.optional(v.number()) }),
		answer: ConversationSchema,
		status: 201,
		errors: [
			'wrong_type', 'bad_text', 'too_long', 'text_missing', 'bad_key', 'unknown_way', 'links_too_early', 'enough_messages', 'enough_messages_today', ...OBSTACLES,
			'conversation_full', 'enough_conversations', 'enough_conversations_today',
		],
	}),
	signatures: endpoint({
		method: 'GET',
		path: '/sheets/{file}/signatures',
		summary: 'Get the signatures of a manifesto with their versions; only the current user’s own if the sheet is no longer shown to them',
		who: 'fileReader',
		answer: v.array(SignatureSchema),
		errors: ['not_signable'],
	}),
	sign: endpoint({
		method: 'POST',
		path: '/sheets/{file}/signatures',
		summary: 'Sign a manifesto in the version that was read; signing the same version again changes nothing',
		who: 'fileReader',
		body: v.object({ hash: v.string() }),
		answer: SheetSchema,
		errors: ['not_signable', 'version_changed', 'no_card', 'card_hidden'],
	}),
	enterSignature: endpoint({
		method: 'POST',
		path: '/sheets/{file}/signatures/paper',
		summary: 'Record a signature on paper, with its day and where the paper is kept',
		who: 'facilitator',
		body: v.object({ name: text(SHEET_LIMITS.signerName), day: v.string(), how: text(SHEET_LIMITS.how) }),
		answer: SignatureSchema,
		status: 201,
		errors: ['not_yours', 'not_signable', 'wrong_type', 'too_long', 'bad_text', 'name_missing', 'how_missing', 'bad_day'],
	}),
	askSignature: endpoint({
		method: 'POST',
		path: '/sheets/{file}/signatures/mail',
		summary: 'Ask a person without an account by email to sign on a page of their own',
		who: 'facilitator',
		body: v.object({ name: text(SHEET_LIMITS.signerName), email: text(SHEET_LIMITS.email) }),
		answer: SignatureSchema,
		status: 201,
		errors: ['not_yours', 'not_signable', 'wrong_type', 'too_long', 'bad_text', 'name_missing', 'bad_address', 'refused', 'already_asked', 'enough_mails', 'enough_mails_today', 'mail_failed'],
	}),
	withdrawSignature: endpoint({
		method: 'DELETE',
		path: '/sheets/{file}/signatures/{signature}',
		summary: 'Withdraw a signature: the current user’s own, or, for the person who collects, one on paper or by email; null if the sheet is no longer shown to the current user',
		who: 'signer',
		answer: v.nullable(SheetSchema),
		errors: ['not_yours'],
	}),
} as const
