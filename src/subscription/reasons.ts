/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { dateWords, t } from '../shared/l10n.ts'

/** Sentences for refusals about the letter. */
export const subscriptionReasons: Sentences = {
	manner_missing: () => t('reseau', 'Say how the person told you: on the telephone, on paper, in person.'),
	said_day: () => t('reseau', 'Enter the day on which the person answered; it cannot be in the future.'),
	left_since: ({ current }) => t('reseau', 'The person stopped the letter on {date}, which is later than this day. Ask them again.', { date: dateWords(String(current)) }),
	wants_since: ({ current }) => t('reseau', 'The person asked for the letter on {date}, which is later than this day. Ask them again.', { date: dateWords(String(current)) }),
	left_themselves: () => t('reseau', 'Someone with this address stopped the letter themselves: only they can start it again, with the link in an email or on the page to subscribe.'),
	only_they: () => t('reseau', 'This person has an account now: they answer for themselves.'),
}
