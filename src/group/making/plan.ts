/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BoardPlan, Mandate } from '../../board/models.ts'
import type { TeamPreset } from '../../settings/model.ts'

import { cut } from '../../shared/lib/cut.ts'
import { TEAM_NAME } from '../team.ts'

/** The plan for a group. It contains accounts, never an address or a telephone number. */
export interface GroupPlan {
	/** Created by the browser, once per plan: a lost answer creates no second group. */
	key: string
	title: string
	purpose: string
	mandate: Mandate
	join: TeamPreset
	/** Where it comes from. */
	minutes?: { id: number, position: number }
	/** Members who are asked to facilitate in addition to the creator; they join when they accept. */
	asked: number[]
	team: {
		/** Accounts that join immediately in addition to the creator: those who lead the team, and the others. */
		facilitators: string[]
		members: string[]
	}
	/** Slug of the model the board was planned with. */
	model: string | null
	/** null: the group wants no board. */
	board: BoardPlan | null
	/** `path` null: it cannot have a folder, for this reason. */
	folder: { path: string | null, reason?: string }
	/** Whether it wants a conversation in Talk. */
	talk: boolean
}

/** Teams numbers teams of the same name, and needs space for that. */
const NUMBER = 7

/** The group's title, within the limits of Teams. */
export function teamName(title: string): string {
	const name = title.replace(/\s+/g, ' ').trim()
	return cut(name.length < TEAM_NAME.min ? `Groupe ${name}` : name, TEAM_NAME.max - NUMBER)
}

/** Whether a team has this name; Teams numbers teams of the same name. */
export function matchesTeamName(found: string, name: string): boolean {
	return found === name || (found.startsWith(name) && /^ \(\d+\)$/.test(found.slice(name.length)))
}

/** Alternative path for a folder when the name is taken. */
export function folderPath(path: string, attempt: number): string {
	return attempt === 0 ? path : `${path} (${attempt + 1})`
}

/** The minimum number of calls for a plan, if nothing exists yet and nothing has to be saved: the measure for a run. */
export function minimumCalls({ team, board, folder, talk }: GroupPlan): number {
	const LABELS_OF_DECK = 4
	const cards = board?.stacks.reduce((sum, { cards }) => sum + cards.length, 0) ?? 0
	return 1 // the group
		+ 3 // the team, how one joins it, its description
		+ team.facilitators.length * 2 + team.members.length
		+ (board ? 1 + Math.max(LABELS_OF_DECK, board.labels.length) + board.stacks.length + cards + 1 : 0)
		+ 1 // whether the team has a folder of its own
		+ (folder.path === null ? 0 : 2)
		+ (talk ? 1 : 0)
		+ 1 // the group is open
}
