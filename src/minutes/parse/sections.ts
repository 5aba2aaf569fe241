/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Line } from './lines.ts'
import type { Placed, Section } from './reading.ts'
import type { Row } from './rows.ts'

import { isCapitals } from './headings.ts'
import { repair } from './repair.ts'
import { rowsOf } from './rows.ts'
import { plainWords } from './text.ts'

/** How headings of minutes often begin. */
const USUAL = /^(?:(?:des?|les?|nos|la|quelques|premi..?e?re?s?) )?(?:constats?|propositions?|pistes?|idees?|questions?|points?|freins?|leviers?|principes?|enjeux?|besoins?|actions?|atouts?|obstacles?|difficultes?|forces?|faiblesses?|debats?|echanges?|priorites?|envies?|craintes?|peurs?|elements?|contexte|objectifs?|moyens?|attention|exemples?|suites?|synthese|conclusion|ressources?|experiences?|temoignages?|decisions?|(?:ce (?:que|qui|qu))|(?:d ou)|pourquoi|comment)(?: |$)/
/** Longest heading, in characters. */
const LONGEST = 110
/** What comes before the first section: where, when, who. */
const PREAMBLE = /^(?:lieu|date|salle|present|excuse|animat|animee?s? par|facilit|rapport|secretaire|notes?|prise de notes|redact|redige|participant|duree|horaire|le \d|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d)/

type Kind = 'heading' | 'item' | 'child' | 'loose'

/** The sections of a group: headings with the text below them. Text before the first one is left out. */
export function readSections(lines: readonly Line[], width: number): Section[] {
	const rows = rowsOf(lines, width)
	const kinds = classify(rows)
	const sections: Section[] = []
	let item: Placed | undefined
	let children = 0
	rows.forEach((row, i) => {
		const kind = kinds[i]!
		if (row.text === '') {
			return
		}
		if (kind === 'heading') {
			sections.push({ heading: row.text, lines: row.lines, items: [] })
			item = undefined
			return
		}
		// Points without a heading above them are kept below an empty one.
		if (sections.length === 0 && row.mark && !PREAMBLE.test(plainWords(row.text).join(' '))) {
			sections.push({ heading: '', lines: row.lines, items: [] })
		}
		const section = sections.at(-1)
		if (!section) {
			return
		}
		if (kind === 'child' && item) {
			item.text += (children++ > 0 ? ', ' : ' ') + row.text
			item.lines = { from: item.lines.from, to: row.lines.to }
		} else {
			item = { text: row.text, lines: row.lines }
			children = 0
			section.items.push(item)
		}
	})
	return sections.filter((section) => section.items.length > 0).map(({ heading, lines: place, items }) => ({
		heading: headingText(heading),
		lines: place,
		items: items.map((one) => ({ ...one, text: repair(one.text) })),
	}))
}

function headingText(read: string): string {
	const text = repair(read.replace(/(?:(?<!\s)\s+)?:\s*$/, ''))
	const plain = isCapitals(text) && text.length > 4 ? text.toLowerCase() : text
	return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** What each row is. */
function classify(rows: readonly Row[]): Kind[] {
	const kinds: Kind[] = rows.map(() => 'item')
	const titled = nestedTitles(rows)
	const numbered = numberedTitles(rows)
	// If headings have blank lines before them, a line without one is no heading.
	const airy = rows.some((row, i) => !row.mark && row.before && i > 0 && rows[i + 1]?.mark)
	let number: number | undefined
	rows.forEach((row, i) => {
		const next = rows[i + 1]
		const last = i > 0 ? kinds[i - 1] : undefined
		const within = number !== undefined && next?.mark?.family === 'number' && next.mark.number === number + 1
		if (row.heading) {
			kinds[i] = 'heading'
		} else if (row.mark?.family === 'number') {
			kinds[i] = numbered && next?.mark?.family !== 'number' && next !== undefined && !titled.has(i) ? 'heading' : 'item'
		} else if (titled.has(i) && !(row.mark?.family === 'o' && within)) {
			kinds[i] = 'heading'
		} else if (row.mark) {
			kinds[i] = number !== undefined && row.mark.family !== '>' && (!row.before || within) ? 'child' : 'item'
		} else if (number !== undefined && !row.before && /^\p{Ll}/u.test(row.text) && !isTitle(row, next, true, airy)) {
			kinds[i] = 'child'
		} else {
			kinds[i] = isTitle(row, next, last !== undefined && last !== 'heading', airy) ? 'heading' : 'loose'
		}
		if (kinds[i] === 'heading') {
			number = undefined
		} else if (row.mark?.family === 'number') {
			number = row.mark.number
		} else if (kinds[i] === 'item') {
			number = undefined
		}
	})
	settleLoose(rows, kinds)
	return attachIndented(rows, kinds)
}

/** Whether a row without a mark is a heading for what follows it. */
function isTitle(row: Row, next: Row | undefined, inList: boolean, airy: boolean): boolean {
	if (row.text.length > LONGEST || /[.;,]$/.test(row.text) || !next) {
		return false
	}
	const small = /^\p{Ll}/u.test(row.text)
	if (next.mark && next.text !== '') {
		return row.before || !inList || (!small && (!airy || isUsual(row)))
	}
	return !small && ((/:$/.test(row.text) && row.text.length <= 60 && !next.heading)
		|| (isUsual(row) && (row.before || !inList))
		|| (isCapitals(row.text) && row.text.length > 4))
}

function isUsual(row: Row): boolean {
	return row.text.length <= 80 && USUAL.test(plainWords(row.text).join(' '))
}

/** Lines without a mark between blank ones: the first of several, and one above a block of lines, is a heading. */
function settleLoose(rows: readonly Row[], kinds: Kind[]): void {
	let open = kinds.findIndex((kind) => kind === 'heading')
	const first = open
	rows.forEach((row, i) => {
		if (kinds[i] !== 'loose') {
			open = kinds[i] === 'heading' ? i : open
			return
		}
		kinds[i] = 'item'
		const next = rows[i + 1]
		const alone = row.before && row.after && row.text.length <= LONGEST && !/[.;,]$/.test(row.text) && /^[\p{Lu}\d«]/u.test(row.text)
		if (!alone || !next || kinds[i + 1] === 'heading' || PREAMBLE.test(plainWords(row.text).join(' '))) {
			return
		}
		const block = !next.mark && !next.after
		const inBlock = open >= 0 && i - open === 1
		if (block && !inBlock && (first === -1 || i > first || next.lines.from > row.lines.to)) {
			kinds[i] = 'heading'
			open = i
		}
	})
}

/** Points that are headings of other points: « o des pistes » above « = une tournée ». */
function nestedTitles(rows: readonly Row[]): Set<number> {
	const points = rows.flatMap((row, i) => row.mark && row.mark.family !== 'number' && row.text !== '' ? [i] : [])
	const top = points[0] === undefined ? undefined : rows[points[0]]!.mark!.family
	if (top === undefined || top === '=') {
		return new Set()
	}
	const signs = rows.some(({ mark }) => mark?.family === '=')
	const own = points.filter((i) => rows[i]!.mark!.family === top)
	const leads = (i: number) => {
		const next = rows[i + 1]
		return next !== undefined && !next.before && (next.mark ? next.mark.family !== top && next.text !== '' : false)
	}
	const titles = own.filter(leads)
	const below = points.length - own.length + rows.filter(({ mark }) => mark?.family === 'number').length
	const headed = points[0]! > 0 && !rows[points[0]! - 1]!.mark
	if (top === 'o') {
		return new Set(signs || !headed ? titles : [])
	}
	return new Set(titles.length === own.length && own.length > 1 && below >= own.length * 2 ? titles : [])
}

/** Whether headings are numbered: then numbers are only headings, and points follow them. */
function numberedTitles(rows: readonly Row[]): boolean {
	const first = rows.findIndex(({ mark }) => mark?.family === 'number')
	if (first === -1) {
		return false
	}
	const [before, next] = [rows[first - 1], rows[first + 1]]
	const below = before && (before.heading || (!before.mark && rows[first]!.before) || before.mark?.family === 'o' || /:$/.test(before.text))
	const points = next?.mark && next.mark.family !== 'number'
	const block = next && !next.mark && rows[first]!.after && !next.heading
	return Boolean(points || block) && (!below || PREAMBLE.test(plainWords(before.text).join(' ')))
}

/** Points set further in than the one above them: they are its own, or it is their heading where all have some. */
function attachIndented(rows: readonly Row[], kinds: Kind[]): Kind[] {
	const result = [...kinds]
	let from = 0
	while (from < rows.length) {
		if (!rows[from]!.mark || kinds[from] === 'heading') {
			from++
			continue
		}
		let to = from
		while (to < rows.length && rows[to]!.mark && kinds[to] !== 'heading') {
			to++
		}
		const run = rows.slice(from, to)
		const edge = run.reduce((least, { indent }) => Math.min(least, indent), Infinity)
		const inner = run.map(({ indent }) => indent >= edge + 2)
		if (inner.includes(true) && !inner[0]) {
			const parents = run.flatMap((_, i) => inner[i] ? [] : [i])
			const all = parents.length > 1 && parents.every((i) => inner[i + 1] && run[i]!.mark!.family !== 'number')
			run.forEach((_, i) => {
				result[from + i] = inner[i] ? (all ? 'item' : 'child') : (all ? 'heading' : 'item')
			})
		}
		from = to
	}
	return result
}
