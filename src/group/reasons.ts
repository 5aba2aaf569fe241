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

/** The page and the server do not speak the same version: nothing the person wrote is wrong. */
const outdated = () => t('reseau', 'This page is older than the server. Copy what you wrote, then reload the page.')

/** Why the server refuses something about groups. */
export const groupReasons: Sentences = {
	title_missing: () => t('reseau', 'A title is missing.'),
	bad_channel: () => t('reseau', 'Write an address that begins with https://, or a mail address.'),
	unknown_preset: outdated,
	runner_missing: outdated,
	enough_groups_today: () => t('reseau', 'These are many groups within a day. Go on tomorrow: what you wrote is still there.'),
	enough_invitations_today: () => t('reseau', 'These are many invitations within a day. Go on tomorrow: who was asked stays asked.'),
	card_hidden: () => t('reseau', 'The card is not shown at the moment: the people of a group are to know who is in it. Show it first.'),
	group_closed: () => t('reseau', 'This group is closed. Somebody who facilitates it can have it go on.'),
	group_living: () => t('reseau', 'Only a group that is forming or closed can be deleted. Close it first.'),
	group_joined: () => t('reseau', 'Others take part in this group, or ask to: it is not undone. Close it, then it can be deleted.'),
	by_invitation: () => t('reseau', 'One comes into this group by invitation. Write to somebody who facilitates it.'),
	charter_not_signed: () => t('reseau', 'The network’s charter has changed, or is not accepted yet. Read it and accept it, then try again: what you wrote is still there.'),
	bad_day: () => t('reseau', 'This is no day. Choose it from the calendar.'),
	until_before_from: () => t('reseau', 'The end lies before the beginning.'),
	outside_group: () => t('reseau', 'Only people of the group let others in: that opens what they show to their groups. Make one of them its facilitator first.'),
	refused_before: () => t('reseau', 'This person said no to this group before, and is not asked again. They can still join it.'),
	not_in_group: () => t('reseau', 'This person is not in the group, or no longer.'),
	not_invited: () => t('reseau', 'There is no invitation any more.'),
	not_requested: () => t('reseau', 'This person no longer asks to come in.'),
	unknown_member: () => t('reseau', 'This person is not there any more, or no longer shown to you.'),
	own_account: () => t('reseau', 'This person has an account: they come in and leave themselves.'),
	no_account: () => t('reseau', 'To facilitate a group one needs an account that can log in.'),
	no_facilitator: () => t('reseau', 'Somebody of the group has to facilitate it before it goes on.'),
	being_made: () => t('reseau', 'Somebody else is making this group right now, maybe you in another tab. Wait two minutes, then go on.'),
	unknown_team: () => t('reseau', 'Teams does not know this team as one you administer.'),
	team_taken: () => t('reseau', 'This team belongs to another group.'),
	board_taken: () => t('reseau', 'This board belongs to another group.'),
	talk_failed: () => t('reseau', 'Talk is not there, or made no conversation. The group is as it was.'),
}

/** The group as it is stored now, which comes along when somebody else changed it first. */
export function currentGroup(error: unknown): Group | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(GroupSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
