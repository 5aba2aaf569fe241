/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Sentences for refusals of a notification setting. */
export const deliveryReasons: Sentences = {
	unknown_kind: () => t('reseau', 'This choice does not exist. Reload the page.'),
	unknown_timing: () => t('reseau', 'This choice does not exist. Reload the page.'),
}
