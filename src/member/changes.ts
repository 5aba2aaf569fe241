/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CardChanges, Item, Member, Parts } from './model.ts'
import type { Audiences, CardPart, Part } from './parts.ts'

import { LIMITS } from './model.ts'
import { CARD_PARTS, DEFAULT_AUDIENCES, PARTS, partsOf, ROWS } from './parts.ts'

type AudienceField = `audience.${Part}`

const CONTACT = ['email', 'phone', 'website'] as const
const PART_TEXTS = partsOf('line', 'text')
const TEXTS = ['name', ...PART_TEXTS, ...CONTACT] as const
const ITEMS = partsOf('items')
const WORDS = partsOf('words', 'values', 'terms')
const PLACES = partsOf('places')
export type TextField = typeof TEXTS[number]

/**
 * A card while it is edited: all fields are present, empty if not filled, and flat, so that comparing, merging and keeping
 * a draft work the same for all of them. Values are replaced, never changed in place: cards share them.
 */
export type Card = Record<TextField, string> & Parts & Record<AudienceField, Audiences[Part]>
export type Field = keyof Card

const AUDIENCE_FIELDS: ReadonlyMap<string, Part> = new Map(PARTS.map((part) => [audienceField(part), part]))

export const FIELDS: readonly Field[] = [...TEXTS, ...ITEMS, ...WORDS, ...PLACES, ...PARTS.map(audienceField)]

/** Most characters of a text, most entries of a list. */
export function roomOf(field: TextField | CardPart): number {
	return isCardPart(field) ? ROWS[field].max : LIMITS[field]
}

/** Why something cannot be saved, as a reason of the server. */
export interface Breach {
	/** Path in the edited card: `seeks.2.text`. */
	path: string
	reason: 'too_long' | 'too_many' | 'name_missing'
	max: number
	/** Number of characters or entries. */
	length: number
}

/** A card to be edited. */
export function cardOf(member: Member): Card {
	const { contact = {}, audience = DEFAULT_AUDIENCES } = member
	return {
		name: member.name,
		...fromEntries(PART_TEXTS, (part) => member[part] ?? ''),
		...fromEntries(CONTACT, (field) => contact[field] ?? ''),
		...fromEntries([...ITEMS, ...WORDS, ...PLACES], (part) => member[part] ?? []),
		...Object.fromEntries(PARTS.map((part) => [audienceField(part), audience[part]])),
	} as Card
}

/** The value of a field as it is sent: trimmed, without empty lines, a web address with its scheme. */
export function clean<F extends Field>(field: F, value: Card[F]): Card[F] {
	if (isOneOf(ITEMS, field)) {
		return (value as Item[])
			.filter(({ text }) => text.trim() !== '')
			.map(({ text, terms, kind, about }) => ({ text: text.trim(), terms, ...kind && { kind }, ...about && { about } })) as Card[F]
	}
	if (!isOneOf(TEXTS, field)) {
		return value
	}
	const text = (value as string).trim()
	return (field === 'website' && text !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(text) ? `https://${text}` : text) as Card[F]
}

/** Whether two values of a field are equal once sent. */
export function same<F extends Field>(field: F, a: Card[F], b: Card[F]): boolean {
	return a === b || JSON.stringify(clean(field, a)) === JSON.stringify(clean(field, b))
}

/** The fields in which two cards differ. */
export function changedFields(a: Card, b: Card): Field[] {
	return FIELDS.filter((field) => !same(field, a[field], b[field]))
}

/** Copies one field of a card to another. */
export function copy<F extends Field>(field: F, from: Pick<Card, F>, to: Pick<Card, F>): void {
	to[field] = from[field]
}

/**
 * What to ask the server for.
 *
 * @param base the stored card: contact is sent as a whole, and what is not among `fields` stays
 * @param mine the card as it is edited
 * @param fields the fields to save
 */
export function changesOf(base: Card, mine: Card, fields: readonly Field[]): CardChanges {
	const audience = fields.flatMap((field) => {
		const part = audiencePart(field)
		return part ? [[part, mine[field]]] : []
	})
	const contact = fields.filter((field) => isOneOf(CONTACT, field))
	const others = fields.filter((field) => !isOneOf(CONTACT, field) && !audiencePart(field))
	return {
		...Object.fromEntries(others.map((field) => [field, clean(field, mine[field])])),
		...contact.length > 0 && {
			contact: fromEntries(CONTACT, (field) => (contact.includes(field) ? clean(field, mine[field]) : base[field]) || null),
		},
		...audience.length > 0 && { audience: Object.fromEntries(audience) },
	}
}

/** The audience of each part of an edited card. */
export function audiencesOf(card: Card): Audiences {
	return fromEntries(PARTS, (part) => card[audienceField(part)])
}

/** The field that holds the audience of a part. */
export function audienceField(part: Part): AudienceField {
	return `audience.${part}`
}

/** The part whose audience a field holds; undefined for any other field. */
export function audiencePart(field: string): Part | undefined {
	return AUDIENCE_FIELDS.get(field)
}

/** Characters as people and the server count them: an emoji outside the BMP is one, not two. */
export function characters(text: string): number {
	return [...text].length
}

/** Everything in a card that would be refused. */
export function breaches(card: Card): Breach[] {
	const found: Breach[] = card.name.trim() === '' ? [{ path: 'name', reason: 'name_missing', max: LIMITS.name, length: 0 }] : []
	const check = (path: string, reason: Breach['reason'], length: number, max: number) => {
		if (length > max) {
			found.push({ path, reason, max, length })
		}
	}
	for (const field of TEXTS) {
		check(field, 'too_long', characters(clean(field, card[field])), roomOf(field))
	}
	for (const field of [...ITEMS, ...WORDS, ...PLACES]) {
		check(field, 'too_many', clean(field, card[field]).length, roomOf(field))
	}
	for (const field of ITEMS) {
		card[field].forEach(({ text, terms }, index) => {
			check(`${field}.${index}.text`, 'too_long', characters(text.trim()), LIMITS.itemText)
			check(`${field}.${index}.terms`, 'too_many', terms.length, LIMITS.itemTerms)
			terms.forEach((term, at) => check(`${field}.${index}.terms.${at}`, 'too_long', characters(term), LIMITS.word))
		})
	}
	for (const field of WORDS) {
		card[field].forEach((word, index) => check(`${field}.${index}`, 'too_long', characters(word), LIMITS.word))
	}
	return found
}

/** The field for a path named by the server: `seeks.0.text` in `seeks`, `contact.email` in `email`. */
export function fieldOf(path: string): Field | undefined {
	const [first, second] = path.split('.')
	const name = first === 'contact' ? second ?? 'email' : audiencePart(path) ? path : first
	return FIELDS.find((field) => field === name)
}

/**
 * The path named by the server in the edited card, which has empty lines the server never saw.
 *
 * @param path path from the server
 * @param card the card as it was sent
 */
export function localPath(path: string, card: Card): string {
	const [field, index, ...rest] = path.split('.')
	if (field === 'contact') {
		return [index, ...rest].join('.')
	}
	if (!isOneOf(ITEMS, field) || index === undefined) {
		return path
	}
	const lines = card[field].flatMap(({ text }, position) => text.trim() === '' ? [] : [position])
	return [field, lines[Number(index)] ?? index, ...rest].join('.')
}

function isCardPart(field: string): field is CardPart {
	return isOneOf(CARD_PARTS, field)
}

function isOneOf<const T extends readonly string[]>(list: T, value: string | undefined): value is T[number] {
	return value !== undefined && list.includes(value)
}

function fromEntries<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
	return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
}
