/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { Notice } from './model.ts'

import * as v from 'valibot'
import { ApiError, isReason } from '../api/apiError.ts'
import { t } from '../shared/l10n.ts'
import { NOTICE_LIMITS, NoticeSchema } from './model.ts'

/** Why the server refuses something about notices; what it says of cards, groups, sheets and messages as well has its sentences there. */
export const noticeReasons: Sentences = {
	unknown_mode: () => t('reseau', 'Choose the terms from the list.'),
	group_missing: () => t('reseau', 'Choose the group whose people can see the notice.'),
	bad_until: () => t('reseau', 'A notice is open for at most {days} days from today. Choose an earlier day, not in the past; you can renew it later.', { days: NOTICE_LIMITS.maxDays }),
	unknown_item: () => t('reseau', 'The line of the card this notice comes from has changed. Open the notice from the card again; what you wrote is kept here.'),
	enough_notices: () => t('reseau', 'You have published many notices within an hour. This one is kept here: publish it later.'),
	enough_notices_today: () => t('reseau', 'You have published many notices today. This one is kept here: publish it tomorrow.'),
	notice_closed: () => t('reseau', 'This notice is no longer open. Reopen it first.'),
	notice_stopped: () => t('reseau', 'A facilitator of the network ended this notice. Write to them if you do not agree.'),
	notice_ended: () => t('reseau', 'This notice has ended in the meantime: it can no longer be answered. Your message was not sent; it is kept here.'),
	notices_no_card: () => t('reseau', 'A notice shows who published it: make your card first.'),
	notices_card_hidden: () => t('reseau', 'A notice shows who published it, and this card is not shown at the moment. Show the card first.'),
}

/** A refusal under the name that has its sentence: these reasons mean something else elsewhere. */
export async function withNoticeReasons<T>(call: Promise<T>): Promise<T> {
	try {
		return await call
	} catch (error) {
		throw error instanceof ApiError && ['no_card', 'card_hidden'].includes(error.reason)
			? new ApiError(error.status, `notices_${error.reason}`, error)
			: error
	}
}

/** The notice as stored now, sent along when it was changed in the meantime. */
export function currentNotice(error: unknown): Notice | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(NoticeSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
