/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { ChangedMeetingSchema, MeetingSchema, MeetingsSchema, NewMeetingSchema } from './model.ts'

/** Why the input is refused; `field` in the answer says where. */
const wordsErrors = ['wrong_type', 'bad_text', 'too_long', 'bad_day', 'bad_time', 'bad_end'] as const
/** `stale_version` comes with the `current` meeting. */
const versionErrors = ['wrong_type', 'version_missing', 'stale_version', 'outside_group'] as const

export const meetingApi = {
	list: endpoint({
		method: 'GET',
		path: '/groups/{group}/meetings',
		summary: 'Get the meetings of a group, for its members',
		who: 'account',
		answer: MeetingsSchema,
		errors: [],
	}),
	create: endpoint({
		method: 'POST',
		path: '/groups/{group}/meetings',
		summary: 'Plan a meeting of a group and notify its members; the same key returns the existing meeting',
		who: 'groupFacilitator',
		body: NewMeetingSchema,
		answer: MeetingSchema,
		status: 201,
		errors: [...wordsErrors, 'bad_key', 'outside_group', 'group_closed', 'enough_meetings'],
	}),
	edit: endpoint({
		method: 'PUT',
		path: '/groups/{group}/meetings/{meeting}',
		summary: 'Change a meeting; its members are notified of a new time or place',
		who: 'groupFacilitator',
		body: ChangedMeetingSchema,
		answer: MeetingSchema,
		errors: [...wordsErrors, 'version_missing', 'stale_version', 'outside_group', 'meeting_cancelled'],
	}),
	cancel: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/meetings/{meeting}',
		summary: 'Cancel a meeting and notify its members; it can be restored for a while',
		who: 'groupFacilitator',
		query: v.object({ version: v.number() }),
		answer: MeetingSchema,
		errors: versionErrors,
	}),
	restore: endpoint({
		method: 'POST',
		path: '/groups/{group}/meetings/{meeting}',
		summary: 'Restore a cancelled meeting',
		who: 'groupFacilitator',
		body: v.object({ version: v.number() }),
		answer: MeetingSchema,
		errors: versionErrors,
	}),
} as const
