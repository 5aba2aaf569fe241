/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../parse/reading.ts'
import type { OrdinaryPlan, PlannedCard } from './model.ts'
import type { OrdinaryReading } from './read/reading.ts'

import { DECK_LIMITS } from '../../board/model.ts'
import { folderName } from '../../group/folderName.ts'
import { cut } from '../../shared/lib/cut.ts'
import { fold } from '../../shared/lib/fold.ts'
import { withoutContacts } from '../contacts.ts'
import { MINUTES_LIMITS } from '../model.ts'

/** The outcome of a line: a separate card, a point of the note with all decisions, or nothing. */
export const BECOMES = ['card', 'note', 'nothing'] as const
export type Becomes = typeof BECOMES[number]

/** Characters of a title in the name of its file: Files counts bytes, and the day comes with it. */
const NAME = 70

export interface DraftLine {
	id: number
	kind: 'decision' | 'action'
	text: string
	becomes: Becomes
	/** The member of the group it is assigned to, by the id of their card; 0: nobody. */
	member: number
	/** The name in the text, if it is nobody of the group. */
	named: string
	/** YYYY-MM-DD, or empty. */
	due: string
	lines: Lines
}

export interface DraftMeeting {
	wanted: boolean
	day: string
	/** HH:MM, or empty. */
	time: string
	place: string
	lines: Lines | null
}

/** Ordinary minutes while a person corrects them. */
export interface OrdinaryDraft {
	title: string
	/** Day of the meeting; empty: unknown. */
	date: string
	lines: DraftLine[]
	meeting: DraftMeeting
	present: string[]
	/** Whether the names of the people present are in the sheet. */
	keepPresent: boolean
	/** Whether the text is put into the library. */
	keepText: boolean
	/** List of the board for the cards. */
	stack: string
}

/** A member of the group who can be assigned a card. */
export interface GroupPerson {
	/** Id of their card. */
	id: number
	name: string
}

/** The only person of the group with a name; null if several or none have it. */
export function personOf(name: string, people: readonly GroupPerson[]): GroupPerson | undefined {
	const wanted = fold(name)
	const whole = people.filter((one) => fold(one.name) === wanted)
	const found = whole.length > 0 ? whole : people.filter((one) => fold(one.name).split(' ')[0] === wanted)
	return found.length === 1 ? found[0] : undefined
}

/** The initial draft for a reading. A card has one person: the others stay in its text. */
export function draftOf(reading: OrdinaryReading, people: readonly GroupPerson[], title: string): OrdinaryDraft {
	let id = 0
	const actions = reading.actions.map(({ who, what, due, lines }): DraftLine => {
		const persons = who.map((name) => personOf(name, people))
		const first = persons.findIndex((person) => person !== undefined)
		return { id: ++id, kind: 'action', text: what, becomes: 'card', member: persons[first]?.id ?? 0, named: who.filter((_, at) => at !== first).join(', '), due: due ?? '', lines }
	})
	const decisions = reading.decisions.map(({ text, lines }): DraftLine => ({ id: ++id, kind: 'decision', text, becomes: 'note', member: 0, named: '', due: '', lines }))
	const { meeting } = reading
	return {
		title: cut(title, MINUTES_LIMITS.title),
		date: reading.date ?? '',
		lines: [...decisions, ...actions],
		meeting: { wanted: meeting !== null && meeting.day !== null, day: meeting?.day ?? '', time: meeting?.time ?? '', place: meeting?.place ?? '', lines: meeting?.lines ?? null },
		present: reading.present.map(({ name }) => name),
		keepPresent: false,
		keepText: true,
		stack: '',
	}
}

/** A text of the plan: without addresses and phone numbers, in one line. */
function line(text: string): string {
	return withoutContacts(text.replace(/\s+/g, ' ').trim())
}

function card(text: string, { member = 0, named = '', due = '' }: Partial<DraftLine> = {}): PlannedCard {
	const whole = line(named.trim() === '' ? text : `${text} (${named})`)
	const title = cut(whole, DECK_LIMITS.card)
	return { title, description: title === whole ? '' : whole, member: member || null, due: due || null, made: null }
}

/** Texts of the created things, in the language of the page. */
export interface PlanWords {
	/** Title of the card with all decisions. */
	decisions: string
	present: string
}

/** The plan for a draft in a group, with or without a board and a folder. */
export function planOf(draft: OrdinaryDraft, text: string, words: PlanWords): OrdinaryPlan {
	const lines = draft.lines.filter(({ text, becomes }) => becomes !== 'nothing' && text.trim() !== '')
	const notes = lines.filter(({ becomes }) => becomes === 'note')
	const { meeting } = draft
	const cards = lines.filter(({ becomes }) => becomes === 'card').map((one) => card(one.text, one))
	if (notes.length > 0) {
		cards.unshift({ ...card(words.decisions), description: notes.map(({ text, named }) => `- ${line(named ? `${text} (${named})` : text)}`).join('\n') })
	}
	return {
		cards,
		stack: line(draft.stack),
		meeting: meeting.wanted && meeting.day !== '' ? { day: meeting.day, time: meeting.time || null, place: line(meeting.place), made: null } : null,
		file: draft.keepText
			? { name: fileName(draft), text: withoutContacts(text), summary: draft.keepPresent && draft.present.length > 0 ? line(`${words.present} ${draft.present.join(', ')}`) : '', made: null }
			: null,
		begun: [],
		left: [],
	}
}

/** A name that Files always accepts. */
function fileName({ title, date }: OrdinaryDraft): string {
	const name = folderName(cut(line(title), NAME)) || date || 'CR'
	return `${date !== '' && !name.includes(date) ? `${date} ` : ''}${name}.md`
}
