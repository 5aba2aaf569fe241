/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { Meeting } from './model.ts'

import * as v from 'valibot'
import { isReason } from '../api/apiError.ts'
import { n, t } from '../shared/l10n.ts'
import { MEETING_LIMITS, MeetingSchema } from './model.ts'

/** Sentences for refusals about meetings; those about groups are elsewhere. */
export const meetingReasons: Sentences = {
	bad_time: () => t('reseau', 'This is not a time of day. Enter it like 18:30, or leave it empty.'),
	bad_end: () => endSentence(),
	enough_meetings: () => n('reseau', 'A group can have %n planned meeting.', 'A group can have %n planned meetings.', MEETING_LIMITS.meetings),
	meeting_cancelled: () => t('reseau', 'This meeting was cancelled in the meantime. Restore it first.'),
}

/** The rule for the end of a meeting. */
export function endSentence(): string {
	return t('reseau', 'The end is after the start, within a month. With a time of start, a meeting of several days has a time of end too.')
}

/** The stored meeting, sent with the refusal if it was changed in the meantime. */
export function currentMeeting(error: unknown): Meeting | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(MeetingSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
