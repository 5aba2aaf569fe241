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
/** Version of the charter accepted with it. */
const charter = v.optional(v.nullable(v.number()))

/** Why the description of a group is refused; `field` in the answer says where. */
const wordsErrors = ['wrong_type', 'bad_text', 'too_long', 'too_many', 'title_missing', 'bad_channel', 'unknown_preset', 'unknown_term', 'unknown_territory'] as const
/** Why a commitment is refused; `charter_not_signed` comes with the version in force as `current`. */
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
		summary: 'Get the groups of the network: those of the current user first, then by title',
		who: 'account',
		answer: v.array(GroupSummarySchema),
		errors: [],
	}),
	find: endpoint({
		method: 'GET',
		path: '/groups/found',
		summary: 'Search groups by words in their title, purpose or mandate; without words, all groups by title',
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
		summary: 'Create a group with the current user as facilitator; the same key, or the same place in the same minutes, returns the existing group',
		who: 'account',
		body: NewGroupSchema,
		answer: GroupSchema,
		status: 201,
		errors: [...wordsErrors, 'no_card', 'card_hidden', 'unknown_member', 'only_people', 'enough_groups_today', 'enough_invitations_today', 'restricted'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/groups/{group}',
		summary: 'Get a group',
		who: 'account',
		answer: GroupSchema,
		errors: [],
	}),
	edit: endpoint({
		method: 'PUT',
		path: '/groups/{group}',
		summary: 'Change the description of a group; only its members can widen its audience. `stale_version` comes with the `current` group',
		who: 'groupDecider',
		body: v.object({ version: v.number(), ...v.partial(EditableGroupSchema).entries }),
		answer: GroupSchema,
		errors: [...wordsErrors, 'version_missing', 'stale_version', 'outside_group'],
	}),
	setStatus: endpoint({
		method: 'PUT',
		path: '/groups/{group}/status',
		summary: 'Make a group active, dormant or closed; its members stay',
		who: 'groupDecider',
		body: v.object({ status: v.picklist(['active', 'dormant', 'closed']), version: v.number() }),
		answer: GroupSchema,
		errors: ['unknown_status', 'no_facilitator', 'being_made', 'version_missing', 'stale_version'],
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/groups/{group}',
		summary: 'Delete a forming or closed group with its memberships; its team, board and folder stay in Nextcloud. With a `runner`, undo its creation: refused if others are in it or ask to join',
		who: 'groupDecider',
		query: v.object({
			/** The run that undoes its creation. */
			runner: v.optional(runner),
		}),
		answer: v.null(),
		errors: [...runErrors, 'group_living', 'group_joined'],
	}),
	roster: endpoint({
		method: 'GET',
		path: '/groups/{group}/roster',
		summary: 'Get the people of a group as far as the current user can see them: facilitators first, then by name',
		who: 'account',
		answer: v.array(RosterRowSchema),
		errors: [],
	}),
	join: endpoint({
		method: 'POST',
		path: '/groups/{group}/join',
		summary: 'Join a group, or ask to join it: `mine` says `active` or `requested`. For a member, change the commitment',
		who: 'account',
		body: v.object({ ...WrittenEngagementSchema.entries, charter }),
		answer: GroupSchema,
		errors: [...engagementErrors, ...joinErrors, 'no_card', 'by_invitation'],
	}),
	engage: endpoint({
		method: 'PUT',
		path: '/groups/{group}/membership',
		summary: 'Change the commitment of the current user; fields that are not given stay',
		who: 'account',
		body: WrittenEngagementSchema,
		answer: GroupSchema,
		errors: [...engagementErrors, 'no_card', 'not_in_group'],
	}),
	leave: endpoint({
		method: 'POST',
		path: '/groups/{group}/leave',
		summary: 'Leave a group, or withdraw the request to join; a person who has left the team can add a note. An active group without facilitators becomes dormant',
		who: 'account',
		body: v.object({ note: v.optional(text(GROUP_LIMITS.exitNote)) }),
		answer: GroupSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'no_card', 'not_in_group'],
	}),
	decline: endpoint({
		method: 'POST',
		path: '/groups/{group}/decline',
		summary: 'Decline an invitation; the current user cannot be invited to this group again, but can join it',
		who: 'account',
		answer: GroupSchema,
		errors: ['no_card', 'not_invited'],
	}),
	invite: endpoint({
		method: 'POST',
		path: '/groups/{group}/invitations',
		summary: 'Invite a person to a group',
		who: 'groupFacilitator',
		body: v.object({ memberId: v.number() }),
		answer: v.object({ outcome: v.picklist(ASK_OUTCOMES) }),
		errors: ['unknown_member', 'only_people', 'group_closed', 'outside_group', 'enough_invitations_today', 'restricted'],
	}),
	addPerson: endpoint({
		method: 'POST',
		path: '/groups/{group}/people',
		summary: 'Add a person without an account to a group: `active` if the current user keeps their card and records how they agreed, otherwise `invited`, and the keeper of the card answers',
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
		errors: [...engagementErrors, ...joinErrors, 'unknown_member', 'only_people', 'own_account', 'how_missing', 'refused_before', 'outside_group', 'enough_invitations_today'],
	}),
	acceptFor: endpoint({
		method: 'POST',
		path: '/groups/{group}/people/{member}/accept',
		summary: 'Accept an invitation for a person whose card the current user keeps, and record how they agreed',
		who: 'keeper',
		body: v.object({ how: text(GROUP_LIMITS.how), ...WrittenEngagementSchema.entries, charter }),
		answer: RosterRowSchema,
		errors: [...engagementErrors, ...joinErrors, 'unknown_member', 'only_people', 'not_invited', 'how_missing'],
	}),
	declineFor: endpoint({
		method: 'POST',
		path: '/groups/{group}/people/{member}/decline',
		summary: 'Decline an invitation for a person whose card the current user keeps; they cannot be invited to this group again',
		who: 'keeper',
		answer: v.null(),
		errors: ['unknown_member', 'only_people', 'not_invited'],
	}),
	changePerson: endpoint({
		method: 'PUT',
		path: '/groups/{group}/people/{member}',
		summary: 'Change the commitment of a person without an account whose card the current user keeps',
		who: 'keeper',
		body: WrittenEngagementSchema,
		answer: RosterRowSchema,
		errors: [...engagementErrors, 'unknown_member', 'only_people', 'not_in_group'],
	}),
	admit: endpoint({
		method: 'POST',
		path: '/groups/{group}/people/{member}/admit',
		summary: 'Approve a request to join',
		who: 'groupFacilitator',
		answer: RosterRowSchema,
		errors: ['unknown_member', 'only_people', 'not_requested', 'group_closed', 'outside_group'],
	}),
	removePerson: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/people/{member}',
		summary: 'Revoke an invitation, decline a request, or end the membership of a person without an account (facilitators of the group and the keeper of the card)',
		who: 'groupHost',
		query: v.object({ note: v.optional(text(GROUP_LIMITS.exitNote)) }),
		answer: v.null(),
		errors: ['wrong_type', 'bad_text', 'too_long', 'unknown_member', 'only_people', 'not_in_group', 'own_account'],
	}),
	facilitate: endpoint({
		method: 'POST',
		path: '/groups/{group}/facilitators',
		summary: 'Make a member a facilitator of the group, or set until when; with `handOver`, in place of the current user. In a group without facilitators, members can appoint themselves',
		who: 'account',
		body: v.object({ memberId: v.number(), until: v.optional(v.nullable(v.string())), handOver: v.optional(v.boolean()) }),
		answer: GroupSchema,
		errors: ['wrong_type', 'bad_day', 'unknown_member', 'only_people', 'not_in_group', 'no_account'],
	}),
	stepDown: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/facilitators',
		summary: 'Step down as facilitator; an active group without facilitators becomes dormant',
		who: 'account',
		answer: GroupSchema,
		errors: ['no_card', 'not_in_group'],
	}),
	takeLease: endpoint({
		method: 'POST',
		path: '/groups/{group}/making/lease',
		summary: 'Take the lease to create the spaces of a group, or renew it; it lasts two minutes. Open to its facilitators, and to facilitators of the network until someone has begun; then only to the person who began, while the group is forming and they facilitate it',
		who: 'groupFacilitator',
		body: v.object({ runner }),
		answer: MakingSchema,
		errors: runErrors,
	}),
	releaseLease: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/making/lease',
		summary: 'Release the lease',
		who: 'groupFacilitator',
		query: v.object({ runner }),
		answer: v.null(),
		errors: runnerErrors,
	}),
	saveMaking: endpoint({
		method: 'PUT',
		path: '/groups/{group}/making',
		summary: 'Save what a run has created, before its next step; renews the lease for two minutes',
		who: 'groupFacilitator',
		body: SavedMakingSchema,
		answer: MakingSchema,
		errors: [...runErrors, 'unknown_team', 'team_taken', 'unknown_board', 'board_taken', 'unknown_folder'],
	}),
	makeTalk: endpoint({
		method: 'POST',
		path: '/groups/{group}/talk',
		summary: 'Create a Talk conversation owned by the current user; an existing one stays',
		who: 'groupFacilitator',
		answer: GroupSchema,
		errors: ['talk_failed'],
	}),
	acceptances: endpoint({
		method: 'GET',
		path: '/groups/{group}/charter-acceptances',
		summary: 'Get the version of the charter that each member of the group accepted',
		who: 'groupDecider',
		answer: AcceptancesSchema,
		errors: [],
	}),
	charter: endpoint({
		method: 'GET',
		path: '/charter',
		summary: 'Get the charter in force and the version the current user accepted; null without a charter',
		who: 'account',
		answer: v.nullable(MyCharterSchema),
		errors: [],
	}),
	acceptCharter: endpoint({
		method: 'PUT',
		path: '/charter/acceptance',
		summary: 'Accept the charter for all groups; `charter_not_signed` comes with the version in force as `current`',
		who: 'account',
		body: v.object({ version: v.number() }),
		answer: v.nullable(MyCharterSchema),
		errors: ['version_missing', 'no_card', 'charter_not_signed'],
	}),
} as const
