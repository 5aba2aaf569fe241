/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TeamPreset } from '../settings/model.ts'

import * as v from 'valibot'

/** Shortest and longest name in Teams, in characters. */
export const TEAM_NAME = { min: 3, max: 127 } as const

/** Levels in a team. A person who asked to join has none. */
export const LEVEL = { none: 0, member: 1, moderator: 4, admin: 8, owner: 9 } as const

/** Bits of a team's configuration: who finds it and how people join. */
const VISIBLE = 8
const OPEN = 16
const REQUEST = 64

/** The configuration of each preset: people must find the team to ask, and asking is joining with approval. */
export const TEAM_CONFIG: Record<TeamPreset, number> = {
	open: VISIBLE + OPEN,
	request: VISIBLE + OPEN + REQUEST,
	private: 0,
}

export const TeamMemberSchema = v.pipe(
	v.object({
		/** Of the membership, not of the account. */
		id: v.string(),
		userId: v.string(),
		/** Empty for accounts that no longer exist. */
		displayName: v.fallback(v.string(), ''),
		/** 1: an account; groups, mail addresses and other teams have other types. */
		userType: v.number(),
		level: v.number(),
		/** Member, Requesting, Invited, Blocked. */
		status: v.string(),
	}),
	v.transform(({ userId, displayName, ...member }) => ({ ...member, uid: userId, name: displayName || userId })),
)
export type TeamMember = v.InferOutput<typeof TeamMemberSchema>

const ROW = {
	/** 31 letters and digits. */
	id: v.string(),
	name: v.string(),
	description: v.string(),
	/** Bit field; non-members only get VISIBLE and OPEN. */
	config: v.number(),
	/** Number of members; 0 in the answer that creates it. */
	population: v.number(),
	/** In seconds; 0 in the answer that creates it. */
	creation: v.number(),
}

/** A team as the quick list has it. */
export const TeamRowSchema = v.object(ROW)
export type TeamRow = v.InferOutput<typeof TeamRowSchema>

export const TeamSchema = v.pipe(
	v.object({ ...ROW, owner: v.nullish(TeamMemberSchema), initiator: v.nullish(TeamMemberSchema) }),
	v.transform(({ owner, initiator, ...team }) => ({
		...team,
		/** Account name. */
		owner: owner?.uid ?? null,
		/** My membership; null: none. */
		me: initiator?.id ? initiator : null,
	})),
)
export type Team = v.InferOutput<typeof TeamSchema>
