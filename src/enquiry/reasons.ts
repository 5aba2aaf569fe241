/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Sentences for refusals of an answer to a visitor. */
export const enquiryReasons: Sentences = {
	already_answered: () => t('reseau', 'Someone else answered in the meantime. Your answer was not sent.'),
	answer_not_sent: () => t('reseau', 'The email could not be sent. Your answer is kept here: try again later, or write with your own mail program.'),
	not_readable: () => t('reseau', 'This message cannot be read any more: the server’s key has changed.'),
}
