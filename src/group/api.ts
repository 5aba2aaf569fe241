/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import {
	AcceptancesSchema,
	ASK_OUTCOMES,
	EditableGroupSchema,
	FoundGroupsSchema,
	GROUP_LIMITS,
	GroupSchema,
	GroupSummarySchema,
	MakingSchema,
	MyCharterSchema,
	NewGroupSchema,
	RosterRowSchema,
	SavedMakingSchema,
	WrittenEngagementSchema,
} from './model.ts'

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))
const runner = text(GROUP_LIMITS.runner)
/** Version of the charter that is accepted along with it. */
const charter = v.optional(v.nullable(v.number()))

/** Why what was written of a group is refused; `field` in the answer says where. */
const wordsErrors = ['wrong_type', 'bad_text', 'too_long', 'too_many', 'title_missing', 'bad_channel', 'unknown_preset', 'unknown_term', 'unknown_territory'] as const
/** Why an engagement is refused; `charter_not_signed` comes with the version in force as `current`. */
const engagementErrors = ['wrong_type', 'bad_text', 'too_long', 'bad_day', 'until_before_from'] as const
/** Why a person cannot join a group: their card is not shown, or the group is closed. */
const joinErrors = ['card_hidden', 'group_closed', 'charter_not_signed'] as const
/** The run of another person is active. */
const runnerErrors = ['wrong_type', 'bad_text', 'too_long', 'runner_missing'] as const
const runErrors = [...runnerErrors, 'being_made'] as const

export const groupApi = {
	list: endpoint({
		method: 'GET',
		path: '/groups',
		summary: 'The groups of the network: those I am in first, then by title',
		who: 'account',
		answer: v.array(GroupSummarySchema),
		errors: [],
	}),
	find: endpoint({
		method: 'GET',
		path: '/groups/found',
		summary: 'The groups that have words in their title, purpose or mandate; all of them by title without any',
		who: 'account',
		query: v.object({
			q: v.optional(v.string()),
			cursor: v.optional(v.string()),
			/** 1 to 100, 20 by default. */
			limit: v.optional(v.number()),
		}),
		answer: FoundGroupsSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'bad_cursor', 'bad_limit'],
	}),
	create: endpoint({
		method: 'POST',
		path: '/groups',
		summary: 'Make a group that I facilitate; the same key, or the same place of the same minutes, is answered with the group made before',
		who: 'account',
		body: NewGroupSchema,
		answer: GroupSchema,
		status: 201,
		errors: [...wordsErrors, 'no_card', 'card_hidden', 'unknown_member', 'only_people', 'enough_groups_today', 'restricted'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/groups/{group}',
		summary: 'A group',
		who: 'account',
		answer: GroupSchema,
		errors: [],
	}),
	edit: endpoint({
		method: 'PUT',
		path: '/groups/{group}',
		summary: 'Change what a group says of itself; only people of the group open it to more. `stale_version` comes with the `current` group',
		who: 'groupFacilitator',
		body: v.object({ version: v.number(), ...v.partial(EditableGroupSchema).entries }),
		answer: GroupSchema,
		errors: [...wordsErrors, 'version_missing', 'stale_version', 'outside_group'],
	}),
	setStatus: endpoint({
		method: 'PUT',
		path: '/groups/{group}/status',
		summary: 'Put a group to rest, close it, or have it go on; nobody leaves it by that',
		who: 'groupFacilitator',
		body: v.object({ status: v.picklist(['active', 'dormant', 'closed']), version: v.number() }),
		answer: GroupSchema,
		errors: ['unknown_status', 'no_facilitator', 'being_made', 'version_missing', 'stale_version'],
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/groups/{group}',
		summary: 'Delete a group that is forming or closed, with its memberships; its team, board and folder are Nextcloud’s and stay. With a `runner` it is undone: not while others take part in it, or ask to',
		who: 'groupFacilitator',
		query: v.object({
			/** The run that undoes its making. */
			runner: v.optional(runner),
		}),
		answer: v.null(),
		errors: [...runErrors, 'group_living', 'group_joined'],
	}),
	roster: endpoint({
		method: 'GET',
		path: '/groups/{group}/roster',
		summary: 'The people of a group, as far as I may see them: those who facilitate first, then by name',
		who: 'account',
		answer: v.array(RosterRowSchema),
		errors: [],
	}),
	join: endpoint({
		method: 'POST',
		path: '/groups/{group}/join',
		summary: 'Engage myself: come into the group, or ask to; `active` or `requested` in `mine` says which. In it already, it changes my engagement',
		who: 'account',
		body: v.object({ ...WrittenEngagementSchema.entries, charter }),
		answer: GroupSchema,
		errors: [...engagementErrors, ...joinErrors, 'no_card', 'by_invitation'],
	}),
	engage: endpoint({
		method: 'PUT',
		path: '/groups/{group}/membership',
		summary: 'Change what I engage for; what is left out stays',
		who: 'account',
		body: WrittenEngagementSchema,
		answer: GroupSchema,
		errors: [...engagementErrors, 'no_card', 'not_in_group'],
	}),
	leave: endpoint({
		method: 'POST',
		path: '/groups/{group}/leave',
		summary: 'Leave the group, or no longer ask to come in; who has left by Teams adds their word. Without its last facilitator an active group becomes dormant',
		who: 'account',
		body: v.object({ note: v.optional(text(GROUP_LIMITS.exitNote)) }),
		answer: GroupSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'no_card', 'not_in_group'],
	}),
	decline: endpoint({
		method: 'POST',
		path: '/groups/{group}/decline',
		summary: 'Say no to an invitation; nobody invites me into this group again, I can still join it',
		who: 'account',
		answer: GroupSchema,
		errors: ['no_card', 'not_invited'],
	}),
	invite: endpoint({
		method: 'POST',
		path: '/groups/{group}/invitations',
		summary: 'Ask somebody into the group',
		who: 'groupFacilitator',
		body: v.object({ memberId: v.number() }),
		answer: v.object({ outcome: v.picklist(ASK_OUTCOMES) }),
		errors: ['unknown_member', 'only_people', 'group_closed', 'outside_group', 'enough_invitations_today', 'restricted'],
	}),
	addPerson: endpoint({
		method: 'POST',
		path: '/groups/{group}/people',
		summary: 'Somebody without an account comes into the group: `active` where I keep their card and write down how they said so, else `invited`, and whoever keeps it answers',
		who: 'groupFacilitator',
		body: v.object({
			memberId: v.number(),
			/** Required, like `charter`, when the keeper of the card answers; says how the person agreed. */
			how: v.optional(text(GROUP_LIMITS.how)),
			...WrittenEngagementSchema.entries,
			charter,
		}),
		answer: RosterRowSchema,
		status: 201,
		errors: [...engagementErrors, ...joinErrors, 'unknown_member', 'only_people', 'own_account', 'how_missing', 'refused_before', 'outside_group'],
	}),
	acceptFor: endpoint({
		method: 'POST',
		path: '/groups/{group}/people/{member}/accept',
		summary: 'Write down that somebody who is asked comes into the group, and how they said so: whoever keeps their card',
		who: 'keeper',
		body: v.object({ how: text(GROUP_LIMITS.how), ...WrittenEngagementSchema.entries, charter }),
		answer: RosterRowSchema,
		errors: [...engagementErrors, ...joinErrors, 'unknown_member', 'only_people', 'not_invited', 'how_missing'],
	}),
	declineFor: endpoint({
		method: 'POST',
		path: '/groups/{group}/people/{member}/decline',
		summary: 'Say that somebody who is asked does not come: whoever keeps their card. They are not asked into this group again',
		who: 'keeper',
		answer: v.null(),
		errors: ['unknown_member', 'only_people', 'not_invited'],
	}),
	changePerson: endpoint({
		method: 'PUT',
		path: '/groups/{group}/people/{member}',
		summary: 'Change the engagement of somebody without an account whose card I keep',
		who: 'keeper',
		body: WrittenEngagementSchema,
		answer: RosterRowSchema,
		errors: [...engagementErrors, 'unknown_member', 'only_people', 'not_in_group'],
	}),
	admit: endpoint({
		method: 'POST',
		path: '/groups/{group}/people/{member}/admit',
		summary: 'Let in somebody who asked',
		who: 'groupFacilitator',
		answer: RosterRowSchema,
		errors: ['unknown_member', 'only_people', 'not_requested', 'group_closed', 'outside_group'],
	}),
	removePerson: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/people/{member}',
		summary: 'Take back an invitation, say no to who asked, or end the membership of somebody without an account (its facilitators, and who keeps the card)',
		who: 'groupHost',
		query: v.object({ note: v.optional(text(GROUP_LIMITS.exitNote)) }),
		answer: v.null(),
		errors: ['wrong_type', 'bad_text', 'too_long', 'unknown_member', 'only_people', 'not_in_group', 'own_account'],
	}),
	facilitate: endpoint({
		method: 'POST',
		path: '/groups/{group}/facilitators',
		summary: 'Make somebody of the group facilitate it, or say until when; `handOver`: in my place. Where nobody facilitates, everybody of the group may themselves',
		who: 'account',
		body: v.object({ memberId: v.number(), until: v.optional(v.nullable(v.string())), handOver: v.optional(v.boolean()) }),
		answer: GroupSchema,
		errors: ['wrong_type', 'bad_day', 'unknown_member', 'only_people', 'not_in_group', 'no_account'],
	}),
	stepDown: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/facilitators',
		summary: 'No longer facilitate; without anybody who does, an active group becomes dormant',
		who: 'account',
		answer: GroupSchema,
		errors: ['no_card', 'not_in_group'],
	}),
	takeLease: endpoint({
		method: 'POST',
		path: '/groups/{group}/making/lease',
		summary: 'Make the group, or go on with that: for two minutes nobody else does. Its facilitators; before anybody began, facilitators of the network too, who are not in it by that. Once begun, its maker alone while it is forming and they facilitate it',
		who: 'groupFacilitator',
		body: v.object({ runner }),
		answer: MakingSchema,
		errors: runErrors,
	}),
	releaseLease: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/making/lease',
		summary: 'Be no longer at it',
		who: 'groupFacilitator',
		query: v.object({ runner }),
		answer: v.null(),
		errors: runnerErrors,
	}),
	saveMaking: endpoint({
		method: 'PUT',
		path: '/groups/{group}/making',
		summary: 'Write down what a run has made, before it makes the next; two more minutes',
		who: 'groupFacilitator',
		body: SavedMakingSchema,
		answer: MakingSchema,
		errors: [...runErrors, 'unknown_team', 'team_taken', 'board_taken'],
	}),
	makeTalk: endpoint({
		method: 'POST',
		path: '/groups/{group}/talk',
		summary: 'Have a conversation made in Talk, for which I answer; one that is there already stays',
		who: 'groupFacilitator',
		answer: GroupSchema,
		errors: ['talk_failed'],
	}),
	acceptances: endpoint({
		method: 'GET',
		path: '/groups/{group}/charter-acceptances',
		summary: 'Which version of the charter the people of the group accepted',
		who: 'groupFacilitator',
		answer: AcceptancesSchema,
		errors: [],
	}),
	charter: endpoint({
		method: 'GET',
		path: '/charter',
		summary: 'The network’s charter in force, and which version I accepted; null: there is none',
		who: 'account',
		answer: v.nullable(MyCharterSchema),
		errors: [],
	}),
	acceptCharter: endpoint({
		method: 'PUT',
		path: '/charter/acceptance',
		summary: 'Accept the charter, once for all groups; `charter_not_signed` comes with the version in force as `current`',
		who: 'account',
		body: v.object({ version: v.number() }),
		answer: v.nullable(MyCharterSchema),
		errors: ['version_missing', 'no_card', 'charter_not_signed'],
	}),
} as const
