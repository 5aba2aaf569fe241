/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Obstacle } from '../model.ts'

import { t } from '../../shared/l10n.ts'
import { obstacleWords } from '../obstacles/words.ts'

/** Why the keeper of a card cannot write to a person on behalf of its person. */
export function forObstacleWords(obstacle: Obstacle): string {
	switch (obstacle) {
		case 'own_card':
			return t('reseau', 'It is from you, or from this person: speak with them directly.')
		case 'kept_card':
			return t('reseau', 'You keep the cards of both people: introduce them to each other yourself.')
		case 'card_hidden':
			return t('reseau', 'The card you write for is not shown at the moment. Show it to write.')
		default:
			return obstacleWords(obstacle)
	}
}
