/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AskedOutcome } from './model.ts'

import { t } from '../../shared/l10n.ts'

const words: Record<AskedOutcome, () => string> = {
	notified: () => t('reseau', 'by a notification in Nextcloud'),
	mailed: () => t('reseau', 'by email'),
	by_hand: () => t('reseau', 'another way, by phone or in person: no address'),
	asked_already: () => t('reseau', 'already invited'),
	in_already: () => t('reseau', 'already in the group'),
	refused: () => t('reseau', 'does not want to be invited'),
	restricted: () => t('reseau', 'the rules of this Nextcloud do not allow it'),
	bad_address: () => t('reseau', 'this address cannot be right: invite them another way'),
	mail_failed: () => t('reseau', 'the email could not be sent: send again'),
	later: () => t('reseau', 'too many invitations: send again later'),
	gone: () => t('reseau', 'their card no longer exists'),
}

/** How a person is invited to a group, or why not. */
export function invitedWord(outcome: AskedOutcome): string {
	return words[outcome]()
}
