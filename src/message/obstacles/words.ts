/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Obstacle } from '../model.ts'

import { t } from '../../shared/l10n.ts'

/** Why writing to a person is not possible. */
export function obstacleWords(obstacle: Obstacle): string {
	switch (obstacle) {
		case 'own_card':
			return t('reseau', 'This is your own card.')
		case 'kept_card':
			return t('reseau', 'You keep this card: messages for its person come to you.')
		case 'no_card':
			return t('reseau', 'To write to someone, make your card first: they see who writes.')
		case 'card_hidden':
			return t('reseau', 'To write to someone, show your card first: they see who writes.')
		case 'only_groups':
			return t('reseau', 'This person receives messages from the people of their groups. A facilitator of the network can write to them for you.')
		case 'only_facilitators':
			return t('reseau', 'This person receives no direct messages. A facilitator of the network can write to them for you.')
		case 'conversation_stopped':
			return t('reseau', 'The facilitators stopped your conversation after a report.')
		case 'author_gone':
			return t('reseau', 'The author can no longer be written to.')
		case 'restricted':
			return t('reseau', 'The rules of this Nextcloud do not allow you to contact this person. Nothing was sent.')
	}
}
