/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { MemberSummarySchema } from '../member/model.ts'
import { TEAM_PRESETS } from '../settings/model.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import { PLACE_KINDS } from '../territory/model.ts'

/** `forming` until its team, board and folder are created or left out; a `dormant` group has nobody who keeps it going. */
export const GROUP_STATUSES = ['forming', 'active', 'dormant', 'closed'] as const
export type GroupStatus = typeof GROUP_STATUSES[number]

/**
 * State of a person in a group. Only `active` is a member.
 * - invited: a facilitator asked them
 * - requested: they asked to join, and a facilitator has to agree (groups whose `join` is `request`)
 * - unsigned: they are in the team in Nextcloud, which does not make them a member; in an `open` group they are asked for their commitment
 * - declined: they declined an invitation
 */
export const MEMBERSHIP_STATES = ['invited', 'requested', 'active', 'unsigned', 'declined', 'left'] as const

/** `talk`: a conversation of Nextcloud Talk, made by Réseau. */
export const CHANNEL_KINDS = ['talk', 'link', 'mail'] as const

/**
 * Result of an invitation. Without an account the person is marked as invited; `keeper_asked`: the keeper of their card is notified and
 * answers with them, `no_account`: the inviter is the keeper.
 */
export const ASK_OUTCOMES = ['notified', 'keeper_asked', 'no_account', 'asked_already', 'refused_before', 'in_already'] as const
export type AskOutcome = typeof ASK_OUTCOMES[number]

/**
 * Longest texts in characters and longest lists, the same as in lib/Group/GroupRules.php: both sides are held to
 * tests/fixtures/rules/group-limits.json.
 */
export const GROUP_LIMITS = {
	title: 120,
	purpose: 4000,
	mandate: 30,
	mandateLine: 500,
	link: 500,
	mail: 254,
	commitment: 1000,
	hours: 120,
	limits: 500,
	exitNote: 2000,
	how: 500,
	facilitators: 12,
	key: 64,
	model: 64,
	runner: 64,
	step: 32,
	note: 500,
	folderPath: 1000,
	seeks: 500,
	terms: 12,
	territories: 20,
} as const

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))
/** YYYY-MM-DD */
const day = v.string()

const place = v.object({
	/** INSEE code of a commune, département or région; SIREN of an EPCI. */
	code: v.string(),
	kind: v.picklist(PLACE_KINDS),
	name: v.string(),
})

/** The grid of the minutes: what the group may carry forward, where it must not go, and its partners. */
export const MandateSchema = v.object({
	mayAdvance: v.array(v.string()),
	mustNot: v.array(v.string()),
	with: v.array(v.string()),
})
export type Mandate = v.InferOutput<typeof MandateSchema>

export const ChannelSchema = v.object({
	kind: v.picklist(CHANNEL_KINDS),
	/** Address of the conversation or page, or a mail address. */
	value: v.string(),
})
export type Channel = v.InferOutput<typeof ChannelSchema>

/** A facilitator, if the viewer can see their card. */
export const FacilitatorSchema = v.object({
	id: v.number(),
	/** Account name. */
	uid: v.nullable(v.string()),
	name: v.string(),
	/** The date they gave. */
	until: v.nullable(day),
})
export type Facilitator = v.InferOutput<typeof FacilitatorSchema>

/** A person's commitment; each part may be empty. */
export const EngagementSchema = v.object({
	/** To what. */
	commitment: v.string(),
	/** How much time, in their own words. */
	hours: v.string(),
	from: v.nullable(day),
	/** Only a reminder: nobody is removed because a day has passed. */
	until: v.nullable(day),
	limits: v.string(),
})
export type Engagement = v.InferOutput<typeof EngagementSchema>

const writtenEngagement = {
	commitment: v.optional(text(GROUP_LIMITS.commitment)),
	hours: v.optional(text(GROUP_LIMITS.hours)),
	from: v.optional(v.nullable(day)),
	until: v.optional(v.nullable(day)),
	limits: v.optional(text(GROUP_LIMITS.limits)),
}
/** A commitment as it is sent: what is left out is empty. */
export const WrittenEngagementSchema = v.object(writtenEngagement)

/** The viewer's membership of a group. */
export const MyMembershipSchema = v.object({
	state: v.picklist(MEMBERSHIP_STATES),
	role: v.string(),
	/** Facilitates; for an invited person: is asked to. */
	facilitates: v.boolean(),
	facilitatesUntil: v.nullable(day),
	/** No one else facilitates: if they leave or step down, the group becomes dormant. */
	lastFacilitator: v.boolean(),
	...EngagementSchema.entries,
	/** Who invited them, if they can see the card of that person. */
	invitedBy: v.nullable(v.object({ id: v.number(), name: v.string() })),
	left: v.nullable(day),
	exitNote: v.string(),
	/** The leaving was noticed in Teams, not done here. */
	leftInTeams: v.boolean(),
	/** They are in the team in Nextcloud, which does not make them a member. */
	inTeam: v.boolean(),
})
export type MyMembership = v.InferOutput<typeof MyMembershipSchema>

/** The permissions of the viewer in this group. */
export const GroupCanSchema = v.object({
	edit: v.boolean(),
	/** Join, or ask to where `join` is `request`; also accepts an invitation. */
	join: v.boolean(),
	/** Change their commitment. */
	engage: v.boolean(),
	leave: v.boolean(),
	/** Decline an invitation. */
	decline: v.boolean(),
	/** Invite, let in, add people without an account: for a facilitator of the group who is in it. */
	invite: v.boolean(),
	/** Make a member facilitator. */
	facilitate: v.boolean(),
	/** Appoint themselves, because nobody facilitates. */
	stepUp: v.boolean(),
	/** Step down as facilitator. */
	stepDown: v.boolean(),
	/** Create its team, board and folder, or resume that: POST making/lease is allowed. */
	make: v.boolean(),
	/** Create a conversation in Talk. */
	talk: v.boolean(),
	sleep: v.boolean(),
	close: v.boolean(),
	/** From dormant or closed; needs a facilitator first. */
	reopen: v.boolean(),
	delete: v.boolean(),
	/** See who accepted which version of the charter. */
	acceptances: v.boolean(),
})
export type GroupCan = v.InferOutput<typeof GroupCanSchema>

const groupEntries = {
	id: v.number(),
	title: v.string(),
	/** Markdown; in the list only its beginning. */
	purpose: v.string(),
	/** What the group looks for; empty: not specified. */
	seeks: v.string(),
	/** Ids of its sectors, themes and publics. */
	terms: v.array(v.string()),
	/** Where it works. */
	territories: v.array(place),
	status: v.picklist(GROUP_STATUSES),
	/** How people join. */
	join: v.picklist(TEAM_PRESETS),
	/** Those whose card the viewer can see. */
	facilitators: v.array(FacilitatorSchema),
	/** How many members the viewer can see. */
	people: v.number(),
	/** null: not specified. */
	mine: v.nullable(MyMembershipSchema),
	/** Id in Nextcloud Teams. */
	teamId: v.nullable(v.string()),
	/** The team was deleted in Teams: it can be created again. */
	teamGone: v.boolean(),
	/** Id in Deck. */
	boardId: v.nullable(v.number()),
	/** File id of the folder. */
	folderId: v.nullable(v.number()),
	/** People who wait for the viewer's yes; 0 for viewers who cannot approve them. */
	requests: v.number(),
	/** Version of the charter that the viewer, as a member, has not accepted yet. */
	charter: v.nullable(v.object({ asked: v.number() })),
	can: GroupCanSchema,
}

/** A group in the list. */
export const GroupSummarySchema = v.object(groupEntries)
export type GroupSummary = v.InferOutput<typeof GroupSummarySchema>

/** Groups found by words. */
export const FoundGroupsSchema = v.object({
	/** Those with the words in their title first. */
	groups: v.array(GroupSummarySchema),
	total: v.number(),
	/** Cursor of the next page. */
	next: v.nullable(v.string()),
	/** No group has all the words: these have some of them, most first. */
	near: v.optional(v.literal(true)),
	/** Words that found nothing, and those searched for instead. */
	corrected: v.optional(v.array(v.object({ from: v.string(), to: v.string() }))),
})
export type FoundGroups = v.InferOutput<typeof FoundGroupsSchema>

/** Progress of the creation of a group. */
export const MakingSchema = v.object({
	/** No lease was ever taken: nothing can have been created yet. */
	first: v.boolean(),
	/** Created by the viewer; nobody else can resume it while they facilitate the group. */
	mine: v.boolean(),
	/** Its creator, if the viewer can see their card. */
	by: v.nullable(v.object({ id: v.number(), name: v.string() })),
	/**
	 * What a run of the viewer's account did: it was the last before this one; it saved the id of the team, board or folder below. With their own rights
	 * a person goes on only with what they saved (docs/decisions/0060).
	 */
	own: v.object({ run: v.boolean(), team: v.boolean(), board: v.boolean(), folder: v.boolean() }),
	/** A run is active right now. */
	running: v.boolean(),
	/** When its row was created, in seconds of the server's clock. */
	begun: v.number(),
	/** The current step; null before the first. */
	step: v.nullable(v.string()),
	/** Steps that were not done and why, as a note. */
	note: v.nullable(v.string()),
	/** Slug of the board's model; null: none was chosen. */
	model: v.nullable(v.string()),
	teamId: v.nullable(v.string()),
	boardId: v.nullable(v.number()),
	folderId: v.nullable(v.number()),
	/** Only for members of the group. */
	folderPath: v.nullable(v.string()),
})
export type Making = v.InferOutput<typeof MakingSchema>

/** The page of a group. */
export const GroupSchema = v.object({
	...groupEntries,
	/** For those who can change it, else null: others would learn that something hidden from them has changed. */
	version: v.nullable(v.number()),
	mandate: MandateSchema,
	/** Only for members of the group. */
	channel: v.nullable(ChannelSchema),
	/** Path of the folder in the Files of its creator; only for people of the group. */
	folderPath: v.nullable(v.string()),
	/** The minutes it was created from. */
	minutes: v.nullable(v.object({ id: v.number(), position: v.number() })),
	/** For its facilitators: its team in Nextcloud is more open than the group. */
	teamOpen: v.boolean(),
	/** While it is forming for everyone, later for its facilitators only. */
	making: v.nullable(MakingSchema),
	/** ISO 8601; null: before this was recorded. */
	created: v.nullable(v.string()),
})
export type Group = v.InferOutput<typeof GroupSchema>

/**
 * A person of a group. Only people whose card the viewer can see are named; `active` ones for every member, those who left for people of the
 * group, the others for its facilitators; the viewer, and people whose cards the viewer keeps, always.
 */
export const RosterRowSchema = v.object({
	member: MemberSummarySchema,
	state: v.picklist(MEMBERSHIP_STATES),
	role: v.string(),
	facilitates: v.boolean(),
	facilitatesUntil: v.nullable(day),
	commitment: v.string(),
	/** The rest only for people of the group, as in EngagementSchema. */
	hours: v.optional(v.string()),
	from: v.optional(v.nullable(day)),
	until: v.optional(v.nullable(day)),
	limits: v.optional(v.string()),
	/** Since when they are in the group; null: they are not, or were before this was recorded. */
	entered: v.optional(v.nullable(day)),
	left: v.optional(v.nullable(day)),
	exitNote: v.optional(v.string()),
	leftInTeams: v.optional(v.boolean()),
	/** Who invites them; only for those who answer for them and can see the inviter's card. */
	invitedBy: v.optional(v.nullable(v.object({ id: v.number(), name: v.string() }))),
	can: v.object({
		/** Approve their request. */
		admit: v.boolean(),
		/** Withdraw an invitation, decline a request, end the membership of a person without an account. */
		remove: v.boolean(),
		/** Change the commitment of a person whose card they keep. */
		engage: v.boolean(),
		/** Answer for a person whose card they keep. */
		answer: v.boolean(),
		/** Make them facilitate. */
		facilitate: v.boolean(),
	}),
})
export type RosterRow = v.InferOutput<typeof RosterRowSchema>

/** The network's charter in force, and whether I accepted it. */
export const MyCharterSchema = v.object({
	version: v.number(),
	/** ISO 8601 */
	date: v.string(),
	/** Markdown */
	text: v.string(),
	/** The version I accepted last. */
	accepted: v.nullable(v.object({ version: v.number(), date: day })),
	/** Only people in a group are asked to accept versions. */
	asked: v.boolean(),
})
export type MyCharter = v.InferOutput<typeof MyCharterSchema>

/** The version of the charter the members of a group accepted, as far as the viewer can see their cards. */
export const AcceptancesSchema = v.object({
	/** In force; null: there is no charter. */
	current: v.nullable(v.number()),
	people: v.array(v.object({
		id: v.number(),
		name: v.string(),
		version: v.nullable(v.number()),
		date: v.nullable(day),
	})),
})
export type Acceptances = v.InferOutput<typeof AcceptancesSchema>

/** Fields of a group that its facilitators can edit. */
export const EditableGroupSchema = v.object({
	title: text(GROUP_LIMITS.title),
	purpose: text(GROUP_LIMITS.purpose),
	mandate: v.object({
		mayAdvance: v.pipe(v.array(text(GROUP_LIMITS.mandateLine)), v.maxLength(GROUP_LIMITS.mandate)),
		mustNot: v.pipe(v.array(text(GROUP_LIMITS.mandateLine)), v.maxLength(GROUP_LIMITS.mandate)),
		with: v.pipe(v.array(text(GROUP_LIMITS.mandateLine)), v.maxLength(GROUP_LIMITS.mandate)),
	}),
	/** A conversation in Talk is not entered but created (POST talk); it stays if it is sent unchanged. */
	channel: v.nullable(ChannelSchema),
	join: v.picklist(TEAM_PRESETS),
	seeks: text(GROUP_LIMITS.seeks),
	terms: v.pipe(v.array(v.string()), v.maxLength(GROUP_LIMITS.terms)),
	territories: v.pipe(v.array(place), v.maxLength(GROUP_LIMITS.territories)),
})
export type EditableGroup = v.InferOutput<typeof EditableGroupSchema>

/** A new group. */
export const NewGroupSchema = v.object({
	...v.partial(EditableGroupSchema).entries,
	title: EditableGroupSchema.entries.title,
	/** Asked to facilitate in addition to the creator; they join when they accept. */
	facilitators: v.optional(v.pipe(v.array(v.number()), v.maxLength(GROUP_LIMITS.facilitators))),
	/** Slug of a board's model, saved for the creation. */
	model: v.optional(v.nullable(text(GROUP_LIMITS.model))),
	/** Created by the browser: the same account with the same key gets the existing group. */
	key: v.optional(text(GROUP_LIMITS.key)),
	/** Its minutes and its place in them, from 0; only for facilitators of the network. One group per place. */
	minutes: v.optional(v.object({ id: v.number(), position: v.number() })),
})
export type NewGroup = v.InferInput<typeof NewGroupSchema>

/** What a run has created; an id of null: it was undone. */
export const SavedMakingSchema = v.object({
	runner: text(GROUP_LIMITS.runner),
	teamId: v.optional(v.nullable(v.string())),
	boardId: v.optional(v.nullable(v.number())),
	folderId: v.optional(v.nullable(v.number())),
	folderPath: v.optional(v.nullable(text(GROUP_LIMITS.folderPath))),
	/** Slug of a board's model that was chosen for a group which had none. */
	model: v.optional(v.nullable(text(GROUP_LIMITS.model))),
	/** `done`: a forming group becomes active, and the lease ends. */
	step: v.optional(text(GROUP_LIMITS.step)),
	note: v.optional(v.nullable(text(GROUP_LIMITS.note))),
})
export type SavedMaking = v.InferInput<typeof SavedMakingSchema>
