/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Part } from './assemble.ts'
import type { Line } from './lines.ts'
import type { Column, Lines, Mandate, Placed, Warning } from './reading.ts'

import { Cell, isUnfilled } from './cell.ts'
import { readMandate } from './mandate.ts'
import { mandateHeading } from './mandateHeadings.ts'
import { listed } from './parts.ts'
import { COLUMNS, span } from './reading.ts'
import { repair } from './repair.ts'

const COLUMN_OF: Record<string, Column> = { a: 'mayAdvance', 1: 'mayAdvance', b: 'mustNot', 2: 'mustNot', c: 'with', 3: 'with' }

/** The grid of the mandate from its parts; null without any. Columns side by side are distinguished by their position. */
export function readGrid(parts: readonly Part[], lines: readonly Line[]): { mandate: Mandate, warnings: Warning[] } | null {
	if (parts.length === 0) {
		return null
	}
	const place = parts.reduce((whole, { unit }) => span(whole, { from: unit.line.index, to: unit.line.index }), { from: Infinity, to: -Infinity })
	if (parts.some(({ label }) => label === 'S')) {
		const apart = new Set(parts.filter(({ given, label }) => given !== null && '123'.includes(label)).map(({ unit }) => unit.line.index))
		const side = readMandate(lines.filter(({ index }) => index >= place.from && index <= place.to && !apart.has(index)))
		if (side) {
			return apart.size === 0 ? side : { ...side, mandate: withAnswers(side.mandate, parts.filter(({ unit }) => apart.has(unit.line.index)), place) }
		}
	}
	const cells = { mayAdvance: new Cell(), mustNot: new Cell(), with: new Cell() }
	const unplaced: Placed[] = []
	let column: Column | undefined
	for (const { label, unit, given } of parts) {
		// A heading in the usual words always counts as one: otherwise an answer would change its meaning.
		const usual = mandateHeading(unit.text)
		const decided = given !== null && '123'.includes(label)
		const certain = !decided && usual?.starts.length === 1 && usual.end === unit.text.length ? usual.starts[0]!.column : undefined
		const own = certain ?? COLUMN_OF[label]
		const head = certain !== undefined || 'abc'.includes(label)
		if (own && column !== own) {
			cells[own].part()
		}
		column = own ?? (label === 'G' ? undefined : column)
		if (isUnfilled(unit.text)) {
			(column ? [column] : COLUMNS).forEach((one) => {
				cells[one].unfilled = true
			})
		} else if (column && head) {
			for (const text of answersBeside(unit.text, column)) {
				cells[column].part()
				cells[column].add(text, unit.line.index)
			}
		} else if (column && (label !== '+' || cells[column].items.length > 0)) {
			cells[column].add(label === '+' ? unit.text : `- ${unit.text}`, unit.line.index)
		} else if (!column && 'S+'.includes(label) && !usual) {
			unplaced.push({ text: repair(unit.text), lines: { from: unit.line.index, to: unit.line.index } })
		}
	}
	const mandate: Mandate = { mayAdvance: cells.mayAdvance.answers, mustNot: cells.mustNot.answers, with: cells.with.answers, unplaced, lines: place }
	const empty = COLUMNS.filter((one) => mandate[one].length === 0)
	const unfilled = empty.length === COLUMNS.length || empty.some((one) => cells[one].unfilled)
	return { mandate, warnings: unfilled ? [{ code: 'table-unfilled', lines: place, columns: empty }] : [] }
}

/** The mandate with answers whose column a person gave. */
function withAnswers(mandate: Mandate, parts: readonly Part[], lines: Lines): Mandate {
	const more = (column: Column) => parts.filter(({ label }) => COLUMN_OF[label] === column).map(({ unit }): Placed => ({ text: repair(unit.text), lines: { from: unit.line.index, to: unit.line.index } }))
	const all = COLUMNS.map((column) => [column, [...mandate[column], ...more(column)].sort((one, other) => one.lines.from - other.lines.from)])
	return { ...mandate, ...Object.fromEntries(all), lines: span(...mandate.lines ? [mandate.lines] : [], lines) }
}

/** The answers on the line of a column's heading. */
function answersBeside(text: string, column: Column): string[] {
	const heading = mandateHeading(text)
	const rest = heading && heading.end < text.length ? text.slice(heading.end) : /^[^:]{2,90}:\s*(\S.*)$/su.exec(text)?.[1]
	if (rest !== undefined) {
		return listed(rest)
	}
	return heading ? [] : sentence(text, column)
}

const MODAL: Record<Column, RegExp> = {
	mayAdvance: /^.{0,60}?(?:peut|pourra|pourrait|doit|devra)(?: ou (?:peut|doit))?\s+(?!pas\s)(?=\S+\s\S)/isu,
	mustNot: /^.{0,60}?(?:ne|n['’])\s?(?:peut|pourra|doit|devra|fera|veut)(?:\s+(?:ni|pas))?\s+/isu,
	with: /^.{0,60}?(?:travaillera?|travailler|agir|agira|faire|compter|comptera|appuyer|appuiera)\s+(?:avec|sur)\s+/isu,
}

/** A mandate written in a sentence. */
function sentence(text: string, column: Column): string[] {
	const found = MODAL[column].exec(text)
	if (!found || text.length < found[0].length + 8 || !/[.;]$/.test(text)) {
		return []
	}
	const rest = text.slice(found[0].length, -1).trimEnd()
	const parting = column === 'mustNot' ? / ni (?:ne )?| ?; ?/ : column === 'with' ? /, | et (?:avec )?(?=(?:les?|la|l['’]|une?|des?|\p{Lu}))/u : / et (?=\S+(?:er|ir|re) )| ?; ?|, (?=\S+(?:er|ir|re) )/
	return rest.split(parting)
}
