/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Enquiry } from './model.ts'

import { t } from '../shared/l10n.ts'
import { fixSpaces } from '../shared/lib/fixSpaces.ts'

/** What a visitor wrote about, and its page; none for the network. */
export function aboutWords({ type, id, title }: Enquiry['about']): { text: string, to: string | null } {
	switch (type) {
		case 'notice':
			return { text: t('reseau', 'About the notice “{title}”', { title: fixSpaces(title) }), to: `/notices/${id}` }
		case 'group':
			return { text: t('reseau', 'To the group “{title}”', { title: fixSpaces(title) }), to: `/groups/${id}` }
		case 'network':
			return { text: t('reseau', 'To the network'), to: null }
	}
}

/** The mailto: link of an address. */
export function mailLink(address: string): string {
	return `mailto:${encodeURIComponent(address).replace('%40', '@')}`
}

/** Where to invite or add the author, by what is possible; null for an answer to a notice. */
export function inviteLink({ type, id }: Enquiry['about']): { text: string, to: string } | null {
	switch (type) {
		case 'notice':
			return null
		case 'group':
			return { text: t('reseau', 'Go to the group, to invite them'), to: `/groups/${id}` }
		case 'network':
			return { text: t('reseau', 'Keep a card for them'), to: '/kept/new' }
	}
}
