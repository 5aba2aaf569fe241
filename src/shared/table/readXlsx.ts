import type { TableRow } from '../lib/readTable.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Zip } from '../lib/zip.ts'

import { ReadError } from '../lib/readError.ts'
import { xmlPieces } from '../lib/xml.ts'
import { SheetLines } from './sheetLines.ts'

/** Built-in number formats of days. */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
/** Milliseconds of a day, and the first day of the count. */
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(1899, 11, 30)
const FIRST_DAY_1904 = Date.UTC(1904, 0, 1)
/** Maximum number of columns: more are damage. */
const MOST_COLUMNS = 16_384

/** Data needed for cells. */
interface Book {
	strings: string[]
	/** Whether a cell with this style shows a day. */
	isDay: boolean[]
	firstDay: number
}

/** Names without prefix. */
const plain = (name: string) => name.slice(name.indexOf(':') + 1)

/** Characters that are invalid in XML are escaped. */
function unmarked(text: string): string {
	return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** @throws {ReadError} if it is damaged */
export async function readXlsx(zip: Zip): Promise<TableRow[]> {
	const workbook = await zip.text('xl/workbook.xml')
	const relations = targets(await zip.text('xl/_rels/workbook.xml.rels'))
	const strings = sharedStrings(await zip.text('xl/sharedStrings.xml'))
	const isDay = dayStyles(await zip.text('xl/styles.xml'))
	const sheets: string[] = []
	let firstDay = FIRST_DAY
	for (const piece of xmlPieces(workbook)) {
		if (piece.kind === 'open' && plain(piece.name) === 'sheet') {
			sheets.push(relations.get(piece.attributes['r:id'] ?? '') ?? '')
		} else if (piece.kind === 'open' && plain(piece.name) === 'workbookPr' && /^(?:1|true)$/.test(piece.attributes.date1904 ?? '')) {
			firstDay = FIRST_DAY_1904
		}
	}
	for (const sheet of sheets.filter((name) => zip.has(name))) {
		const rows = readRows(await zip.text(sheet), { strings, isDay, firstDay })
		if (rows.length > 0) {
			return rows
		}
	}
	if (sheets.every((name) => !zip.has(name))) {
		throw new ReadError('unreadable')
	}
	return []
}

/** The parts of the workbook by relation id. */
function targets(xml: string): Map<string, string> {
	const found = new Map<string, string>()
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'open' && plain(piece.name) === 'Relationship') {
			const { Id = '', Target = '' } = piece.attributes
			found.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
		}
	}
	return found
}

function sharedStrings(xml: string): string[] {
	const strings: string[] = []
	let reading = false
	let outside = false
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'text') {
			if (reading && !outside && strings.length > 0) {
				strings[strings.length - 1] += piece.text
			}
			continue
		}
		const name = plain(piece.name)
		const opens = piece.kind === 'open' && !piece.empty
		if (name === 'si' && piece.kind === 'open') {
			strings.push('')
		} else if (name === 't') {
			reading = opens
		} else if (name === 'rPh') {
			// Phonetic text.
			outside = opens
		}
	}
	return strings.map(unmarked)
}

function dayStyles(xml: string): boolean[] {
	const own = new Map<number, boolean>()
	const styles: boolean[] = []
	let within = false
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'text') {
			continue
		}
		const name = plain(piece.name)
		if (name === 'cellXfs') {
			within = piece.kind === 'open' && !piece.empty
		} else if (piece.kind === 'open' && name === 'numFmt') {
			// Letters in quotes, in brackets or after a backslash are literal.
			const code = (piece.attributes.formatCode ?? '').replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '')
			own.set(Number(piece.attributes.numFmtId), /[dy]/i.test(code))
		} else if (piece.kind === 'open' && name === 'xf' && within) {
			const format = Number(piece.attributes.numFmtId ?? 0)
			styles.push(own.get(format) ?? DAY_FORMATS.has(format))
		}
	}
	return styles
}

/** The column of a cell such as BC7, from 0; null without one. */
function columnOf(place: string | undefined): number | null {
	const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0]
	return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function shown(type: string | undefined, style: number, value: string, { strings, isDay, firstDay }: Book): string {
	switch (type) {
		case 's':
			return strings[Number(value)] ?? ''
		case 'str':
		case 'inlineStr':
			return unmarked(value)
		case 'b':
		case 'e':
		case 'd':
			return type === 'd' ? value.slice(0, 10) : value
	}
	const number = Number(value)
	if (value === '' || Number.isNaN(number)) {
		return value
	}
	const day = new Date(firstDay + Math.floor(number) * DAY)
	return isDay[style] && !Number.isNaN(day.getTime()) ? day.toISOString().slice(0, 10) : String(number)
}

function readRows(xml: string, book: Book): TableRow[] {
	const lines = new SheetLines()
	let position = 0
	let column = -1
	let cell: { type: string | undefined, style: number, value: string } | null = null
	let reading = false
	let outside = false
	let ended = false
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'text') {
			if (cell && reading && !outside) {
				cell.value += piece.text
			}
			continue
		}
		const name = plain(piece.name)
		const opens = piece.kind === 'open' && !piece.empty
		if (name === 'row') {
			if (piece.kind === 'open') {
				position = Number(piece.attributes.r) || position + 1
				column = -1
			}
			if (!opens) {
				lines.end(position)
			}
		} else if (name === 'c') {
			if (piece.kind === 'open') {
				column = columnOf(piece.attributes.r) ?? column + 1
				cell = { type: piece.attributes.t, style: Number(piece.attributes.s ?? 0), value: '' }
			}
			if (!opens && cell) {
				if (column >= MOST_COLUMNS) {
					throw new ReadError('unreadable')
				}
				lines.put(column, shown(cell.type, cell.style, cell.value, book))
				cell = null
			}
		} else if (name === 'v' || name === 't') {
			reading = opens
		} else if (name === 'rPh') {
			outside = opens
		}
		ended ||= name === 'sheetData' && !opens
	}
	if (!ended) {
		throw new ReadError('unreadable')
	}
	return lines.rows
}
