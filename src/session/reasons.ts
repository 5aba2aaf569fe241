/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { n, t } from '../shared/l10n.ts'
import { SESSION_LIMITS } from './model.ts'

/** Sentences for refusals about sessions; those about cards, notices and messages are elsewhere. */
export const sessionReasons: Sentences = {
	day_missing: () => t('reseau', 'Choose the day of the session.'),
	session_ended: () => t('reseau', 'This session has ended in the meantime: nothing more can be written in it.'),
	session_full: () => n('reseau', 'A session holds %n line. Begin another one for what is still to be said.', 'A session holds %n lines. Begin another one for what is still to be said.', SESSION_LIMITS.rows),
	enough_sessions: () => t('reseau', 'You have begun many sessions within an hour. Try again later.'),
	enough_sessions_today: () => t('reseau', 'You have begun many sessions today. Try again tomorrow.'),
	said_published: () => t('reseau', 'This was published in the meantime. Let the notice end to take it back.'),
	card_hidden: () => t('reseau', 'A notice shows who published it, and this card is not shown at the moment. Show the card first.'),
}
