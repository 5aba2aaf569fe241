/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Sentences for refusals about models of boards. */
export const boardReasons: Sentences = {
	models_changed: () => t('reseau', 'Someone else changed the templates in the meantime; the list now shows theirs. Nothing was overwritten: save again to apply your changes to them.'),
	stack_missing: () => t('reseau', 'A board needs at least one list.'),
	bad_color: () => t('reseau', 'This is not a colour. Choose it again.'),
}
