/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DocxStyles, WordPiece } from './docxStyles.ts'

import { wordPieces } from './docxStyles.ts'

/** One level of a list: the mark before its points. */
interface Level {
	format: string
	/** With %1 for the number of the first level, and so on. */
	pattern: string
	start: number
}

/** A list definition; several lists can share one and continue its count. */
interface Definition {
	levels: Map<number, Level>
	/** The style of lists it refers to instead. */
	style?: string
	counts: number[]
}

const MOST_LEVELS = 9
const ROMAN: readonly (readonly [value: number, letters: string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]

/** The lists of a document, and their counters. */
export class DocxNumbering {
	private readonly definitions = new Map<string, Definition>()
	/** Lists by their id. */
	private readonly lists = new Map<string, { definition: string, starts: Map<number, number>, begun: boolean }>()

	constructor(xml: string, private readonly styles: DocxStyles) {
		let definition: Definition = { levels: new Map(), counts: [] }
		let level: Level = { format: '', pattern: '', start: 1 }
		let list = { definition: '', starts: new Map<number, number>(), begun: false }
		let changed = 0
		for (const { kind, name = '', value, get } of wordPieces(xml) as Iterable<WordPiece & { name?: string }>) {
			if (kind !== 'open') {
				continue
			}
			if (name === 'abstractNum') {
				definition = { levels: new Map(), counts: [] }
				this.definitions.set(get('abstractNumId') ?? '', definition)
			} else if (name === 'lvl') {
				level = { format: 'decimal', pattern: '', start: 1 }
				// A level that only one list defines is read as if all had it.
				definition.levels.set(Number(get('ilvl')) || 0, level)
			} else if (name === 'start') {
				level.start = Number(value) || 0
			} else if (name === 'numFmt') {
				level.format = value
			} else if (name === 'lvlText') {
				level.pattern = value
			} else if (name === 'numStyleLink') {
				definition.style = value
			} else if (name === 'num') {
				list = { definition: '', starts: new Map(), begun: false }
				this.lists.set(get('numId') ?? '', list)
			} else if (name === 'abstractNumId') {
				list.definition = value
				definition = this.definitions.get(value) ?? definition
			} else if (name === 'lvlOverride') {
				changed = Number(get('ilvl')) || 0
			} else if (name === 'startOverride') {
				list.starts.set(changed, Number(value) || 0)
			}
		}
	}

	/** The mark of the next point of a list: its number, or -; null without one. */
	next(id: string, depth: number): string | null {
		const list = this.lists.get(id)
		const definition = list && this.definition(list.definition)
		const level = definition?.levels.get(depth)
		if (!list || !definition || !level || depth >= MOST_LEVELS || level.format === 'none') {
			return null
		}
		const { counts, levels } = definition
		if (!list.begun) {
			list.begun = true
			list.starts.forEach((start, at) => {
				counts[at] = start - 1
			})
		}
		counts[depth] = (counts[depth] ?? level.start - 1) + 1
		counts.length = depth + 1
		if (level.format === 'bullet') {
			return '-'
		}
		return level.pattern.replace(/%([1-9])/g, (_, one: string) => {
			const at = Number(one) - 1
			const other = levels.get(at)
			return other ? numeral(counts[at] ?? other.start, other.format) : ''
		}).trim() || null
	}

	private definition(id: string): Definition | undefined {
		const found = this.definitions.get(id)
		const linked = found?.style === undefined ? undefined : this.lists.get(this.styles.of(found.style).list ?? '')
		return linked ? this.definitions.get(linked.definition) : found
	}
}

function numeral(value: number, format: string): string {
	if (/^(?:lower|upper)Letter$/.test(format) && value > 0) {
		const letter = String.fromCharCode(97 + (value - 1) % 26).repeat(Math.min(Math.ceil(value / 26), 3))
		return format === 'upperLetter' ? letter.toUpperCase() : letter
	}
	if (/^(?:lower|upper)Roman$/.test(format) && value > 0 && value < 4000) {
		let rest = value
		const letters = ROMAN.map(([one, text]) => {
			const times = Math.floor(rest / one)
			rest -= times * one
			return text.repeat(times)
		}).join('')
		return format === 'upperRoman' ? letters.toUpperCase() : letters
	}
	return format === 'decimalZero' ? String(value).padStart(2, '0') : String(value)
}
