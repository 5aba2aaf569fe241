/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { ChangedMeetingSchema, MeetingSchema, MeetingsSchema, NewMeetingSchema } from './model.ts'

/** Why what was written is refused; `field` in the answer says where. */
const wordsErrors = ['wrong_type', 'bad_text', 'too_long', 'bad_day', 'bad_time', 'bad_end'] as const
/** `stale_version` comes with the `current` meeting. */
const versionErrors = ['wrong_type', 'version_missing', 'stale_version', 'outside_group'] as const

export const meetingApi = {
	list: endpoint({
		method: 'GET',
		path: '/groups/{group}/meetings',
		summary: 'The meetings of a group, for the people in it',
		who: 'account',
		answer: MeetingsSchema,
		errors: [],
	}),
	create: endpoint({
		method: 'POST',
		path: '/groups/{group}/meetings',
		summary: 'Plan a meeting of a group, which tells its people; sent again with the same key, it is one meeting',
		who: 'groupFacilitator',
		body: NewMeetingSchema,
		answer: MeetingSchema,
		status: 201,
		errors: [...wordsErrors, 'bad_key', 'outside_group', 'group_closed', 'enough_meetings'],
	}),
	edit: endpoint({
		method: 'PUT',
		path: '/groups/{group}/meetings/{meeting}',
		summary: 'Change a meeting; its people are told when or where it is now',
		who: 'groupFacilitator',
		body: ChangedMeetingSchema,
		answer: MeetingSchema,
		errors: [...wordsErrors, 'version_missing', 'stale_version', 'outside_group', 'meeting_cancelled'],
	}),
	cancel: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/meetings/{meeting}',
		summary: 'Cancel a meeting, which tells its people; it can be restored for a while',
		who: 'groupFacilitator',
		query: v.object({ version: v.number() }),
		answer: MeetingSchema,
		errors: versionErrors,
	}),
	restore: endpoint({
		method: 'POST',
		path: '/groups/{group}/meetings/{meeting}',
		summary: 'A cancelled meeting takes place after all',
		who: 'groupFacilitator',
		body: v.object({ version: v.number() }),
		answer: MeetingSchema,
		errors: versionErrors,
	}),
} as const
