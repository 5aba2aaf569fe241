/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Line } from './lines.ts'
import type { MandateHeading } from './mandateHeadings.ts'
import type { Column } from './reading.ts'
import type { Cells } from './sideBySide.ts'

import { fold } from '../../shared/lib/fold.ts'
import { isName } from './name.ts'
import { COLUMNS } from './reading.ts'

/** A line of the grid. */
export interface Row {
	line: Line
	/** Index among the lines. */
	at: number
	heading: MandateHeading | null
}

/** « Oui » begins what the network may do. */
const OUI = /^oui(?!\p{L})/iu

/** Rows between blank lines. */
export function blocksOf(rows: readonly Row[]): Row[][] {
	const blocks: Row[][] = []
	rows.forEach((row, i) => {
		if (row.line.text !== '') {
			if (i === 0 || rows[i - 1]!.line.text === '') {
				blocks.push([])
			}
			blocks.at(-1)!.push(row)
		}
	})
	return blocks
}

/** Puts blocks of answers into their columns; true if it had to be guessed. */
export function fillBlocks(cells: Cells, columns: readonly Column[], blocks: readonly Row[][]): boolean {
	// One line for each column, without blank ones between them.
	const parts = blocks.length === 1 && blocks[0]!.length === columns.length ? blocks[0]!.map((row) => [row]) : blocks
	const agreed = OUI.test(parts[0]?.[0]?.line.text ?? '')
	if (parts.length > 0 && (parts.length % columns.length !== 0 || (agreed && parts[0]!.length === 1 && fold(parts[0]![0]!.line.text) === 'oui'))) {
		return fillByLook(cells, columns, parts) && !agreed
	}
	parts.forEach((block, i) => {
		const cell = cells[columns[i % columns.length]!]
		cell.part()
		block.forEach(({ line }) => cell.add(line.text, line.index))
	})
	const unfilled = COLUMNS.filter((column) => cells[column].unfilled)
	if (parts.length === unfilled.length && unfilled.length === 1) {
		columns.forEach((column) => {
			cells[column].unfilled = true
		})
		return false
	}
	return false
}

/** Blocks that are not in rows: one column after the other. What forbids, and what names people, is of a later one. */
function fillByLook(cells: Cells, columns: readonly Column[], blocks: readonly Row[][]): boolean {
	let at = 0
	for (const block of blocks) {
		const text = block.map(({ line }) => line.text).join(' ')
		const look = /^[-*•»\s]*(?:ne|pas|aucune?|jamais)(?!\p{L})/iu.test(text) ? 'mustNot' : (!OUI.test(text) && isName(text.split(':').at(-1)!.trim())) || /^(?:les?|la|l['’])\s?\p{Ll}/iu.test(text) ? 'with' : 'mayAdvance'
		at = Math.max(at, columns.indexOf(look))
		const cell = cells[columns[at]!]
		cell.part()
		block.forEach(({ line }, i) => i === 0 ? cell.add(line.text, line.index) : cell.addMore(line.text, line.index))
	}
	return true
}
