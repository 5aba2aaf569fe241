/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { Member, Part, SavedSearch } from './model.ts'

import * as v from 'valibot'
import { isReason } from '../api/apiError.ts'
import { n, t } from '../shared/l10n.ts'
import { MemberSchema, PARTS, SavedSearchSchema } from './model.ts'
import { partWord } from './words.ts'

/** The part a refused field stands in; undefined where it is none, for instance the name. */
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

/** The page and the server do not speak the same version: nothing the person wrote is wrong. */
const outdated = () => t('reseau', 'This page is older than the server. Copy what you wrote, then reload the page.')

/** Why the server refuses something about cards. */
export const memberReasons: Sentences = {
	not_yours: () => t('reseau', 'This is for somebody else to decide. Nothing was changed.'),
	no_card: () => t('reseau', 'You have no card.'),
	name_missing: () => t('reseau', 'A card needs a name.'),
	too_long({ field, max }) {
		if (field === 'q') {
			return t('reseau', 'These are too many letters to search for. Leave some out.')
		}
		return max === undefined
			? t('reseau', 'Too long: “{place}”. Nothing was saved of it.', { place: place(field) })
			: n('reseau', 'Too long: “{place}” takes %n character. Nothing was saved of it.', 'Too long: “{place}” takes %n characters. Nothing was saved of it.', max, { place: place(field) })
	},
	too_many({ field, max }) {
		if (field === 'q') {
			return t('reseau', 'These are too many words to search for. Leave some out.')
		}
		if (field?.startsWith('facet.')) {
			return t('reseau', 'These are too many choices at once. Take some out.')
		}
		return max === undefined
			? t('reseau', 'Too many: “{place}”. Nothing was saved of it.', { place: place(field) })
			: n('reseau', 'Too many: “{place}” takes %n entry. Nothing was saved of it.', 'Too many: “{place}” takes %n entries. Nothing was saved of it.', max, { place: place(field) })
	},
	bad_text: ({ field }) => field === 'q'
		? t('reseau', 'These characters cannot be searched for. Type the words again.')
		: t('reseau', '“{place}” holds characters that cannot be kept. Type it again.', { place: place(field) }),
	bad_address: ({ field }) => t('reseau', 'This is no address that can be used: “{place}”.', { place: place(field) }),
	unknown_territory: () => t('reseau', 'One of the territories is not known. Choose it from the list.'),
	unknown_term: ({ field }) => t('reseau', 'One of the words is no longer in the network’s vocabulary: “{place}”. Take it out and choose another.', { place: place(field) }),
	stale_version: () => t('reseau', 'This was changed elsewhere in the meantime. Nothing was overwritten.'),
	consent_missing: () => t('reseau', 'The card can be shown once the person’s agreement is written down.'),
	has_account: () => t('reseau', 'The person has an account: the card is theirs now.'),
	bad_date: () => t('reseau', 'The date must be a day up to today.'),
	how_missing: () => t('reseau', 'Write how the person agreed.'),
	no_address: () => t('reseau', 'The card holds no mail address. Copy the link and pass it on in another way.'),
	// Of ours it tells which way of reaching the person; without one it is what another app said (SERVICE_REASONS).
	refused({ field }) {
		switch (field) {
			case undefined:
				return t('reseau', 'Nextcloud refused this, and nothing was done.')
			case 'contact.phone':
				return t('reseau', 'The person at this telephone asked not to be in the network. If they have changed their mind, leave the number out, write down their new agreement on the card, then add it.')
			default:
				return t('reseau', 'The person at this address asked not to be in the network. If they have changed their mind, leave the address out, write down their new agreement on the card, then add it.')
		}
	},
	not_waiting: () => t('reseau', 'This card no longer waits for an agreement.'),
	already_asked: () => t('reseau', 'The person was asked less than a week ago. Leave them time to answer.'),
	mail_failed: () => t('reseau', 'The mail could not be sent, and the person was not asked. Look at the address again, or try later.'),
	enough_mails_today: () => t('reseau', 'These are many mails within a day. Go on tomorrow: who was not written to stays to be written to.'),
	enough_mails: () => t('reseau', 'These are many mails within an hour. Go on in an hour: who was not written to stays to be written to.'),
	unknown_steward: () => t('reseau', 'This person does not facilitate the network any more. Choose somebody else.'),
	own_link: () => t('reseau', 'You made this link for somebody else: only they can use it, with their own account.'),
	claim_gone: () => t('reseau', 'This link does not work any more: it was used, replaced, taken back, or is too old.'),
	search_nameless: () => t('reseau', 'Give the search a name.'),
	nothing_to_keep: () => t('reseau', 'There is nothing to keep yet: type words or choose criteria first.'),
	already_kept: (error) => {
		const name = keptAlready(error)?.name
		return name === undefined
			? t('reseau', 'You keep this search already.')
			: t('reseau', 'You keep this search already, under the name “{name}”.', { name })
	},
	too_many_searches: ({ max = 0 }) => n('reseau', 'You keep %n search, and more would not be found again. Take one out first.', 'You keep %n searches, and more would not be found again. Take one out first.', max),
	has_card: () => t('reseau', 'You already have a card. Say whether the two become one.'),
	unknown_field: outdated,
	wrong_type: outdated,
	unknown_audience: outdated,
	unknown_viewpoint: outdated,
	unknown_status: outdated,
	version_missing: outdated,
	bad_cursor: outdated,
	bad_limit: outdated,
	bad_sort: outdated,
	unknown_facet: outdated,
}

/** The card as it is stored now, which comes along when somebody else changed it first. */
export function currentCard(error: unknown): Member | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(MemberSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}

/** The search one keeps already, which comes along when the same is to be kept again. */
export function keptAlready(error: unknown): SavedSearch | null {
	const parsed = isReason(error, 'already_kept') ? v.safeParse(SavedSearchSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
