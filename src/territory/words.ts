/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { PlaceKind } from './model.ts'

import { t } from '../shared/l10n.ts'

const kinds: Record<PlaceKind, () => string> = {
	commune: () => t('reseau', 'commune'),
	epci: () => t('reseau', 'group of communes'),
	departement: () => t('reseau', 'département'),
	region: () => t('reseau', 'region'),
}

/** The kind of a place. */
export function placeKindWord(kind: PlaceKind): string {
	return kinds[kind]()
}
