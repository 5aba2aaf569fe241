/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Channel, EditableGroup, Group, Mandate } from './model.ts'

import { TEAM_PRESETS } from '../settings/model.ts'
import { countCharacters } from '../shared/lib/maxCharacters.ts'
import { same } from '../shared/lib/same.ts'
import { GROUP_LIMITS } from './model.ts'

/** The description of a group in one form, field by field. */
export const FIELDS = ['title', 'purpose', 'mayAdvance', 'mustNot', 'with', 'channel', 'join'] as const
export type Field = typeof FIELDS[number]

/** The same data as form fields: the lines of the mandate are one text. */
export type Fields = Record<Exclude<Field, 'channel' | 'join'>, string> & { channel: Channel | null, join: EditableGroup['join'] }

const lines = (text: string) => text.split('\n').map((line) => line.replace(/^[\s•*–-]+/, '').trim()).filter(Boolean)

/** The form fields for a group. */
export function fieldsOf({ title, purpose, mandate, channel, join }: Pick<Group, Exclude<keyof EditableGroup, 'seeks' | 'terms' | 'territories'>>): Fields {
	return {
		title,
		purpose,
		mayAdvance: mandate.mayAdvance.join('\n'),
		mustNot: mandate.mustNot.join('\n'),
		with: mandate.with.join('\n'),
		channel,
		join,
	}
}

/** Whether the person may open a group to more people: only its members may. */
export function mayOpen({ can, mine }: Pick<Group, 'can' | 'mine'>): boolean {
	return can.invite || mine?.state === 'active'
}

/** The join modes the person may choose. */
export function presetsFor(group: Pick<Group, 'can' | 'mine' | 'join'>): EditableGroup['join'][] {
	return mayOpen(group) ? [...TEAM_PRESETS] : TEAM_PRESETS.slice(TEAM_PRESETS.indexOf(group.join))
}

function tidy(fields: Fields): Fields {
	return {
		title: fields.title.replace(/\s+/g, ' ').trim(),
		purpose: fields.purpose.trim(),
		mayAdvance: lines(fields.mayAdvance).join('\n'),
		mustNot: lines(fields.mustNot).join('\n'),
		with: lines(fields.with).join('\n'),
		channel: fields.channel === null || fields.channel.value.trim() === '' ? null : { ...fields.channel, value: fields.channel.value.trim() },
		join: fields.join,
	}
}

/** The changed fields. */
export function changed(base: Fields, mine: Fields): Field[] {
	const [before, now] = [tidy(base), tidy(mine)]
	return FIELDS.filter((word) => !same(before[word], now[word]))
}

/** The request: only changed fields, so that nothing else is overwritten. */
export function changesOf(base: Fields, mine: Fields): Partial<EditableGroup> {
	const now = tidy(mine)
	const words = changed(base, mine)
	const mandate: Mandate = { mayAdvance: lines(now.mayAdvance), mustNot: lines(now.mustNot), with: lines(now.with) }
	return {
		...words.includes('title') ? { title: now.title } : {},
		...words.includes('purpose') ? { purpose: now.purpose } : {},
		...words.some((word) => word === 'mayAdvance' || word === 'mustNot' || word === 'with') ? { mandate } : {},
		...words.includes('channel') ? { channel: now.channel } : {},
		...words.includes('join') ? { join: now.join } : {},
	}
}

/**
 * Merges the person's input with what was stored in the meantime: a field changed on one side only takes that side's value.
 *
 * @return the merged fields, and those changed to different values on both sides
 */
export function reconcile(base: Fields, mine: Fields, theirs: Fields): { mine: Fields, conflicts: Field[] } {
	const here = changed(base, mine)
	const there = changed(base, theirs)
	const open = here.filter((word) => there.includes(word) && !same(tidy(mine)[word], tidy(theirs)[word]))
	const taken = there.filter((word) => !here.includes(word))
	return {
		mine: { ...mine, ...Object.fromEntries(taken.map((word) => [word, theirs[word]])) },
		conflicts: open,
	}
}

/** A web or mail address, as a channel; null if empty. */
export function channelOf(written: string): Channel | null {
	const value = written.trim()
	if (value === '') {
		return null
	}
	return /^[^\s@/]+@[^\s@/]+$/.test(value)
		? { kind: 'mail', value }
		: { kind: 'link', value: /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}` }
}

/** Texts of a column of the mandate that cannot be stored; null: none. */
export function lineProblem(text: string): 'too_many' | 'too_long' | null {
	const written = lines(text)
	if (written.length > GROUP_LIMITS.mandate) {
		return 'too_many'
	}
	return written.some((line) => countCharacters(line) > GROUP_LIMITS.mandateLine) ? 'too_long' : null
}
