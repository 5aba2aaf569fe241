/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AddressOutcome, NoMail, Subscriber } from './model.ts'

import { dateWords, t } from '../shared/l10n.ts'

/** Why a person gets the letter and since when, or that they stopped it. */
export function whySentence({ gets, why, on, manner }: Subscriber): string {
	const date = on === null ? '' : dateWords(on)
	if (!gets) {
		return t('reseau', 'does not want it, {date}', { date })
	}
	switch (why) {
		case 'member':
			return t('reseau', 'chose it in the app, {date}', { date })
		case 'confirmed':
			return t('reseau', 'agreed with the link in an email, {date}', { date })
		case 'imported':
			return t('reseau', 'imported with an agreement of {date}: “{manner}”', { date, manner })
		case 'paper':
			return manner === ''
				? t('reseau', 'wants it on paper, or read aloud; answered with the link in an email, {date}', { date })
				: t('reseau', 'wants it on paper, or read aloud; said so on {date}: “{manner}”', { date, manner })
		default:
			return t('reseau', 'said so on {date}: “{manner}”', { date, manner })
	}
}

/** Why no mail reaches a person, and what helps. */
export function noMailSentence(why: NoMail): string {
	switch (why) {
		case 'paper':
			return t('reseau', 'Wants it on paper, or read aloud: print it for them once it is sent.')
		case 'no_address':
			return t('reseau', 'The account has no email address: the person, or an administrator, can add one in the settings of Nextcloud.')
		case 'disabled':
			return t('reseau', 'The account is disabled, or may not use Réseau: an administrator can change that.')
		case 'card_address':
			return t('reseau', 'The card has no email address: the person who keeps it can add one, or bring it to them on paper.')
		case 'card_hidden':
			return t('reseau', 'The card is not published: once it is, the person gets it.')
		case 'shared':
			return t('reseau', 'Another person at the same email address gets it: one email for both.')
		case 'left_there':
			return t('reseau', 'Another person at the same email address stopped the letter since: to get it, this person says again that they want it, or uses another address.')
	}
}

/** The outcome of a row of a file. */
export function addressOutcomeWord(outcome: AddressOutcome['outcome']): string {
	switch (outcome) {
		case 'made':
			return t('reseau', 'Gets the letter')
		case 'unchanged':
			return t('reseau', 'Already gets it')
		case 'skipped':
			return t('reseau', 'Left out')
	}
}

/** Why a row is left out; empty if it is not. */
export function addressWhySentence({ why }: Pick<AddressOutcome, 'why'>): string {
	switch (why) {
		case undefined:
			return ''
		case 'left':
			return t('reseau', 'The person does not want the letter, or stopped it: an import does not subscribe them again.')
		case 'refused':
			return t('reseau', 'The person asked not to be in the network and is not contacted.')
		case 'bad_address':
			return t('reseau', 'This is not an email address.')
		case 'said_day':
			return t('reseau', 'The day of the agreement is missing, is not a date, or is in the future.')
		case 'manner_missing':
			return t('reseau', 'How the person agreed is missing.')
		case 'duplicate_row':
			return t('reseau', 'The same address is in an earlier row.')
		default:
			return t('reseau', 'Something in this row is too long, or cannot be saved.')
	}
}
