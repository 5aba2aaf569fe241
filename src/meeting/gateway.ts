/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ChangedMeeting, Meeting, Meetings, NewMeeting } from './model.ts'

import { call } from '../api/client.ts'
import { meetingApi } from './api.ts'

/** The meetings of a group. */
export function listMeetings(group: number, signal?: AbortSignal): Promise<Meetings> {
	return call(meetingApi.list, { path: { group }, signal })
}

/** Plans a meeting; the same key returns the same meeting. */
export function createMeeting(group: number, body: NewMeeting): Promise<Meeting> {
	return call(meetingApi.create, { path: { group }, body })
}

/** Changes a meeting, based on a version. */
export function editMeeting(group: number, meeting: number, body: ChangedMeeting): Promise<Meeting> {
	return call(meetingApi.edit, { path: { group, meeting }, body })
}

/** Cancels a meeting. */
export function cancelMeeting(group: number, meeting: number, version: number): Promise<Meeting> {
	return call(meetingApi.cancel, { path: { group, meeting }, query: { version } })
}

/** Restores a cancelled meeting. */
export function restoreMeeting(group: number, meeting: number, version: number): Promise<Meeting> {
	return call(meetingApi.restore, { path: { group, meeting }, body: { version } })
}
