import type { TableRow } from '../lib/readTable.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Zip } from '../lib/zip.ts'

import { ReadError } from '../lib/readError.ts'
import { xmlPieces } from '../lib/xml.ts'
import { SheetLines } from './sheetLines.ts'

/** Elements within a cell that are not its text. */
const BESIDE = new Set(['office:annotation', 'draw:frame', 'table:shapes', 'text:ruby-text'])
const CELLS = new Set(['table:table-cell', 'table:covered-table-cell'])

const times = (attribute: string | undefined) => Math.max(Number.parseInt(attribute ?? '1', 10) || 1, 1)

/** Reads the first table with content. */
class OdsBody {
	private lines = new SheetLines()
	private row = { position: 1, times: 1 }
	private column = 0
	private cell: { times: number, day: string, paragraphs: string[] } | null = null
	private outside = 0
	done = false

	get rows(): TableRow[] {
		return this.lines.rows
	}

	open(name: string, attributes: Record<string, string>): void {
		if (name === 'table:table') {
			this.lines = new SheetLines()
			this.row = { position: 1, times: 1 }
		} else if (name === 'table:table-row') {
			this.row.times = times(attributes['table:number-rows-repeated'])
			this.column = 0
		} else if (CELLS.has(name)) {
			this.cell = { times: times(attributes['table:number-columns-repeated']), day: attributes['office:date-value']?.slice(0, 10) ?? '', paragraphs: [] }
		} else if (name === 'text:p') {
			this.cell?.paragraphs.push('')
		} else if (name === 'text:s') {
			this.write(' '.repeat(Math.min(times(attributes['text:c']), 200)))
		} else if (name === 'text:tab' || name === 'text:line-break') {
			this.write(name === 'text:tab' ? '\t' : '\n')
		}
	}

	close(name: string): void {
		if (CELLS.has(name) && this.cell) {
			const text = this.cell.day || this.cell.paragraphs.join('\n')
			// Empty cells to the right end of a sheet are repeated thousands of times.
			for (let i = 0; text !== '' && i < this.cell.times; i++) {
				this.lines.put(this.column + i, text)
			}
			this.column += this.cell.times
			this.cell = null
		} else if (name === 'table:table-row') {
			this.lines.end(this.row.position, this.row.times)
			this.row.position += this.row.times
		} else if (name === 'table:table') {
			this.done = this.rows.length > 0
		}
	}

	write(text: string): void {
		const paragraphs = this.cell?.paragraphs
		if (paragraphs && paragraphs.length > 0 && this.outside === 0) {
			paragraphs[paragraphs.length - 1] += text
		}
	}

	/** Whether an element is outside the text; keeps track of the nesting. */
	isOutside(name: string, kind: 'open' | 'close', empty: boolean): boolean {
		if (BESIDE.has(name) && !empty) {
			this.outside = Math.max(this.outside + (kind === 'open' ? 1 : -1), 0)
			return true
		}
		return this.outside > 0
	}
}

/** @throws {ReadError} if it is locked or damaged */
export async function readOds(zip: Zip): Promise<TableRow[]> {
	if ((await zip.text('META-INF/manifest.xml')).includes('encryption-data')) {
		throw new ReadError('password')
	}
	const body = new OdsBody()
	let ended = false
	for (const piece of xmlPieces(await zip.text('content.xml'))) {
		if (piece.kind === 'text') {
			// LibreOffice stores several spaces as they are.
			body.write(piece.text.replace(/[\t\r\n]/g, ' '))
			continue
		}
		const { kind, name } = piece
		const empty = kind === 'open' && piece.empty
		ended ||= kind === 'close' && name === 'office:body'
		if (!body.isOutside(name, kind, empty)) {
			if (kind === 'open') {
				body.open(name, piece.attributes)
			}
			if (kind === 'close' || empty) {
				body.close(name)
			}
		}
		if (body.done) {
			return body.rows
		}
	}
	if (!ended) {
		throw new ReadError('unreadable')
	}
	return body.rows
}
