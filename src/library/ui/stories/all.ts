/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { t } from '../../../shared/l10n.ts'
import { OUTCOMES } from '../../model.ts'
import { searchFor } from '../../sheet/find.ts'

/** The page of all stories with an outcome, newest first. */
export const allNew = searchFor({ outcome: OUTCOMES })

/** The address of all sheets, also those without an experience. */
export const EVERYTHING = { path: '/library', query: { show: 'all' } } as const

/** The page of the person's own stories. */
export const ALL_MINE = { path: '/library', query: { show: 'mine' } } as const

/** What the list of everything is called. */
export function everythingWords(): string {
	return t('reseau', 'Everything in the library, the newest first')
}
