/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** Longest titles Deck accepts, in characters. */
export const DECK_LIMITS = { board: 100, stack: 100, label: 100, card: 255 } as const

/** Type of a participant in a board's access list, or of an assignment. */
export const PARTICIPANT = { account: 0, group: 1, team: 7 } as const

/** An account, group or team as Deck returns it: with its name, or only its id if it was deleted. */
const ParticipantSchema = v.union([v.string(), v.pipe(v.object({ primaryKey: v.string() }), v.transform(({ primaryKey }) => primaryKey))])

/** Who a card is assigned to, with the name to show. */
const AssignedSchema = v.union([
	v.pipe(v.string(), v.transform((id) => ({ id, name: id }))),
	v.pipe(v.object({ primaryKey: v.string(), displayname: v.optional(v.string()) }), v.transform(({ primaryKey, displayname }) => ({ id: primaryKey, name: displayname || primaryKey }))),
])

export const DeckLabelSchema = v.object({
	id: v.number(),
	title: v.string(),
	/** Six hexadecimal digits, no #. */
	color: v.string(),
})
export type DeckLabel = v.InferOutput<typeof DeckLabelSchema>

export const DeckPermissionsSchema = v.pipe(
	v.object({ PERMISSION_READ: v.boolean(), PERMISSION_EDIT: v.boolean(), PERMISSION_MANAGE: v.boolean(), PERMISSION_SHARE: v.boolean() }),
	v.transform((permissions) => ({ read: permissions.PERMISSION_READ, edit: permissions.PERMISSION_EDIT, manage: permissions.PERMISSION_MANAGE, share: permissions.PERMISSION_SHARE })),
)
export type DeckPermissions = v.InferOutput<typeof DeckPermissionsSchema>

export const DeckAclSchema = v.pipe(
	v.object({
		id: v.number(),
		type: v.number(),
		participant: ParticipantSchema,
		permissionEdit: v.boolean(),
		permissionShare: v.boolean(),
		permissionManage: v.boolean(),
	}),
	v.transform(({ permissionEdit, permissionShare, permissionManage, ...acl }) => ({ ...acl, edit: permissionEdit, share: permissionShare, manage: permissionManage })),
)
/** Who else can see a board; `type` is one of PARTICIPANT (others exist), `participant` the id of an account, group or team. */
export type DeckAcl = v.InferOutput<typeof DeckAclSchema>

const ROW = {
	id: v.number(),
	title: v.string(),
	color: v.string(),
	/** Account name. */
	owner: ParticipantSchema,
	archived: v.boolean(),
	/** In seconds. 0: not deleted; Deck keeps deleted boards for a while. */
	deletedAt: v.number(),
	permissions: DeckPermissionsSchema,
	/** Of the board or of anything on it, in seconds; 0 in the answer that creates it. */
	lastModified: v.number(),
}

/** A board in the list, without labels and shares. */
export const DeckBoardRowSchema = v.object(ROW)
export type DeckBoardRow = v.InferOutput<typeof DeckBoardRowSchema>

export const DeckBoardSchema = v.object({
	...ROW,
	labels: v.array(DeckLabelSchema),
	acl: v.array(DeckAclSchema),
	/** Accounts that can see the board, according to Deck; empty in the answer that creates it. */
	users: v.array(ParticipantSchema),
})
export type DeckBoard = v.InferOutput<typeof DeckBoardSchema>

export const DeckCardSchema = v.pipe(
	v.object({
		id: v.number(),
		stackId: v.number(),
		title: v.string(),
		/** Markdown. */
		description: v.string(),
		order: v.number(),
		archived: v.boolean(),
		/** ISO-8601. */
		duedate: v.nullable(v.string()),
		/** Since when, ISO-8601. */
		done: v.nullable(v.string()),
		/** In seconds. */
		lastModified: v.number(),
		/** Empty in the answer that creates the card, even if it has labels. */
		labels: v.nullable(v.array(DeckLabelSchema)),
		assignedUsers: v.nullable(v.array(v.object({ participant: AssignedSchema, type: v.number() }))),
	}),
	v.transform(({ assignedUsers, labels, ...card }) => ({
		...card,
		labels: labels ?? [],
		/** Account names. */
		assigned: (assignedUsers ?? []).filter(({ type }) => type === PARTICIPANT.account).map(({ participant }) => participant.id),
		/** Names of these accounts, and of the groups and teams it is assigned to. */
		whose: (assignedUsers ?? []).map(({ participant }) => participant.name),
	})),
)
export type DeckCard = v.InferOutput<typeof DeckCardSchema>

export const DeckStackSchema = v.pipe(
	v.object({
		id: v.number(),
		title: v.string(),
		order: v.number(),
		/** In seconds; 0 while it is empty. */
		lastModified: v.number(),
		/** Only Deck for Nextcloud 35 and later says which stack is the done column. */
		isDoneColumn: v.optional(v.boolean(), false),
		/** Missing without cards. */
		cards: v.optional(v.array(DeckCardSchema), () => []),
	}),
	v.transform(({ isDoneColumn, ...stack }) => ({ ...stack, isDone: isDoneColumn })),
)
export type DeckStack = v.InferOutput<typeof DeckStackSchema>

/** A board with its content, as of the `lastModified` of its row. */
export interface BoardSnapshot {
	row: DeckBoardRow
	stacks: DeckStack[]
	/** Whether a later change must show in `lastModified`: Deck counts in whole seconds, and this second has passed. */
	settled: boolean
}

/** A new card. */
export interface NewCard {
	stackId: number
	title: string
	/** Markdown. */
	description: string
	/** Place in its stack, from 0. */
	order: number
	duedate?: Date | null
	/** Ids of labels of the board. */
	labels?: number[]
}
