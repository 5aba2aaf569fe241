/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Table, TableRow } from '../../shared/lib/readTable.ts'

import ICAL from 'ical.js'

/** Columns of the table made from cards, under the names of their properties. */
export const VCARD_COLUMNS = ['FN', 'ORG', 'ROLE', 'EMAIL', 'TEL', 'URL', 'ADR', 'CATEGORIES', 'NOTE', 'UID'] as const

export interface Vcards extends Table {
	/** Cards that could not be read, by their number. */
	broken: number[]
}

/** Reads address cards (vCard 3 and 4) separately: a broken one does not affect the others. */
export function readVcard(text: string): Vcards {
	const blocks = text.replace(/\r\n?/g, '\n').match(/^BEGIN:VCARD[^]*?^END:VCARD\s*$/gim) ?? []
	const rows: TableRow[] = []
	const broken: number[] = []
	for (const [i, block] of blocks.entries()) {
		const cells = cellsOf(block)
		if (cells) {
			rows.push({ position: i + 1, cells })
		} else {
			broken.push(i + 1)
		}
	}
	return {
		headings: [...VCARD_COLUMNS],
		rows,
		width: VCARD_COLUMNS.length,
		problem: rows.length === 0 && broken.length === 0 ? { kind: 'no_rows' } : null,
		broken,
	}
}

function cellsOf(block: string): string[] | null {
	let card: ICAL.Component
	try {
		card = new ICAL.Component(ICAL.parse(block.replace(/\n/g, '\r\n')) as unknown[])
	} catch {
		return null
	}
	if (card.name !== 'vcard' || !/^[34]\.0$/.test(first(card, 'version'))) {
		return null
	}
	const [family = '', given = ''] = parts(card, 'n')
	const [,, , town = '', , code = ''] = parts(card, 'adr')
	const byProperty: Record<typeof VCARD_COLUMNS[number], string> = {
		FN: first(card, 'fn') || [given, family].filter(Boolean).join(' '),
		ORG: parts(card, 'org').filter(Boolean).join(', '),
		ROLE: first(card, 'title') || first(card, 'role'),
		EMAIL: preferred(card, 'email'),
		TEL: preferred(card, 'tel').replace(/^tel:/i, ''),
		URL: first(card, 'url'),
		ADR: [code, town].filter(Boolean).join(' '),
		CATEGORIES: card.getAllProperties('categories').flatMap((property) => property.getValues()).map(String).join('; '),
		NOTE: first(card, 'note'),
		UID: first(card, 'uid'),
	}
	return VCARD_COLUMNS.map((name) => byProperty[name].trim())
}

function text(value: unknown): string {
	// The library leaves the semicolons of version 3 escaped.
	return value === null || value === undefined ? '' : Array.isArray(value) ? value.map(text).filter(Boolean).join(', ') : String(value).replaceAll('\\;', ';')
}

function first(card: ICAL.Component, name: string): string {
	return text(card.getFirstPropertyValue(name))
}

/** The parts of a compound value, each a text. */
function parts(card: ICAL.Component, name: string): string[] {
	const value: unknown = card.getFirstPropertyValue(name)
	return Array.isArray(value) ? value.map(text) : [text(value)]
}

/** The preferred one, else the first. */
function preferred(card: ICAL.Component, name: string): string {
	const all = card.getAllProperties(name)
	const chosen = all.find((property) => property.getParameter('pref') !== undefined
		|| [property.getParameter('type')].flat().some((type) => /^pref$/i.test(String(type))))
	return text((chosen ?? all[0])?.getFirstValue())
}
