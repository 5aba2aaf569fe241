/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BoardModel } from '../../board/models/model.ts'
import type { Group, RosterRow } from '../model.ts'
import type { GroupPlan } from './plan.ts'

import { boardPlan } from '../../board/models.ts'
import { folderName } from '../folderName.ts'

/** What the creation of a group needs in addition to its own data. */
export interface PlanContext {
	/** The network's models of boards. */
	models: readonly BoardModel[]
	/** Folder of the library, as a path in Files; empty if none was chosen. */
	library: string
	/** Slug of the model for a group without a saved one; null: it wants no board. */
	model: string | null
	/** Account of the creator. */
	me: string
	/** Whether it wants a conversation in Talk. */
	talk: boolean
}

/** Folder of a group in the library; none if no library is chosen. */
export function folderOf(title: string, library: string): GroupPlan['folder'] {
	const root = library.replace(/^\/+|(?<!\/)\/+$/g, '')
	return root === '' ? { path: null, reason: 'no_library' } : { path: `/${root}/${folderName(title)}` }
}

/** The model saved with a group; undefined if it has none, or the network no longer has it. */
export function modelOf({ making }: Pick<Group, 'making'>, models: readonly BoardModel[]): BoardModel | undefined {
	return models.find(({ slug }) => slug === making?.model)
}

/** Plan for a group that was not read from minutes: the group has all of it, so any browser can resume it. */
export function planOfGroup(group: Group, roster: readonly RosterRow[], { models, model: chosen, library, me, talk }: PlanContext): GroupPlan {
	const { title, purpose, mandate, join } = group
	const model = modelOf(group, models) ?? models.find(({ slug }) => slug === chosen)
	const accounts = roster.filter(({ state, member }) => state === 'active' && member.uid !== null && member.uid !== me)
	const uids = (facilitating: boolean) => accounts.filter(({ facilitates }) => facilitates === facilitating).map(({ member }) => member.uid!)
	return {
		key: `group-${group.id}`,
		title,
		purpose,
		mandate,
		join,
		asked: [],
		team: { facilitators: uids(true), members: uids(false) },
		model: model?.slug ?? null,
		board: model ? boardPlan(model, { title, mandate, sections: [], followUps: [] }) : null,
		folder: folderOf(title, library),
		talk,
	}
}
