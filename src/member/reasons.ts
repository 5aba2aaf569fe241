/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { Member, SavedSearch } from './model.ts'
import type { Part } from './parts.ts'

import * as v from 'valibot'
import { isReason } from '../api/apiError.ts'
import { n, t } from '../shared/l10n.ts'
import { MemberSchema, SavedSearchSchema } from './model.ts'
import { PARTS } from './parts.ts'
import { partWord } from './words.ts'

/** The part of a refused field; undefined if it has none, for instance the name. */
export function partOf(field: string | undefined): Part | undefined {
	const [first, second] = (field ?? '').split('.')
	const name = first === 'audience' || (first === 'contact' && second === 'phone') ? second : first
	return PARTS.find((part) => part === name)
}

/** How to call a refused field in a sentence. */
function place(field: string | undefined): string {
	const part = partOf(field)
	return part ? partWord(part) : field === 'name' ? t('reseau', 'Name') : t('reseau', 'one of the fields')
}

/** The page and the server have different versions: nothing the person wrote is wrong. */
const outdated = () => t('reseau', 'This page is older than the server. Copy what you wrote, then reload the page.')

/** Sentences for refusals about cards. */
export const memberReasons: Sentences = {
	not_yours: () => t('reseau', 'Only someone else can decide this. Nothing was changed.'),
	no_card: () => t('reseau', 'You have no card.'),
	name_missing: () => t('reseau', 'A card needs a name.'),
	too_long({ field, max }) {
		if (field === 'q') {
			return t('reseau', 'Too many letters to search for. Remove some.')
		}
		return max === undefined
			? t('reseau', 'Too long: “{place}”. It was not saved.', { place: place(field) })
			: n('reseau', 'Too long: “{place}” accepts %n character. It was not saved.', 'Too long: “{place}” accepts %n characters. It was not saved.', max, { place: place(field) })
	},
	too_many({ field, max }) {
		if (field === 'q') {
			return t('reseau', 'Too many words to search for. Remove some.')
		}
		if (field?.startsWith('facet.')) {
			return t('reseau', 'Too many choices. Remove some.')
		}
		return max === undefined
			? t('reseau', 'Too many: “{place}”. They were not saved.', { place: place(field) })
			: n('reseau', 'Too many: “{place}” accepts %n entry. They were not saved.', 'Too many: “{place}” accepts %n entries. They were not saved.', max, { place: place(field) })
	},
	bad_text: ({ field }) => field === 'q'
		? t('reseau', 'Could not search for these characters. Type the words again.')
		: t('reseau', '“{place}” contains characters that cannot be saved. Type it again.', { place: place(field) }),
	bad_address: ({ field }) => t('reseau', 'This is not a valid address: “{place}”.', { place: place(field) }),
	unknown_territory: () => t('reseau', 'One of the territories is unknown. Choose it from the list.'),
	unknown_term: ({ field }) => t('reseau', 'One of the words is no longer in the network’s vocabulary: “{place}”. Remove it and choose another.', { place: place(field) }),
	stale_version: () => t('reseau', 'This was changed elsewhere in the meantime. Nothing was overwritten.'),
	consent_missing: () => t('reseau', 'The card can be shown once the person’s agreement is recorded.'),
	has_account: () => t('reseau', 'The person has an account: the card now belongs to them.'),
	only_people: () => t('reseau', 'Not possible for an organisation: it has no account, is in no group and does not get the letter.'),
	unknown_card_kind: () => t('reseau', 'A card is about a person or an organisation.'),
	bad_date: () => t('reseau', 'The date cannot be in the future.'),
	how_missing: () => t('reseau', 'Enter how the person agreed.'),
	no_address: () => t('reseau', 'The card has no email address. Copy the link and send it another way.'),
	// With a field: which way of reaching the person was refused; without one it is the answer of another app (callService()).
	refused({ field }) {
		switch (field) {
			case undefined:
				return t('reseau', 'Nextcloud refused this. Nothing was changed.')
			case 'contact.phone':
				return t('reseau', 'The person with this phone number asked not to be in the network. If they have changed their mind, leave the number out, record their new agreement on the card, then add it.')
			default:
				return t('reseau', 'The person with this address asked not to be in the network. If they have changed their mind, leave the address out, record their new agreement on the card, then add it.')
		}
	},
	not_waiting: () => t('reseau', 'This card is no longer waiting for an agreement.'),
	already_asked: () => t('reseau', 'The person was asked less than a week ago. Give them time to answer.'),
	mail_failed: () => t('reseau', 'Could not send the email: the person was not asked. Check the address, or try again later.'),
	enough_mails_today: () => t('reseau', 'Too many emails in one day. Continue tomorrow: the remaining people are still listed.'),
	enough_mails: () => t('reseau', 'Too many emails in one hour. Continue in an hour: the remaining people are still listed.'),
	unknown_steward: () => t('reseau', 'This person is no longer a facilitator of the network. Choose someone else.'),
	own_link: () => t('reseau', 'You created this link for someone else: only they can use it, with their own account.'),
	claim_gone: () => t('reseau', 'This link no longer works: it was used, replaced, withdrawn, or is too old.'),
	search_nameless: () => t('reseau', 'Give the search a name.'),
	nothing_to_keep: () => t('reseau', 'Nothing to save yet: type words or choose criteria first.'),
	already_kept: (error) => {
		const name = keptAlready(error)?.name
		return name === undefined
			? t('reseau', 'You already saved this search.')
			: t('reseau', 'You already saved this search as “{name}”.', { name })
	},
	too_many_searches: ({ max = 0 }) => n('reseau', 'You already saved %n search, which is the maximum. Remove one first.', 'You already saved %n searches, which is the maximum. Remove one first.', max),
	has_card: () => t('reseau', 'You already have a card. Choose whether to merge the two.'),
	unknown_field: outdated,
	wrong_type: outdated,
	unknown_audience: outdated,
	unknown_viewpoint: outdated,
	unknown_status: outdated,
	unknown_state: outdated,
	version_missing: outdated,
	bad_cursor: outdated,
	bad_limit: outdated,
	bad_sort: outdated,
	unknown_facet: outdated,
}

/** The stored card, sent with the refusal if it was changed in the meantime. */
export function currentCard(error: unknown): Member | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(MemberSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}

/** The saved search with the same criteria, sent along when it is saved again. */
export function keptAlready(error: unknown): SavedSearch | null {
	const parsed = isReason(error, 'already_kept') ? v.safeParse(SavedSearchSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
