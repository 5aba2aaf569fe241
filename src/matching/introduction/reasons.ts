/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../../shared/reasons.ts'

import { t } from '../../shared/l10n.ts'

/** Sentences for refusals about introductions. */
export const introductionReasons: Sentences = {
	introduction_card_hidden: () => t('reseau', 'Show your card first: the other person sees who proposes it.'),
	introduction_other_hidden: () => t('reseau', 'The card of this person is no longer shown. Nothing was changed.'),
	introduction_over: () => t('reseau', 'This introduction was called off in the meantime.'),
	introduced_already: () => t('reseau', 'You have been introduced in the meantime, so this can no longer be withdrawn.'),
	only_mediated: () => t('reseau', 'This person is reached with the help of a facilitator only. Choose that.'),
	enough_introductions: () => t('reseau', 'You have proposed this often within an hour. Try again later.'),
	enough_introductions_today: () => t('reseau', 'You have proposed this often today. Try again tomorrow.'),
	own_proposal: () => t('reseau', 'You proposed this yourself: the other person answers.'),
	not_your_proposal: () => t('reseau', 'Only the person who proposed it can take it back.'),
	no_appointment: () => t('reseau', 'There is no appointment at the moment. Reload the page.'),
	too_early: () => t('reseau', 'The day to look back has not come yet.'),
	thanks_refused: () => t('reseau', 'The two cards cannot be linked at the moment. Say what came of it without the thanks.'),
	own_introduction: () => t('reseau', 'This introduction is yours: another facilitator has to take it on.'),
	taken_already: () => t('reseau', 'Another facilitator has just taken this on.'),
	not_your_mediation: () => t('reseau', 'Another facilitator takes care of this now. Reload the page.'),
	place_missing: () => t('reseau', 'Say where the two meet.'),
	bad_day: () => t('reseau', 'Choose a day from today on, within two years.'),
	bad_time: () => t('reseau', 'Choose the time as hours and minutes.'),
	bad_look_back: () => t('reseau', 'Choose a day to look back after the meeting, within a year.'),
}
