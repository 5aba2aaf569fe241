/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Way } from '../message/model.ts'
import type { NewNotice, Notice, NoticeAudience, NoticeChanges, NoticeKind, NoticeMode } from './model.ts'
import type { Origin } from './origin.ts'

import { WAYS } from '../message/model.ts'
import { cut } from '../shared/lib/cut.ts'
import { daysOn } from '../shared/lib/dates.ts'
import { same } from '../shared/lib/same.ts'
import { NOTICE_KINDS, NOTICE_LIMITS } from './model.ts'

/** The fields of the form, in the order of the page. */
export const FIELDS = ['kind', 'title', 'text', 'mode', 'neededBy', 'territories', 'terms', 'free', 'groupId', 'audience', 'until'] as const
export type Field = typeof FIELDS[number]

type Place = Notice['territories'][number]

/** The editable fields of a notice. Values are replaced, never changed in place; empty days are not set. */
export interface Fields {
	kind: NoticeKind | ''
	title: string
	text: string
	mode: NoticeMode | ''
	neededBy: string
	territories: Place[]
	terms: string[]
	free: string
	groupId: number | null
	audience: NoticeAudience
	until: string
	/** For a new notice: the kept card of its author; null: I am the author. */
	memberId: number | null
	/** How that person gave the notice. */
	how: Way | ''
}

/** The request for a notice. */
export type Words = Omit<NoticeChanges, 'version'>

/** An item of a card. */
interface Item {
	text: string
	terms: string[]
}

/** The fields of a new notice. */
export function emptyFields(today: string): Fields {
	return { kind: '', title: '', text: '', mode: '', neededBy: '', territories: [], terms: [], free: '', groupId: null, audience: 'members', until: daysOn(today, NOTICE_LIMITS.days), memberId: null, how: '' }
}

/** A new notice with the kind, title and theme from the address of the form, and how its person gave it. */
export function fieldsOfAddress({ kind, title, term, how }: Record<string, unknown>, today: string): Fields {
	return {
		...emptyFields(today),
		kind: NOTICE_KINDS.find((one) => one === kind) ?? '',
		title: typeof title === 'string' ? cut(title.replace(/\s+/g, ' ').trim(), NOTICE_LIMITS.title) : '',
		terms: typeof term === 'string' && term !== '' ? [term] : [],
		how: WAYS.find((one) => one === how) ?? '',
	}
}

/** The form fields for a notice. */
export function fieldsOf(notice: Notice): Fields {
	const { kind, title, text, mode, neededBy, territories, terms, free, group, audience, until = '', by, how } = notice
	return { kind, title, text, mode: mode ?? '', neededBy: neededBy ?? '', territories, terms, free, groupId: group?.id ?? null, audience, until, memberId: by.id, how: how ?? '' }
}

/** The fields of a notice from an item of a card: its sentence, whole if it is too long for a title, its themes, and the home of its person. */
export function fieldsOfItem(part: Origin['part'], { text, terms }: Item, places: readonly Place[], today: string, isTerm: (word: string) => boolean): Fields {
	const title = cut(text.replace(/\s+/g, ' ').trim(), NOTICE_LIMITS.title)
	return {
		...emptyFields(today),
		kind: part === 'seeks' ? 'need' : 'offer',
		title,
		text: title === text.trim() ? '' : text.trim(),
		// Own words belong to the card: a notice is found by those of the network.
		terms: terms.filter(isTerm).slice(0, NOTICE_LIMITS.terms),
		territories: places.slice(0, 1),
	}
}

function tidied(fields: Fields, field: Field): unknown {
	const value = fields[field]
	switch (field) {
		case 'title':
			return fields.title.replace(/\s+/g, ' ').trim()
		case 'mode':
		case 'neededBy':
			return value === '' ? null : value
		case 'until':
			// It ends with the day it is needed by.
			return fields.neededBy || fields.until
		case 'audience':
			return fields.groupId === null ? 'members' : fields.audience
		default:
			return typeof value === 'string' ? value.trim() : value
	}
}

/** The fields in which two notices differ. */
export function changed(base: Fields, mine: Fields): Field[] {
	return FIELDS.filter((field) => !same(tidied(base, field), tidied(mine, field)))
}

/** The server sets the last day of what is needed by a day. */
function withoutFixed(mine: Fields, fields: readonly Field[]): Field[] {
	return fields.filter((field) => field !== 'until' || mine.neededBy === '')
}

/** The request: only changed fields, so that nothing else is overwritten; the audience belongs to its group. */
export function changesOf(base: Fields, mine: Fields): Words {
	const fields = changed(base, mine)
	const sent = fields.some((field) => field === 'groupId' || field === 'audience') ? [...fields, 'groupId', 'audience'] as Field[] : fields
	return Object.fromEntries(withoutFixed(mine, sent).map((field) => [field, tidied(mine, field)])) as Words
}

/** All fields of a notice, for a new one. */
export function allFields(mine: Fields): Omit<NewNotice, 'key' | 'from'> {
	return {
		...Object.fromEntries(withoutFixed(mine, FIELDS).map((field) => [field, tidied(mine, field)])) as Words & Pick<NewNotice, 'kind' | 'title'>,
		...mine.memberId === null ? {} : { memberId: mine.memberId, ...mine.how !== '' && { how: mine.how } },
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
	const taken = there.filter((field) => !here.includes(field))
	return {
		mine: { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) },
		conflicts: here.filter((field) => there.includes(field) && !same(tidied(mine, field), tidied(theirs, field))),
	}
}

/** The field that a refusal of the server names. */
export function fieldOf(place: string | undefined): Field | undefined {
	const name = place?.split('.')[0]
	return FIELDS.find((field) => field === name)
}
