/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Shown } from './model.ts'

import { t } from '../shared/l10n.ts'

/** What being in the showcase means for a thing. */
export function meaning(what: Shown, kept: boolean): string {
	switch (what) {
		case 'card':
			return kept
				? t('reseau', 'Anyone can read the name and what the card shows to “Everybody”, without an account. The person must have agreed to this.')
				: t('reseau', 'Anyone can read your name and what your card shows to “Everybody”, without an account. Everything else stays in the network.')
		case 'group':
			return t('reseau', 'Anyone can read its name, what it is for, what it looks for and where it works. Nobody in it is named, and its mandate is not shown.')
		case 'sheet':
			return t('reseau', 'Anyone can read this sheet, but not its file. Of its authors, only those who are in the public showcase themselves are named.')
	}
}
