/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Sentences for refusals about links. */
export const linkReasons: Sentences = {
	unknown_thing: () => t('reseau', 'One of the two no longer exists, or you can no longer see it. Nothing was linked.'),
	unknown_relation: () => t('reseau', 'The network no longer uses this relation. Choose another one.'),
	wrong_relation: () => t('reseau', 'This relation makes no sense between these two. Choose another one. Nothing was linked.'),
	links_full: () => t('reseau', 'You have reached the maximum number of links here. Remove one you no longer need.'),
	links_need_card: () => t('reseau', 'A link shows who created it. To create one, publish your card first.'),
	same_thing: () => t('reseau', 'This is the same thing twice. Choose another one.'),
}
