/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TableRow } from '../lib/readTable.ts'

import { ReadError } from '../lib/readError.ts'

/** Maximum number of cells, including empty ones in between, and of characters: ten thousand people need a tenth of it. */
const MOST_CELLS = 2_000_000
const MOST_TEXT = 30_000_000
/** Maximum number of lines of a sheet in any program. */
const LAST_LINE = 1_048_576

/** The lines of a sheet in order. What is too large for a list of people is refused before it fills the memory. */
export class SheetLines {
	readonly rows: TableRow[] = []
	private cells: string[] = []
	private count = 0
	private length = 0

	/**
	 * Adds a cell with content; cells left out before it are empty.
	 *
	 * @param column from 0
	 */
	put(column: number, text: string): void {
		if (text !== '') {
			this.take(column + 1 - this.cells.length, text.length)
			while (this.cells.length < column) {
				this.cells.push('')
			}
			this.cells[column] = text
		}
	}

	/**
	 * Ends a line.
	 *
	 * @param position its number, from 1 and greater than that of the line before
	 * @param times how often the line is repeated
	 */
	end(position: number, times = 1): void {
		const { cells } = this
		this.cells = []
		if (cells.length > 0) {
			if (!Number.isInteger(position) || position <= (this.rows.at(-1)?.position ?? 0) || position + times - 1 > LAST_LINE) {
				throw new ReadError('unreadable')
			}
			for (let i = 0; i < times; i++) {
				this.take(i === 0 ? 0 : cells.length, 0)
				this.rows.push({ position: position + i, cells })
			}
		}
	}

	private take(cells: number, length: number): void {
		this.count += Math.max(cells, 1)
		this.length += length
		if (this.count > MOST_CELLS || this.length > MOST_TEXT) {
			throw new ReadError('too_much')
		}
	}
}
