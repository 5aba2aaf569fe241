/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Cell } from './cell.ts'
import type { Line } from './lines.ts'
import type { Column } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'
import { isUnfilled } from './cell.ts'
import { isConnectingWord } from './text.ts'
import { isVerb } from './verbs.ts'

export type Cells = Record<Column, Cell>

/** A piece of a line, and its position. */
interface Piece {
	text: string
	at: number
}

const GAP = /(\s{2,}|\t|\s?\|\s*)/

/** The pieces of a line between its gaps. */
export function pieces(whole: string): Piece[] {
	const found: Piece[] = []
	let at = 0
	for (const part of whole.split(GAP)) {
		if (part.trim() !== '' && !/^\s*\|\s*$/.test(part)) {
			found.push({ text: part.trim(), at: at + part.length - part.trimStart().length })
		}
		at += part.length
	}
	return found
}

/** The cells of a table row with bars; null for other lines. */
export function barred(text: string): string[] | null {
	if (!text.includes('|')) {
		return null
	}
	const cells = text.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim())
	return cells.length > 1 ? cells : null
}

/** Whether a row of bars is only the rule below the headings. */
export function isDrawn(text: string): boolean {
	const cells = text.replace(/^\||\|$/g, '').split('|')
	return text.includes('|') && cells.every((cell) => /^\s*:?-[\s:-]*$/.test(cell))
}

/**
 * Columns side by side: split by gaps, bars or tabs, else by points and capitals, which is a guess.
 */
export class SideBySide {
	/** Columns had to be guessed. */
	guessed = false
	private touched: Column | undefined

	/**
	 * @param cells target of the answers
	 * @param columns in the order of the page
	 * @param starts the position of each in a line, according to the headings
	 * @param tabs the column of each field between tabs; empty if the headings have none
	 */
	constructor(
		private readonly cells: Cells,
		private readonly columns: readonly Column[],
		private readonly starts: number[],
		private readonly tabs: readonly (Column | undefined)[],
	) {}

	add(line: Line): void {
		const tabs = line.whole.split('\t')
		const bars = barred(line.text)
		const gaps = pieces(line.whole)
		if (this.addUnfilled(line)) {
			return
		}
		if (bars && bars.length === this.columns.length) {
			bars.forEach((text, i) => this.put(i, text, line))
		} else if (tabs.length > 1 && tabs.length <= this.tabs.length) {
			tabs.forEach((text, i) => this.put(this.columns.indexOf(this.tabs[i]!), text.trim(), line))
		} else if (gaps.length > 1 && gaps.length <= this.columns.length) {
			this.addByPlace(gaps, line)
		} else if (gaps.length === 1 && gaps[0]!.at > (this.starts[0] ?? 0) + 8) {
			this.addByPlace(gaps, line)
		} else {
			this.addByLook(line)
		}
	}

	/** « Non rempli » once for each column. */
	private addUnfilled(line: Line): boolean {
		const cells = line.text.split(/(?:(?<!\s)\s+)?\|\s*|\s{2,}|(?<=\S)\s(?=N[o0]n\s)/).filter((text) => text !== '')
		if (cells.length === 0 || !cells.every(isUnfilled)) {
			return false
		}
		this.columns.slice(0, cells.length === 1 ? undefined : cells.length).forEach((column) => {
			this.cells[column].unfilled = true
		})
		return true
	}

	private put(i: number, text: string, line: Line): void {
		const column = this.columns[i]
		if (column && text !== '') {
			this.cells[column].add(text, line.index)
			this.touched = column
		}
	}

	/** As many pieces as columns are assigned in order, and define where they begin; fewer are assigned by position. */
	private addByPlace(row: readonly Piece[], line: Line): void {
		if (row.length === this.columns.length) {
			row.forEach(({ text, at }, i) => {
				this.starts[i] = at
				this.put(i, text, line)
			})
			return
		}
		const near = row.map(({ at }) => {
			const far = this.columns.map((_, column) => Math.abs((this.starts[column] ?? Infinity) - at))
			return far.indexOf(Math.min(...far))
		})
		const [unfinished, ...others] = this.waiting
		const alone = unfinished !== undefined && others.length === 0 && !near.includes(unfinished)
		row.forEach(({ text }, i) => this.put(alone && i > 0 && /^\p{Ll}/u.test(text) ? unfinished : near[i]!, text, line))
	}

	/** One blank between columns: decide by points, capitals, and the form of words. */
	private addByLook(line: Line): void {
		const row = byPoints(line.text) ?? byCapitals(line.text, this.columns.length)
		if (row.length > 1 || this.guessed) {
			this.guessed = true
		}
		const [first] = row
		const begun = /^\p{Lu}/u.test(first!) && isVerb(first!) && this.open !== this.columns[0]
		if (row.length === 1 && (/^[\p{Ll}(]/u.test(first!) || (this.open !== undefined && !begun))) {
			this.addRest(first!, line)
			return
		}
		// Rests of several columns before the next point of another.
		const rests = this.waiting
		if (row.length > 1 && rests.length > 1 && /^(?:\p{Ll}|[ld]['’]|I['’])/u.test(line.text)) {
			this.addRest(first!, line)
			row.slice(1).forEach((text, i) => this.put(Math.min(rests.at(-1)! + 1 + i, this.columns.length - 1), text, line))
			return
		}
		const places = row.length === this.columns.length ? row.map((_, i) => i) : row.length === 1 && !isVerb(first!) && this.most !== -1 ? [this.most] : this.placesByForm(row)
		const waiting = this.columns.findIndex((column, i) => this.cells[column].wantsMore && !places.includes(i))
		const left = waiting < 0 ? -1 : places.findLastIndex((place) => place < waiting)
		row.forEach((text, i) => {
			const tail = i === left ? tailFor(text, this.cells[this.columns[waiting]!].items.at(-1)!.text) : ''
			this.put(places[i]!, tail === '' ? text : text.slice(0, -tail.length).trim(), line)
			if (tail !== '') {
				this.put(waiting, tail, line)
			}
		})
	}

	/** Words that go on in the columns of the row above: first those that agree with its first column, then those that the next one needs. */
	private addRest(text: string, line: Line): void {
		const words = text.split(' ')
		const waiting = this.waiting
		const next = this.columns.indexOf(this.open ?? this.touched ?? this.columns[0]!)
		const before = waiting.length > 1 ? waiting[0]! : next - 1
		const [above, right] = [this.cells[this.columns[before]!]?.items.at(-1), this.cells[this.columns[next]!]?.items.at(-1)]
		let many = 0
		if (this.open !== undefined && above && right && above.lines.to === right.lines.to) {
			const plural = isPlural(above.text.split(' ').at(-1)!)
			while (many < words.length - 1 && ((many === 0 && waiting.length > 1) || (plural && isPlural(words[many]!)))) {
				many++
			}
		}
		if (many > 0) {
			this.put(before, words.slice(0, many).join(' '), line)
		}
		this.put(next, words.slice(many).join(' '), line)
	}

	/** The columns whose answers cannot end there. */
	private get waiting(): number[] {
		return this.columns.flatMap((column, i) => this.cells[column].wantsMore ? [i] : [])
	}

	/** The column that has all answers but one; -1 without such a one. */
	private get most(): number {
		const counts = this.columns.map((column) => this.cells[column].items.length)
		const most = Math.max(...counts)
		return most > 2 && counts.reduce((sum, count) => sum + count, 0) - most < 2 ? counts.indexOf(most) : -1
	}

	/** The last column whose answer cannot end there. */
	private get open(): Column | undefined {
		return this.columns.findLast((column) => this.cells[column].wantsMore)
	}

	/** What the network may and must not do are verbs, the people it works with are names: the first places that fit best. */
	private placesByForm(row: readonly string[]): number[] {
		let best: { score: number, places: number[] } = { score: -1, places: row.map((_, i) => Math.min(i, this.columns.length - 1)) }
		const choose = (places: number[]): void => {
			if (places.length === row.length) {
				const score = places.filter((place, i) => isVerb(row[i]!) === (this.columns[place] !== 'with')).length
				if (score > best.score) {
					best = { score, places }
				}
				return
			}
			for (let place = (places.at(-1) ?? -1) + 1; place < this.columns.length; place++) {
				choose([...places, place])
			}
		}
		if (row.length < this.columns.length) {
			choose([])
		}
		return best.places
	}
}

/** A row of points: the text between them; null if there are none within the line. */
function byPoints(text: string): string[] | null {
	const parts = text.split(/(?:^|(?<!\s)\s+)[-–—•*»]\s+(?=[\p{Lu}\p{Ll}«])/u).map((part) => part.trim())
	const row = parts.filter((part) => part !== '')
	return parts.length > 1 ? row : null
}

/** A row without points: a capital after a word that can end a text begins the next column. */
function byCapitals(text: string, most: number): string[] {
	const row: string[] = []
	for (const word of text.split(' ')) {
		const before = row.at(-1)
		const ended = before !== undefined && /[\p{L}.!?)]$/u.test(before) && !isConnectingWord(fold(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+\W?$/u.exec(before)?.[0] ?? ''))
		// «d’une Les …»: an article with a capital never follows another.
		const cut = before !== undefined && !ended && /^(?:Les?|La|Une?|Des)$/.test(word) && isConnectingWord(fold(/(?<!\p{L})(\p{L}+)\W?$/u.exec(before)?.[1] ?? ''))
		if (before === undefined || cut || (ended && /^\p{Lu}\p{Ll}|^[ÀLDAJM]’|^[ÀLDAJM]'/u.test(word) && (row.length < most || begins(word)))) {
			row.push(word)
		} else {
			row[row.length - 1] = `${before} ${word}`
		}
	}
	// More than there are columns: names within an answer do not begin one.
	while (row.length > most) {
		const within = row.findLastIndex((part, i) => i > 0 && !begins(part.split(' ')[0]!))
		const at = within > 0 ? within : row.length - 1
		row.splice(at - 1, 2, `${row[at - 1]} ${row[at]}`)
	}
	return row
}

/** Whether answers often begin with this word: an article, or a verb. */
function begins(word: string): boolean {
	return /^(?:les?|la|l|une?|des|du|d|ne|pas|aucune?|toute?s?)$/.test(fold(word).split(' ')[0]!) || isVerb(word)
}

/** Whether a word is in the plural, judging by its end. */
function isPlural(word: string): boolean {
	return /^\p{L}{2,}[sx]$/u.test(word)
}

/**
 * The words at the end of an answer that belong to the open one of the next column: as many as can follow it. Number has to agree
 * (« d’une » requires « graphie », not « panneaux »), and the rest must be able to end.
 */
function tailFor(text: string, open: string): string {
	const words = text.split(' ')
	const wants = fold(/(?<!\p{L})(\p{L}+)$/u.exec(open)?.[1] ?? '')
	const plural = /^(?:des|les|aux|ces|ses|nos|vos|leurs)$/.test(wants) ? true : /^(?:une?|le|la|l|du|au|cet|cette|ce|son|sa|notre|votre)$/.test(wants) ? false : null
	// « Casser tous | les prix d’un marchand »: any number of words behind an article.
	const article = /^tou(?:s|tes)$/.test(wants) ? words.findLastIndex((word, i) => i > 1 && /^(?:les|ces|nos|vos|leurs)$/.test(word)) : -1
	if (article !== -1) {
		return words.slice(article).join(' ')
	}
	for (let many = Math.min(3, words.length - 2); many > 0; many--) {
		const tail = words.slice(-many)
		const last = fold(words[words.length - many - 1]!).split(' ').at(-1)!
		const first = fold(tail[0]!)
		const agrees = plural === null || /[sxz]$/.test(first) === plural
		if (tail.every((word) => /^\p{Ll}/u.test(word)) && !isConnectingWord(last) && !isConnectingWord(first.split(' ')[0]!) && agrees) {
			return tail.join(' ')
		}
	}
	return ''
}
