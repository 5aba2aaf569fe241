/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BoardModel } from '../../board/models/model.ts'
import type { Column } from '../parse/reading.ts'
import type { Draft, Group, Point } from './draft.ts'

import * as v from 'valibot'
import { boardPlan } from '../../board/models.ts'
import { GROUP_LIMITS, MandateSchema } from '../../group/model.ts'
import { cut } from '../../shared/lib/cut.ts'
import { countCharacters } from '../../shared/lib/maxCharacters.ts'
import { withoutContacts } from '../contacts.ts'
import { MINUTES_LIMITS } from '../model.ts'
import { COLUMNS } from '../parse/reading.ts'
import { allSections, keptGroups } from './draft.ts'

const BoardPlanSchema = v.object({
	title: v.string(),
	color: v.string(),
	labels: v.array(v.object({ title: v.string(), color: v.string() })),
	stacks: v.array(v.object({
		title: v.string(),
		cards: v.array(v.object({ title: v.string(), description: v.string(), labels: v.array(v.string()), due: v.optional(v.string()) })),
	})),
})

/** The plan for one group: no address, no phone number, nobody of its roster. */
const PlannedGroupSchema = v.object({
	/** Index among the groups of the plan. */
	position: v.number(),
	title: v.string(),
	mandate: MandateSchema,
	/** Slug of the board's model. */
	model: v.nullable(v.string()),
	board: v.nullable(BoardPlanSchema),
	/** Number of people in its roster. */
	people: v.number(),
})
export type PlannedGroup = v.InferOutput<typeof PlannedGroupSchema>

/** The plan as it is stored with the minutes. */
export const MinutesPlanSchema = v.object({
	groups: v.array(PlannedGroupSchema),
})
export type MinutesPlan = v.InferOutput<typeof MinutesPlanSchema>

/** Digits of a phone number; fewer may be a year or an amount. */
const SHORTEST_NUMBER = 8

export const TITLE_LENGTH = GROUP_LIMITS.title

/** Corrections required before anything is created; `group` null: there is none, or there are too many. */
export type PlanProblem = { group: string | null, why: 'title_missing' | 'title_long' | 'no_groups' | 'too_many_groups' }

/** Why the plan cannot be carried out yet, in the order of the groups. */
export function planProblems(draft: Draft): PlanProblem[] {
	const groups = keptGroups(draft)
	if (groups.length === 0 || groups.length > MINUTES_LIMITS.groups) {
		return [{ group: null, why: groups.length === 0 ? 'no_groups' : 'too_many_groups' }]
	}
	return groups.flatMap(({ id, title }): PlanProblem[] => {
		const length = countCharacters(withoutContacts(title).trim())
		return length === 0 ? [{ group: id, why: 'title_missing' }] : length > GROUP_LIMITS.title ? [{ group: id, why: 'title_long' }] : []
	})
}

/** The plan for the groups that are kept. */
export function planOf(draft: Draft, models: readonly BoardModel[]): MinutesPlan {
	const groups = keptGroups(draft).map((group, position): PlannedGroup => {
		const model = models.find(({ slug }) => slug === group.model) ?? null
		const title = withoutContacts(group.title).trim()
		const mandate = columns((column) => texts(group.mandate[column]))
		return {
			position,
			title,
			mandate: columns((column) => mandate[column].slice(0, GROUP_LIMITS.mandate).map((text) => cut(text, GROUP_LIMITS.mandateLine))),
			model: model?.slug ?? null,
			board: model && boardPlan(model, {
				title,
				mandate,
				sections: group.sections.map(({ heading, points, stack }) => ({ heading: withoutContacts(heading), items: cardTexts(points), stack })),
				followUps: cardTexts(group.followUps.points),
				followUpsStack: group.followUps.stack,
			}),
			people: group.roster.length,
		}
	})
	// Checks everything again: two joined lines may form a number, and an address from a roster is recognised in any context.
	const hide = withoutKnown(draft)
	return everyText({ groups }, (text) => withoutContacts(hide(text))) as MinutesPlan
}

/** The name of a file without its ending, as a title; empty if it is not usable. */
export function titleOf(file: string): string {
	return cut(withoutContacts(file.replace(/\.[a-z0-9]{1,8}$/i, '').replace(/[_\s]+/g, ' ')).trim(), MINUTES_LIMITS.title)
}

/** Number of points that become cards. */
export function cardCount(group: Group): number {
	return group.model === null ? 0 : allSections(group).reduce((sum, { points }) => sum + cardTexts(points).length, 0)
}

function columns<T>(of: (column: Column) => T): Record<Column, T> {
	return Object.fromEntries(COLUMNS.map((column) => [column, of(column)])) as Record<Column, T>
}

function texts(points: readonly Point[]): string[] {
	return points.map(({ text }) => withoutContacts(text))
}

function cardTexts(points: readonly Point[]): string[] {
	return texts(points.filter(({ card }) => card))
}

/** Removes the addresses and numbers of the rosters from a text. */
function withoutKnown({ people }: Draft): (text: string) => string {
	const patterns = people.flatMap(({ email, phone }) => [
		...email.trim() === '' ? [] : [email.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')],
		...phone.replace(/\D/g, '').length < SHORTEST_NUMBER ? [] : [phone.replace(/\D/g, '').split('').join('[\\s.\\-/()]*')],
	])
	const all = new RegExp(patterns.join('|'), 'gi')
	return (text) => patterns.length === 0 ? text : text.replace(all, '…')
}

function everyText(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') {
		return change(value)
	}
	if (Array.isArray(value)) {
		return value.map((one) => everyText(one, change))
	}
	return value !== null && typeof value === 'object'
		? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, everyText(one, change)]))
		: value
}
