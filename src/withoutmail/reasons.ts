/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Sentences for refusals about calls. */
export const withoutMailReasons: Sentences = {
	said_day: () => t('reseau', 'Enter the day on which the person answered; it cannot be in the future.'),
	only_they: () => t('reseau', 'This person has an account now: they answer for themselves.'),
	unknown_way: () => t('reseau', 'This choice does not exist. Reload the page.'),
}
