/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Voice } from '../member/index.ts'
import type { Shown } from './model.ts'

import { t } from '../shared/l10n.ts'

const cards: Record<Voice, () => string> = {
	own: () => t('reseau', 'Anyone can read your name and what your card shows to “Everybody”, without an account. Everything else stays in the network.'),
	kept: () => t('reseau', 'Anyone can read the name and what the card shows to “Everybody”, without an account. The person must have agreed to this.'),
	organisation: () => t('reseau', 'Anyone can read the name and what the card shows to “Everybody”, without an account. The organisation must have agreed to this.'),
}

/** Label of the button for the keeper of a card once its person has agreed. */
export function agreedButton(what: Shown, voice: Voice): string {
	if (what === 'notice') {
		return t('reseau', 'The author wants it in the public showcase')
	}
	return voice === 'organisation' ? t('reseau', 'The organisation wants to be in the public showcase') : t('reseau', 'The person wants to be in the public showcase')
}

/** HTML that embeds the showcase in a page of another site. */
export function frameLine(address: string): string {
	return `<iframe src="${address}?embed=1" title="${t('reseau', 'Public showcase')}" width="100%" height="700"></iframe>`
}

/** The effect of being in the showcase for a thing. */
export function meaning(what: Shown, voice: Voice): string {
	switch (what) {
		case 'card':
			return cards[voice]()
		case 'group':
			return t('reseau', 'Anyone can read its name, what it is for, what it looks for and where it works. Nobody in it is named, and its mandate is not shown.')
		case 'sheet':
			return t('reseau', 'Anyone can read this sheet, but not its file. Of its authors, only those who are in the public showcase themselves are named.')
		case 'notice':
			return voice === 'own'
				? t('reseau', 'Anyone can read this notice without an account. Your name is shown only if your card is in the public showcase too.')
				: t('reseau', 'Anyone can read this notice without an account. The author must have agreed to this, and is named only if their card is in the public showcase too.')
	}
}
