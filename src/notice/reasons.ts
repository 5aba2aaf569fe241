/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { Notice, PassObstacle } from './model.ts'

import * as v from 'valibot'
import { ApiError, isReason } from '../api/apiError.ts'
import { t } from '../shared/l10n.ts'
import { NOTICE_LIMITS, NoticeSchema } from './model.ts'

/** Why a notice cannot be sent by email to a person without an account. */
export function passObstacleWords(obstacle: PassObstacle): string {
	switch (obstacle) {
		case 'notice_ended':
			return t('reseau', 'This notice is not open at the moment: it cannot be sent.')
		case 'notice_of_group':
			return t('reseau', 'This notice is for the people of one group: it is not for this person.')
		case 'own_notice':
			return t('reseau', 'This notice is theirs.')
		case 'kept_author':
			return t('reseau', 'You keep the card of its author as well: introduce them to each other yourself.')
		case 'card_hidden':
			return t('reseau', 'Their card is not shown at the moment: they get no notices.')
		case 'no_notices':
			return t('reseau', 'They want no more notices by email. Only they can change that, by the link in an earlier email.')
		case 'not_by_mail':
			return t('reseau', 'Only people who agreed to their card by the link in an email get notices by email, at the same address. Pass it on in the way you usually reach them.')
		case 'already_sent':
			return t('reseau', 'They have this notice already.')
		case 'already_writing':
			return t('reseau', 'They and the author write to each other about it already.')
		case 'enough_this_week':
			return t('reseau', 'They already got emails with notices from Réseau this week. Try again in a few days.')
	}
}

const ofPassing = ['notice_ended', 'card_hidden', 'mail_failed', 'enough_mails', 'enough_mails_today']

/** Sentences for refusals about notices; those about cards, groups, sheets and messages are elsewhere. */
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
	notice_of_group: () => passObstacleWords('notice_of_group'),
	own_notice: () => passObstacleWords('own_notice'),
	kept_author: () => passObstacleWords('kept_author'),
	no_notices: () => passObstacleWords('no_notices'),
	not_by_mail: () => passObstacleWords('not_by_mail'),
	already_sent: () => passObstacleWords('already_sent'),
	already_writing: () => passObstacleWords('already_writing'),
	enough_this_week: () => passObstacleWords('enough_this_week'),
	mail_changed: () => t('reseau', 'The notice was changed in the meantime: nothing was sent. Read the new email first.'),
	pass_notice_ended: () => passObstacleWords('notice_ended'),
	pass_card_hidden: () => passObstacleWords('card_hidden'),
	pass_mail_failed: () => t('reseau', 'The email was not sent. Check the address, or try again later.'),
	pass_enough_mails: () => t('reseau', 'You have sent many emails within an hour. Send this one later.'),
	pass_enough_mails_today: () => t('reseau', 'You have sent many emails today. Send this one tomorrow.'),
	notices_no_card: () => t('reseau', 'A notice shows who published it: make your card first.'),
	notices_card_hidden: () => t('reseau', 'A notice shows who published it, and this card is not shown at the moment. Show the card first.'),
}

/** A refusal under the reason that has its sentence: these reasons mean something else elsewhere. */
export async function withNoticeReasons<T>(call: Promise<T>): Promise<T> {
	try {
		return await call
	} catch (error) {
		throw error instanceof ApiError && ['no_card', 'card_hidden'].includes(error.reason)
			? new ApiError(error.status, `notices_${error.reason}`, error)
			: error
	}
}

/** The same reasons for sending a notice by email. */
export async function withPassReasons<T>(call: Promise<T>): Promise<T> {
	try {
		return await call
	} catch (error) {
		throw error instanceof ApiError && ofPassing.includes(error.reason) ? new ApiError(error.status, `pass_${error.reason}`, error) : error
	}
}

/** The stored notice, sent with the refusal if it was changed in the meantime. */
export function currentNotice(error: unknown): Notice | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(NoticeSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
