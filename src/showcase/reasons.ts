/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Sentences for refusals about the showcase. */
export const showcaseReasons: Sentences = {
	showcase_off: () => t('reseau', 'Your administrator does not allow a public showcase. Nothing is shown.'),
	group_not_running: () => t('reseau', 'Only a group that is active or dormant can be in the public showcase.'),
	group_private: () => t('reseau', 'People join this group by invitation only, so it cannot be in the public showcase.'),
	not_published: () => t('reseau', 'Only a published sheet whose file is in the library can be in the public showcase.'),
	for_members_only: () => t('reseau', 'Only members may use this sheet: its licence says so. To put it into the public showcase, choose another licence first.'),
	for_one_group: () => t('reseau', 'This notice is for the people of one group, so it cannot be in the public showcase. Show it to all members first.'),
	withdrawn_since: () => t('reseau', 'The person left the public showcase on this day or later. They can come back by their own link, or tell you on another day.'),
}
