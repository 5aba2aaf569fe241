/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Position in the source: first and last line, counted from 0 as split by `sourceLines`. */
export interface Lines {
	from: number
	to: number
}

/** A text with its place. */
export interface Placed {
	text: string
	lines: Lines
}

export interface Section {
	heading: string
	/** Lines of the heading alone. */
	lines: Lines
	items: Placed[]
}

/** The columns of the mandate grid, in its order. */
export const COLUMNS = ['mayAdvance', 'mustNot', 'with'] as const
export type Column = typeof COLUMNS[number]

export interface Mandate extends Record<Column, Placed[]> {
	/** Answers without a certain column: a person assigns them. */
	unplaced: Placed[]
	/** Lines of the whole grid with its headings; null without one. */
	lines: Lines | null
}

/** A person who signed up. Addresses and phone numbers are in the source as they are here, except for the repairs in their warnings. */
export interface RosterEntry {
	name?: string
	email?: string
	/** In groups of two digits. */
	phone?: string
	/** Organisation or remark. */
	note?: string
	/** Further addresses and telephones on the same line. */
	otherEmails?: string[]
	otherPhones?: string[]
	lines: Lines
}

/** Every possible warning. */
export const WARNING_CODES = [
	/** Illegible number of the group: the text has `read`, `number` follows from the other groups, `likely` from the letter alone. */
	'number-misread',
	/** The number of people differs from the announced one. */
	'count-mismatch',
	/** « 3 à 4 personnes »: the larger number was taken. */
	'count-range',
	/** « une vingtaine »: no number was taken. */
	'count-vague',
	'missing-email',
	'missing-name',
	/** Only a first name, or an initial. */
	'name-incomplete',
	/** All columns of the grid, or those named, are marked as empty or are empty. */
	'table-unfilled',
	'mandate-absent',
	/** The columns overlapped; the reading is a guess. */
	'columns-merged',
	'two-emails',
	'two-phones',
	/** A blank, a bar or a name glued to the address was removed. */
	'address-repaired',
	/** The list and the page footer, or two groups, have different addresses. */
	'address-conflict',
	/** Another group spells the address of this name differently. */
	'address-elsewhere',
	/** There is an illegible address: none was read. */
	'address-unreadable',
	/** It had letters instead of digits. */
	'phone-repaired',
	'phone-regrouped',
	/** Too many or too few digits: none was read. */
	'phone-unreadable',
	/** A lone letter or sign was left out. */
	'stray-mark',
	/** Named twice in the group, counted once. */
	'person-twice',
	/** A section contains an address or a phone number. */
	'contact-in-text',
	/** No heading names a group: the whole text was read as one. */
	'group-unmarked',
	/** These lines could as well be of another kind. */
	'uncertain',
] as const
export type WarningCode = typeof WARNING_CODES[number]

interface WarningData {
	'number-misread': { read: string, number: number | null, likely: number | null }
	'count-mismatch': { declared: number, found: number }
	'count-range': { read: string, found: number }
	'count-vague': { read: string }
	'table-unfilled': { columns: Column[] }
	'two-emails': { entry: number, other: string }
	'two-phones': { entry: number, other: string }
	'address-repaired': { entry: number, read: string, address: string }
	/** `footer` is null where another group has the address that was kept. */
	'address-conflict': { entry: number, listed: string, footer: string | null, kept: string }
	'address-elsewhere': { entry: number, other: string }
	'address-unreadable': { entry: number, read: string }
	'phone-repaired': { entry: number, read: string, phone: string }
	'phone-regrouped': { entry: number, read: string, phone: string }
	'phone-unreadable': { entry: number, read: string }
	'stray-mark': { entry: number, read: string }
	'missing-email': { entry: number }
	'missing-name': { entry: number }
	'name-incomplete': { entry: number }
	'person-twice': { entry: number }
}

/** What a person should check: a code, its position, and the data of its sentence. `entry` is an index in the roster. */
export type Warning = {
	[Code in WarningCode]: { code: Code, lines: Lines } & (Code extends keyof WarningData ? WarningData[Code] : unknown)
}[WarningCode]

export interface GroupReading {
	/** From its heading to its last line. */
	lines: Lines
	/** Null if it is uncertain. */
	number: number | null
	title: Placed
	sections: Section[]
	mandate: Mandate
	/** Follow-ups, in addition to the roster. */
	followUps: Placed[]
	roster: RosterEntry[]
	/** The number of people in the text; null without one, or if it is inexact. */
	declaredCount: number | null
	/** The lines of the count. */
	countLines: Lines | null
	warnings: Warning[]
}

/** One person, wherever they signed up. */
export interface Person {
	name?: string
	email?: string
	phone?: string
	/** Indexes in `groups` and in that group's roster. */
	in: { group: number, entry: number }[]
}

/** A mentioned day; the year only if it is written. */
export interface NamedDate extends Placed {
	day: number
	month: number
	year: number | null
}

/** The possible kinds of a line. */
export const LINE_KINDS = [
	/** The title of a group, where it begins. */
	'group',
	/** The rest of that title, on a separate line. */
	'title',
	/** The heading of a section. */
	'heading',
	'point',
	/** A point below a point. */
	'detail',
	/** More of the previous line. */
	'continuation',
	/** The title of the mandate, or the heading of its columns. */
	'mandateHeading',
	/** Answers of its columns. */
	'mayAdvance',
	'mustNot',
	'with',
	/** A line of several columns side by side. */
	'mandateRow',
	/** The heading of follow-ups. */
	'followUpHeading',
	'followUp',
	/** Above a list of people: its heading, or their number. */
	'roster',
	'person',
	'nothing',
] as const
export type LineKind = typeof LINE_KINDS[number]

/** The kind of a line, or of a table cell. */
export interface LineReading {
	/** Its index in the source; the cells of a row have the same. */
	line: number
	/** Without its mark. */
	text: string
	kind: LineKind
	/** How far the next best reading of the whole text is; null if a person gave the kind, or if nothing was to decide. */
	margin: number | null
}

/** Kinds given by a person, by line: for a whole line, or for each of its cells (null: as it is read). */
export type GivenKinds = ReadonlyMap<number, LineKind | readonly (LineKind | null)[]>

/** The reading of minutes. */
export interface Reading {
	/** Every line that is not blank, in the order of the source. */
	lines: LineReading[]
	groups: GroupReading[]
	people: Person[]
	/** Tools by their usual names, each once per place. */
	tools: Placed[]
	dates: NamedDate[]
}

/** The range from the first to the last line. */
export function span(...places: readonly Lines[]): Lines {
	return {
		from: places.reduce((first, { from }) => Math.min(first, from), Infinity),
		to: places.reduce((last, { to }) => Math.max(last, to), -Infinity),
	}
}
