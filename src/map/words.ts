/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { t } from '../shared/l10n.ts'

/** The relation of a theme to a person. */
export function themeWords(): Record<'seeks' | 'offers' | 'both', string> {
	return { seeks: t('reseau', 'looked for'), offers: t('reseau', 'offered'), both: t('reseau', 'looked for and offered') }
}

/** The relation of a person, or the viewer, to a theme. */
export function holderWords(me: boolean): Record<'seeks' | 'offers' | 'both', string> {
	return me
		? { seeks: t('reseau', 'you look for it'), offers: t('reseau', 'you offer it'), both: t('reseau', 'you look for it and offer it') }
		: { seeks: t('reseau', 'looks for it'), offers: t('reseau', 'offers it'), both: t('reseau', 'looks for it and offers it') }
}
