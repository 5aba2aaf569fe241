/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { endpoint } from '../../api/endpoint.ts'
import { GROUP_OBSTACLES, GroupWritingSchema, NewGroupMessageSchema, SentToGroupSchema } from './model.ts'

export const writingApi = {
	writing: endpoint({
		method: 'GET',
		path: '/groups/{group}/writing',
		summary: 'Get the recipients of a message of the current user to a group, their number, and whether writing is allowed',
		who: 'account',
		answer: GroupWritingSchema,
		errors: [],
	}),
	write: endpoint({
		method: 'POST',
		path: '/groups/{group}/conversations',
		summary: 'Write to all people of a group of the current user, or to the facilitators of another group; each person gets a conversation. The same key sends only one message',
		who: 'account',
		body: NewGroupMessageSchema,
		answer: SentToGroupSchema,
		status: 201,
		errors: [
			'wrong_type', 'bad_text', 'too_long', 'text_missing', 'bad_key', 'links_too_early', ...GROUP_OBSTACLES, 'group_changed',
			'enough_group_messages', 'enough_group_messages_today', 'enough_conversations', 'enough_conversations_today',
		],
	}),
} as const
