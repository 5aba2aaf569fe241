/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Table } from '../../shared/lib/readTable.ts'
import type { OwnTitles } from './mapping.ts'

import { MAX_COLUMNS, tableOf } from '../../shared/lib/readTable.ts'

/** Programs whose exports are supported: YesWiki (Bazar), GoGoCarto as JSON or GeoJSON, and any other GeoJSON. */
export const FOREIGN = ['bazar', 'gogocarto', 'geojson'] as const
export type ForeignSource = typeof FOREIGN[number]

export interface Foreign {
	source: ForeignSource
	/** A column for each field that has some text. */
	table: Table
	/** The content of its columns, by their folded titles. */
	titles: OwnTitles
	/** Fields that only name other entries of the file. */
	references: string[]
}

type Fields = Record<string, unknown>

/** Deepest level of nested fields that is read. */
const MOST_DEPTH = 3
/** Longest text of a field, in characters: longer ones are pictures and programs. */
const MOST_TEXT = 20_000

/** Internal fields of these programs: places on a map, days, states, pictures, pages. */
const TECHNICAL = /^(?:geo|geometry|geolocation|bf_latitude|bf_longitude|carte_google|coordinates|html_data|html_output|semantic|antispam|images?|files?|createdat|updatedat|status|moderationstate|statut_fiche|date_\w+|createur|owner|user|id_typeannonce|sourcekey|searchscore|optionvalues|categoriesfull|stamps|aggregatedfrom\w*|url|cloned|addresscountry|bf_pays|customformatedaddress)$/i

/** The town and postal code of an address. */
const TOWN = /^(?:addresslocality|(?:bf_)?(?:ville|commune|town|city))$/i
const POSTAL_CODE = /^(?:postalcode|(?:bf_)?(?:code_?postal|codepostal|cp))$/i
const STREET = /^(?:streetaddress|streetnumber|(?:bf_)?adresse\d*)$/i

/** The content of fields of these programs, by their folded names. */
export const FOREIGN_TITLES: OwnTitles = new Map([
	['titre', 'name'],
	['name', 'name'],
	['nom de la fiche', 'name'],
	['id', 'id'],
	['place', 'territories'],
	['description', 'drives'],
	['abstract', 'headline'],
	['mail', 'email'],
	['telephone', 'phone'],
	['site internet', 'website'],
	['siteweb', 'website'],
])

/** An export of another program; null: it is none, `compact`: it contains only places on a map. */
export function readForeign(data: unknown): Foreign | 'compact' | null {
	if (!isFields(data) && !Array.isArray(data)) {
		return null
	}
	if (isFields(data) && data.type === 'FeatureCollection' && Array.isArray(data.features)) {
		const features = data.features.filter(isFields)
		return foreign('geojson', features.map(({ id, properties }) => ({ ...id !== undefined && { id }, ...isFields(properties) ? properties : {} })))
	}
	if (isFields(data) && typeof data.ontology === 'string' && Array.isArray(data.data)) {
		return data.data.length > 0 && data.data.every(Array.isArray) ? 'compact' : foreign('gogocarto', data.data.filter(isFields))
	}
	// A list of entries, or each under its id.
	const entries = Object.values(data).filter(isFields)
	return entries.some(({ id_fiche: id }) => typeof id === 'string') ? foreign('bazar', entries) : null
}

function foreign(source: ForeignSource, entries: readonly Fields[]): Foreign {
	const ids = new Set(entries.flatMap((entry) => idOf(entry) ?? []))
	const flat = entries.map((entry) => flattened(source, entry))
	const fields = [...new Set(flat.flatMap((entry) => [...entry.keys()]))]
	if (fields.length > MAX_COLUMNS) {
		// A cell for each field of each entry would be too many.
		return { source, table: { headings: [], rows: [], width: 0, problem: { kind: 'too_many_columns' } }, titles: FOREIGN_TITLES, references: [] }
	}
	const references = fields.filter((field) => field !== 'id' && isReference(flat.map((entry) => entry.get(field) ?? ''), ids))
	const shown = fields.filter((field) => !references.includes(field))
	const rows = flat.map((entry, i) => ({ position: i + 1, cells: shown.map((field) => entry.get(field) ?? '') }))
	const table = tableOf(rows, false)
	return { source, table: { ...table, headings: shown.map(titleOf), width: shown.length }, titles: FOREIGN_TITLES, references: references.map(titleOf) }
}

/** A field in words: « bf_nom_structure » is « nom structure ». */
function titleOf(field: string): string {
	return field.replace(/^bf_/i, '').replace(/[_.]+/g, ' ').trim()
}

function idOf({ id_fiche: fiche, id }: Fields): string | null {
	const found = fiche ?? id
	return typeof found === 'string' || typeof found === 'number' ? String(found) : null
}

/** The texts of an entry by field; its address is a place. */
function flattened(source: ForeignSource, entry: Fields): Map<string, string> {
	const texts = new Map<string, string>()
	const address = { town: '', code: '' }
	const id = idOf(entry)
	collect(entry, '', 1, (name, text) => {
		if (TOWN.test(name)) {
			address.town ||= text
		} else if (POSTAL_CODE.test(name)) {
			address.code ||= text
		} else if (!STREET.test(name) && !texts.has(name)) {
			texts.set(name, text)
		}
	})
	texts.delete('id_fiche')
	if (id !== null) {
		// Another program may use the same number for another person.
		texts.set('id', `${source} ${id}`)
	}
	const place = [address.code, address.town].filter(Boolean).join(' ')
	// In such networks an address is less precise than the place of people.
	return place === '' || texts.has('territories') ? texts : texts.set('place', place)
}

function collect(fields: Fields, within: string, depth: number, put: (name: string, text: string) => void): void {
	for (const [name, value] of Object.entries(fields)) {
		if (TECHNICAL.test(name)) {
			continue
		}
		if (isFields(value)) {
			// An address has its own parts; an entry within an entry is another one.
			if (depth < MOST_DEPTH && idOf(value) === null) {
				collect(value, name, depth + 1, put)
			}
			continue
		}
		const text = textOf(value)
		if (text !== '') {
			put(within === '' || TOWN.test(name) || POSTAL_CODE.test(name) || STREET.test(name) ? name : `${within}.${name}`, text)
		}
	}
}

function textOf(value: unknown): string {
	if (Array.isArray(value)) {
		return value.slice(0, 100).map((entry) => isFields(entry) ? typeof entry.name === 'string' ? entry.name : '' : Array.isArray(entry) ? '' : textOf(entry)).filter(Boolean).join('; ')
	}
	if (typeof value === 'number') {
		return String(value)
	}
	return typeof value === 'string' && value.length <= MOST_TEXT ? plainText(value) : ''
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00a0', '#39': '\'', '#039': '\'' }

/** A text without markup. */
function plainText(text: string): string {
	return text
		.replace(/<(?:br|\/p|\/div|\/li|\/h\d)\b[^<>]*>/gi, '\n')
		.replace(/<\/?[a-z][^<>]*>/gi, '')
		.replace(/&(amp|lt|gt|quot|apos|nbsp|#0?39);/g, (_, name: string) => SIGNS[name]!)
		.replace(/\r\n?/g, '\n')
		.trim()
}

/** Whether a field only refers to other entries. */
function isReference(texts: readonly string[], ids: ReadonlySet<string>): boolean {
	const named = texts.flatMap((text) => text.split(/[,;]/)).map((text) => text.trim()).filter((text) => text !== '')
	return named.length > 0 && named.every((text) => ids.has(text) && !/^\d+$/.test(text))
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}
