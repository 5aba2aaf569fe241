/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BulkTo, ConversationSummary } from '../model.ts'

import { n, t } from '../../shared/l10n.ts'
import { fixSpaces } from '../../shared/lib/fixSpaces.ts'

/* Separate from ../words.ts, which is loaded with the main page. */

/** The recipients of a message to a group, shown above it. */
export function bulkWords(to: BulkTo): string {
	return to === 'people' ? t('reseau', 'To all people of the group') : t('reseau', 'To the facilitators of the group')
}

/** The row for the conversations of one message to several people. */
export function bulkRow({ bulk, about }: Pick<ConversationSummary, 'bulk' | 'about'>): string {
	const { to, people } = bulk!
	if (about?.type !== 'group') {
		return n('reseau', 'To %n person of a group that is gone', 'To %n people of a group that is gone', people)
	}
	const group = fixSpaces(about.title)
	return to === 'people'
		? n('reseau', 'To %n person of “{group}”', 'To %n people of “{group}”', people, { group })
		: n('reseau', 'To %n facilitator of “{group}”', 'To %n facilitators of “{group}”', people, { group })
}
