/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Why the server refuses something about links. */
export const linkReasons: Sentences = {
	unknown_thing: () => t('reseau', 'One of the two is not there any more, or no longer shown to you. Nothing was linked.'),
	unknown_relation: () => t('reseau', 'The network no longer uses this relation. Choose another one.'),
	links_full: () => t('reseau', 'You have made as many links here as one person can. Take one of yours away that no longer matters.'),
	links_need_card: () => t('reseau', 'A link says who made it. To make one, publish your card first.'),
	same_thing: () => t('reseau', 'This is the same thing twice. Choose another one.'),
}
