/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Why the server refuses something about models of boards. */
export const boardReasons: Sentences = {
	models_changed: () => t('reseau', 'Somebody else changed the models in the meantime; theirs stand in the list now. Nothing was overwritten: save once more to change them from there.'),
	stack_missing: () => t('reseau', 'A board needs at least one list.'),
	bad_color: () => t('reseau', 'This is no colour. Choose it once more.'),
}
