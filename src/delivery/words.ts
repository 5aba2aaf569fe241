/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Kind, Timing } from './model.ts'

import { t } from '../shared/l10n.ts'

/** A kind of notification: its name, as in lib/Delivery/MailsPage.php, and a description in one sentence. */
export function kindWords(kind: Kind): { name: string, what: string } {
	switch (kind) {
		case 'message':
			return { name: t('reseau', 'Messages'), what: t('reseau', 'Someone writes to you. Immediately: also by a separate email.') }
		case 'group':
			return { name: t('reseau', 'Invitations and requests in groups'), what: t('reseau', 'You are invited, someone asks to join a group you facilitate, or something changes for you there.') }
		case 'calendar':
			return { name: t('reseau', 'Meetings of your groups'), what: t('reseau', 'A meeting is planned, changed or cancelled. You are notified immediately of one that is about to begin, even if you choose the daily email.') }
		case 'engagement':
			return { name: t('reseau', 'Commitments that end'), what: t('reseau', 'Two weeks before your commitment or your time as facilitator ends, and when it has ended.') }
		case 'introduction':
			return { name: t('reseau', 'Introductions'), what: t('reseau', 'Someone would like to get to know you, answers your proposal, or a meeting is set or changed.') }
		case 'meeting':
			return { name: t('reseau', 'A person to meet'), what: t('reseau', 'Once a week at most: someone who offers what you seek, or seeks what you offer.') }
		case 'notice':
			return { name: t('reseau', 'Your notices'), what: t('reseau', 'Before a notice ends: is it still true? If the facilitators end it, and after a session: should what you said be published?') }
		case 'near':
			return { name: t('reseau', 'Notices for you'), what: t('reseau', 'Near you, on your themes, or asking for what you offer: three a day at most. You are notified immediately of one urgent need a day that you could help with, even if you choose the daily email.') }
		case 'linked':
			return { name: t('reseau', 'Links, thanks and answers'), what: t('reseau', 'Someone links something of yours (a card, a story, a notice, a group), thanks you, or answers your story.') }
		case 'kept':
			return { name: t('reseau', 'Answers about cards you keep'), what: t('reseau', 'Someone whose card you keep answers by the link in their email: agrees, refuses, or withdraws.') }
		case 'still_true':
			return { name: t('reseau', 'Still true?'), what: t('reseau', 'Once a year, with one reminder: are your card and those you keep still true?') }
	}
}

/** A timing in words. */
export function timingWords(timing: Timing): string {
	switch (timing) {
		case 'now':
			return t('reseau', 'immediately, in the notifications')
		case 'daily':
			return t('reseau', 'in the daily email')
		case 'never':
			return t('reseau', 'never')
	}
}
