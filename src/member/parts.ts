/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Audiences of a part, from the fewest to the most people. */
export const AUDIENCES = ['me', 'groups', 'members', 'public'] as const
export type Audience = typeof AUDIENCES[number]

/**
 * What a part contains: a text of one line, a text of several lines, things sought or offered, own words, ids of the
 * network's values or own words, ids of another list of its vocabulary or own words, territories, or ways to reach the person.
 */
export type Kind = 'line' | 'text' | 'items' | 'words' | 'values' | 'terms' | 'places' | 'contact'

interface Row {
	kind: Kind
	/** Most characters of a text, most entries of a list. */
	max: number
	/** The section of the editor with its field, where its audience is set. */
	section: string
	/** Its default audience. */
	audience: Audience
	/** Shown over the whole width of the card. */
	wide?: true
}

/**
 * The parts of a card with a separate audience, under the names of the import format, in the order of the card, the
 * editor and tables. The telephone is stored inside `contact` and shown separately. A new part is a row here and in
 * lib/Member/Card/Part.php, and its words in words.ts and CardWords.php; both tables are held to
 * tests/fixtures/rules/card-parts.json.
 */
export const ROWS = {
	headline: { kind: 'line', max: 80, section: 'name', audience: 'members' },
	drives: { kind: 'text', max: 4000, section: 'drives', audience: 'members', wide: true },
	seeks: { kind: 'items', max: 20, section: 'seeks', audience: 'members', wide: true },
	offers: { kind: 'items', max: 20, section: 'offers', audience: 'members', wide: true },
	skills: { kind: 'words', max: 30, section: 'skills', audience: 'members' },
	values: { kind: 'values', max: 24, section: 'values', audience: 'members' },
	territories: { kind: 'places', max: 30, section: 'standpoint', audience: 'members' },
	sectors: { kind: 'terms', max: 16, section: 'standpoint', audience: 'members' },
	trades: { kind: 'words', max: 30, section: 'standpoint', audience: 'members' },
	organisation: { kind: 'line', max: 120, section: 'standpoint', audience: 'members' },
	role: { kind: 'line', max: 120, section: 'standpoint', audience: 'members' },
	languages: { kind: 'words', max: 30, section: 'standpoint', audience: 'members' },
	networks: { kind: 'words', max: 30, section: 'networks', audience: 'members' },
	availability: { kind: 'text', max: 500, section: 'availability', audience: 'members' },
	limits: { kind: 'text', max: 500, section: 'availability', audience: 'members' },
	contact: { kind: 'contact', max: 0, section: 'contact', audience: 'groups' },
	phone: { kind: 'contact', max: 0, section: 'phone', audience: 'me' },
} as const satisfies Record<string, Row>

export type Part = keyof typeof ROWS
export type Audiences = Record<Part, Audience>
export type Section = typeof ROWS[Part]['section']

/** The parts of these kinds. */
export type PartOf<K extends Kind> = { [P in Part]: typeof ROWS[P]['kind'] extends K ? P : never }[Part]
/** The parts stored in the card itself, without contact and telephone. */
export type CardPart = PartOf<Exclude<Kind, 'contact'>>

export const PARTS = Object.keys(ROWS) as Part[]

/** The parts of these kinds, in the order of the card. */
export function partsOf<K extends Kind>(...kinds: K[]): PartOf<K>[] {
	return PARTS.filter((part): part is PartOf<K> => isOf(part, ...kinds))
}

/** Whether something is a part of one of these kinds. */
export function isOf<K extends Kind>(part: string, ...kinds: K[]): part is PartOf<K> {
	return Object.hasOwn(ROWS, part) && (kinds as Kind[]).includes(ROWS[part as Part].kind)
}

/** Whether a part is shown over the whole width of the card. */
export function isWide(part: Part): boolean {
	return 'wide' in ROWS[part]
}

/** Parts only people have. */
const OF_PEOPLE: readonly Part[] = ['skills', 'trades', 'organisation', 'role', 'languages']

/** Whether an editor has a field for a part, for a person or an organisation. */
export function isAsked(part: Part, organisation: boolean): boolean {
	return !organisation || !OF_PEOPLE.includes(part)
}

export const CARD_PARTS = PARTS.filter((part): part is CardPart => !isOf(part, 'contact'))

/** The default audience of a part. */
export const DEFAULT_AUDIENCES = Object.fromEntries(PARTS.map((part) => [part, ROWS[part].audience])) as Audiences

/** The sections of the editor in their order, with the parts whose audience is set there; `phone` is inside `contact`. */
export const SECTIONS = Object.fromEntries(PARTS.map((part) => ROWS[part].section)
	.map((section) => [section, PARTS.filter((part) => ROWS[part].section === section)])) as Record<Section, Part[]>

/** The audience of several parts, `mixed` where they differ. */
export function commonAudience(parts: readonly Part[], chosen: Audiences): Audience | 'mixed' {
	const audiences = new Set(parts.map((part) => chosen[part]))
	const [first] = audiences
	return audiences.size === 1 && first !== undefined ? first : 'mixed'
}
