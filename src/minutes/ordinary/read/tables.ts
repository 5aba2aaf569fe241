/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Names } from './names.ts'
import type { ReadAction } from './reading.ts'

import { fold } from '../../../shared/lib/fold.ts'
import { takeDue } from './actions.ts'
import { isForAll, namesOf } from './names.ts'

type Column = 'who' | 'what' | 'due' | 'decision' | null

const COLUMNS: [Exclude<Column, null>, RegExp][] = [
	['who', /^(?:qui|responsables?|porteu(?:r|se)s?|pilotes?|par qui|personnes?|referente?s?|nom)$/],
	['due', /^(?:quand|pour quand|echeances?|delais?|dates?|date limite|avant le|pour le)$/],
	['decision', /^decisions?$/],
	['what', /^(?:quoi|actions?|taches?|a faire|que faire|objet|travail)$/],
]

/** The cells of a row between bars, or of columns separated by blanks; null: no row. */
export function cellsOf(line: string): string[] | null {
	const text = line.trim()
	if (/^\|.*\|$/.test(text)) {
		return text.slice(1, -1).split('|').map((cell) => cell.replaceAll('<br>', ' ').trim())
	}
	const cells = text.split(/\t+| {3,}/)
	return cells.length > 1 ? cells.map((cell) => cell.trim()) : null
}

export interface Head {
	columns: Column[]
	/** The position of each cell, for columns separated by blanks; null between bars. */
	starts: number[] | null
}

/** The headings of a table of actions or decisions; null for other rows. */
export function tableHead(line: string): Head | null {
	const cells = cellsOf(line)
	if (!cells) {
		return null
	}
	const columns = cells.map((cell): Column => COLUMNS.find(([, words]) => words.test(fold(cell)))?.[0] ?? null)
	if (!columns.includes('decision') && columns.filter(Boolean).length < 2) {
		return null
	}
	let at = 0
	const starts = cells.map((cell) => {
		at = line.indexOf(cell, at)
		return at
	})
	return { columns, starts: line.trim().startsWith('|') ? null : starts }
}

/** The cells of a row below such headings, in order; null: the table has ended. */
export function rowOf(line: string, { columns, starts }: Head): string[] | null {
	if (starts === null) {
		const cells = line.trim().startsWith('|') ? cellsOf(line) : null
		return cells && Array.from(columns, (_, index) => cells[index] ?? '')
	}
	const cells = line.trim().split(/\t+| {2,}/)
	const row = columns.map(() => '')
	let at = 0
	for (const cell of cells) {
		at = line.indexOf(cell, at)
		const column = starts.reduce((nearest, start, index) => Math.abs(start - at) < Math.abs(starts[nearest]! - at) ? index : nearest, 0)
		row[column] = `${row[column]} ${cell}`.trim()
		at += cell.length
	}
	return row
}

/** The content of a row; null: a rule between rows, or empty. */
export function readRow(cells: readonly string[], { columns }: Head, names: Names, around: string, line: number): { decision: string } | ReadAction | null {
	const of = (column: Column) => cells.filter((_, index) => columns[index] === column).join(' ').trim()
	if (cells.every((cell) => /^:?-*:?$/.test(cell))) {
		return null
	}
	const decision = of('decision')
	if (decision !== '') {
		return { decision }
	}
	const who = of('who')
	const { text, due } = takeDue(of('what'), around)
	const day = of('due')
	return text === '' && who === ''
		? null
		: { who: namesOf(who).filter((name) => names.mayBe(name) || isForAll(name) || /^\p{Lu}/u.test(name)), what: text, due: takeDue(day, around).due ?? due, lines: { from: line, to: line } }
}
