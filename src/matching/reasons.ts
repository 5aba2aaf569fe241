/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Sentences for refusals about people to meet. */
export const matchingReasons: Sentences = {
	own_card: () => t('reseau', 'This is your own card.'),
}
