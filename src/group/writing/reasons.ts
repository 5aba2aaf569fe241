/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../../shared/reasons.ts'

import { t } from '../../shared/l10n.ts'
import { groupObstacleWords } from './words.ts'

/** Sentences for refusals of a message to a group; those of all messages are elsewhere. */
export const groupWritingReasons: Sentences = {
	nobody_else: () => groupObstacleWords('nobody_else'),
	only_kept: () => groupObstacleWords('only_kept'),
	nobody_facilitates: () => groupObstacleWords('nobody_facilitates'),
	group_too_large: () => groupObstacleWords('group_too_large'),
	group_changed: () => t('reseau', 'You joined or left the group in the meantime, so your message would go to other people. It was not sent; check above who gets it, then send it again.'),
	enough_group_messages: () => t('reseau', 'You have written to this group several times within an hour. Your message is kept here: send it later.'),
	enough_group_messages_today: () => t('reseau', 'You have written to this group several times today. Your message is kept here: send it tomorrow.'),
}
