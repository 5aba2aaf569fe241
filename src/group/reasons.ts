/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { Group } from './model.ts'

import * as v from 'valibot'
import { isReason } from '../api/apiError.ts'
import { t } from '../shared/l10n.ts'
import { GroupSchema } from './model.ts'

/** For people outside who have no invitation. */
export function byInvitationSentence(): string {
	return t('reseau', 'This group is by invitation only, and you have no invitation at the moment. Write to its facilitators.')
}

/** The page and the server have different versions: nothing the person wrote is wrong. */
const outdated = () => t('reseau', 'This page is older than the server. Copy what you wrote, then reload the page.')

/** Sentences for refusals about groups. */
export const groupReasons: Sentences = {
	title_missing: () => t('reseau', 'A title is missing.'),
	bad_channel: () => t('reseau', 'Enter an address starting with https://, or an email address.'),
	unknown_preset: outdated,
	runner_missing: outdated,
	enough_groups_today: () => t('reseau', 'Too many groups in one day. Continue tomorrow: what you wrote is still there.'),
	enough_invitations_today: () => t('reseau', 'Too many invitations in one day. Continue tomorrow: people already invited stay invited.'),
	card_hidden: () => t('reseau', 'The card is not shown at the moment: members of a group need to know who is in it. Show it first.'),
	group_closed: () => t('reseau', 'This group is closed. A facilitator of the group can reopen it.'),
	group_living: () => t('reseau', 'Only a group that is forming or closed can be deleted. Close it first.'),
	group_joined: () => t('reseau', 'Others take part in this group, or ask to join: it was not undone. Close it first, then delete it.'),
	by_invitation: byInvitationSentence,
	charter_not_signed: () => t('reseau', 'The network’s charter has changed, or is not accepted yet. Read and accept it, then try again: what you wrote is still there.'),
	bad_day: () => t('reseau', 'This is not a date. Choose it from the calendar.'),
	until_before_from: () => t('reseau', 'The end is before the start.'),
	outside_group: () => t('reseau', 'Only people in the group can approve others: it gives access to what they show to their groups. Make one of them a facilitator first.'),
	refused_before: () => t('reseau', 'This person declined to join this group and will not be invited again. They can still join it.'),
	not_in_group: () => t('reseau', 'This person is not, or no longer, in the group.'),
	not_invited: () => t('reseau', 'There are no more invitations.'),
	not_requested: () => t('reseau', 'This person is no longer asking to join.'),
	unknown_member: () => t('reseau', 'This person is no longer there, or no longer shown to you.'),
	own_account: () => t('reseau', 'This person has an account: they join and leave themselves.'),
	no_account: () => t('reseau', 'To facilitate a group you need an account that can log in.'),
	no_facilitator: () => t('reseau', 'Someone in the group has to facilitate it before it can be reactivated.'),
	being_made: () => t('reseau', 'Someone else is creating this group right now, maybe you in another tab. Wait two minutes, then resume.'),
	unknown_team: () => t('reseau', 'This team does not belong to you in Teams.'),
	team_taken: () => t('reseau', 'This team belongs to another group.'),
	unknown_board: () => t('reseau', 'This board does not belong to you in Deck.'),
	board_taken: () => t('reseau', 'This board belongs to another group.'),
	unknown_folder: () => t('reseau', 'This folder is not in the library, or not there any more.'),
}

/** The group as it is stored, sent with the refusal if it was changed in the meantime. */
export function currentGroup(error: unknown): Group | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(GroupSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
