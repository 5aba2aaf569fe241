/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Way } from './model.ts'

import { t } from '../shared/l10n.ts'

/** How a person was reached. */
export function wayWord(way: Way): string {
	switch (way) {
		case 'phone':
			return t('reseau', 'by telephone')
		case 'visit':
			return t('reseau', 'in person')
		case 'post':
			return t('reseau', 'by letter')
	}
}
