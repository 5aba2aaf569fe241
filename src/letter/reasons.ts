/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'
import { LETTER_LIMITS } from './model.ts'

/** Sentences for refusals about letters; those about cards, groups and notices are elsewhere. */
export const letterReasons: Sentences = {
	until_before_from: () => t('reseau', 'The last day is before the first one.'),
	period_too_long: () => t('reseau', 'A letter covers at most {days} days. Choose a shorter period.', { days: LETTER_LIMITS.days }),
	unknown_readers: () => t('reseau', 'Choose from the list whose letter it is.'),
	unknown_language: () => t('reseau', 'Choose the language from the list.'),
	bad_picture: () => t('reseau', 'This picture cannot be used. Choose another one.'),
	twice: () => t('reseau', 'The same passage is in the letter twice. Reload the page.'),
	letter_sent: () => t('reseau', 'This letter is being sent, or was sent, in the meantime: it does not change any more. Copy what you have written into a new one.'),
	letter_sending: () => t('reseau', 'This letter is being sent. Stop it first.'),
	letter_of_group: () => t('reseau', 'This letter is for one group: it does not go into everyone’s library.'),
	letter_draft: () => t('reseau', 'This letter was not sent yet.'),
	letter_empty: () => t('reseau', 'There is nothing in this letter yet. Write a text, or take passages into it.'),
	letter_too_long: () => t('reseau', 'This letter is too long for an email: some programs would cut it. Leave passages out, or shorten them.'),
	passages_changed: () => t('reseau', 'Passages that you shortened were changed by their authors in the meantime. Review them again; nothing was sent.'),
	picture_gone: () => t('reseau', 'The picture is no longer in the library. Choose another one, or leave it out; nothing was sent.'),
	nobody_reads: () => t('reseau', 'Nobody gets this letter: none of the people you chose subscribed to it. Nothing was sent.'),
	readers_changed: () => t('reseau', 'The people who get this letter changed in the meantime. Check the list again; nothing was sent.'),
	no_address: () => t('reseau', 'Your account has no email address. Add one in your personal settings.'),
	enough_tests: () => t('reseau', 'You have sent yourself many tests within an hour. Try again later.'),
	enough_tests_today: () => t('reseau', 'You have sent yourself many tests today. Try again tomorrow.'),
	test_failed: () => t('reseau', 'The test was not sent: the mail server did not take it. Try again later.'),
	enough_letters: () => t('reseau', 'You have begun many letters within an hour. Try again later.'),
	enough_letters_today: () => t('reseau', 'You have begun many letters today. Try again tomorrow.'),
	not_sending: () => t('reseau', 'This letter is not being sent at the moment.'),
	not_stopped: () => t('reseau', 'Sending this letter is not stopped.'),
	nobody_left: () => t('reseau', 'There is nobody left to send it to again.'),
}
