/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupMark } from './groupMark.ts'
import type { Unit } from './layout.ts'
import type { Line } from './lines.ts'
import type { GroupNumber } from './numbers.ts'
import type { GroupReading, LineKind, Lines, Placed, Section, Warning } from './reading.ts'
import type { Labelled } from './sequence.ts'
import type { GroupTitle } from './title.ts'

import { findAddresses, footAddresses } from './address.ts'
import { bullet } from './bullets.ts'
import { readGrid } from './grid.ts'
import { headingText, listed, startOf } from './parts.ts'
import { findPhones } from './phone.ts'
import { span } from './reading.ts'
import { repair } from './repair.ts'
import { headsRoster, readRoster } from './roster.ts'
import { pieces } from './sideBySide.ts'
import { join, MAX_JOINED } from './text.ts'
import { title } from './title.ts'

/** A unit with its label. */
export interface Part extends Labelled {
	unit: Unit
	/** The kind a person gave it. */
	given: LineKind | null
	/** The mark that opens a group here, in a text with an explicit series of them. */
	opens: GroupMark | null
}

/** The context of a group. */
export interface GroupContext {
	heading: GroupTitle
	number: GroupNumber
	/** Words capitalised in the text. */
	names: ReadonlyMap<string, string>
	/** Of the group, blank ones too. */
	lines: readonly Line[]
}

/** Collects the parts of a group in order. */
class Body {
	readonly grid: Part[] = []
	readonly followUps: Placed[] = []
	readonly people: Line[] = []
	/** Lines a person marked as naming people. */
	readonly sure = new Set<number>()
	named: Placed | null = null
	count: { least: number | null, most: number | null, read: string } | null = null
	countLines: Lines | null = null
	private readonly sections: Section[] = []
	/** Appends to the last part. */
	private more: (part: Part) => void = () => undefined
	private children = 0

	add(part: Part, next: Part | undefined): void {
		const { label, unit } = part
		if (label === 'N') {
			this.more = () => undefined
			// The headings of a table of people say which columns are first names.
			if (headsRoster(unit.line.text)) {
				this.people.push(unit.line)
			}
		} else if (label === '+' || label === 'C') {
			this.more(part)
		} else if ('GabcS123'.includes(label)) {
			this.grid.push(part)
			this.more = (one) => this.grid.push(one)
		} else if (label === 'H') {
			this.addHeading(part, next)
		} else if (label === 'I') {
			adjacentTexts(unit).forEach((text) => this.addItem(text, placeOf(unit)))
		} else if (label === 'f') {
			this.more = joining(this.followUps[this.followUps.push({ text: unit.text, lines: placeOf(unit) }) - 1]!)
		} else if (label === 'R') {
			this.addStart(part)
		} else if (label === 'P') {
			this.addPerson(part)
		} else {
			this.more = () => undefined
		}
	}

	get finished(): Section[] {
		return this.sections.map(({ heading, lines, items }) => ({
			heading: headingText(heading),
			lines,
			items: items.map(({ text, lines: place }) => ({ text: repair(text), lines: place })),
		}))
	}

	private addHeading({ unit }: Part, next: Part | undefined): void {
		const place = placeOf(unit)
		const inline = next && 'IC+'.includes(next.label) ? null : /^(.{2,70}?)\s?:\s+(\S.*)$/su.exec(unit.text)
		const section: Section = { heading: inline ? inline[1]! : unit.text, lines: place, items: [] }
		this.sections.push(section)
		listed(inline?.[2] ?? '').forEach((text) => this.addItem(text, placeOf(unit)))
		this.more = inline
			? this.more
			: ({ unit: rest }) => {
					if (section.heading.length < MAX_JOINED) {
						section.heading = join(section.heading, rest.text)
						section.lines = span(section.lines, placeOf(rest))
					}
				}
	}

	private addItem(text: string, lines: Lines): void {
		if (text === '') {
			return
		}
		if (this.sections.length === 0) {
			this.sections.push({ heading: '', lines, items: [] })
		}
		const item: Placed = { text, lines }
		this.sections.at(-1)!.items.push(item)
		this.children = 0
		this.more = (part) => {
			if (item.text.length > MAX_JOINED) {
				return
			}
			if (part.label === 'C') {
				item.text += part.unit.text === '' ? '' : `${this.children++ > 0 ? ',' : ''} ${part.unit.text}`
			} else {
				item.text = join(item.text, part.unit.text)
			}
			item.lines = span(item.lines, placeOf(part.unit))
		}
	}

	/** The number of people, the heading of their list, or both; people may be named on the line. */
	private addStart({ unit }: Part): void {
		let text = unit.text
		const place = placeOf(unit)
		const counted = this.count !== null
		const settle = (lines: Lines) => {
			const { count, rest } = startOf(text)
			if (count && !counted) {
				this.count = count
				this.countLines = lines
			}
			this.named = rest === '' ? this.named : { text: rest.replace(/\.$/, ''), lines }
		}
		settle(place)
		this.more = ({ unit: rest }) => {
			if (text.length < MAX_JOINED) {
				text = `${text} ${rest.text}`
				settle(span(place, placeOf(rest)))
			}
		}
	}

	private addPerson({ unit, given }: Part): void {
		const own = lineOf(unit)
		if (given !== null) {
			this.sure.add(own.index)
		}
		if (unit.before && this.people.length > 0) {
			this.people.push({ ...own, text: '', whole: '' })
		}
		this.people.push(own)
		this.more = ({ unit: rest }) => this.people.push(lineOf(rest))
	}
}

/**
 * Reads one group.
 *
 * @param parts its parts after the title
 * @param context the context of the text
 */
export function assembleGroup(parts: readonly Part[], context: GroupContext): GroupReading {
	const { heading, number, names, lines } = context
	const warnings: Warning[] = []
	if (number.misread) {
		warnings.push({ code: 'number-misread', lines: heading.numberLines, read: heading.read, number: number.number, likely: number.likely })
	}
	const body = new Body()
	const whole = withinGrid(parts)
	whole.forEach((part, i) => body.add(part, whole[i + 1]))
	const feet = lines.flatMap(({ text }) => footAddresses(text) ?? [])
	const roster = readRoster(body.people, body.named, feet, body.sure)
	const found = roster.roster.length
	if (body.count && body.countLines) {
		warnings.push(...countWarnings(body.count, found, body.countLines))
	}
	const grid = readGrid(body.grid, lines)
	// A list may be too long for the spread operator.
	for (const warning of [...roster.warnings, ...grid ? grid.warnings : [{ code: 'mandate-absent' as const, lines: heading.lines }]]) {
		warnings.push(warning)
	}
	const sections = body.finished
	for (const { text, lines: place } of sections.flatMap(({ items }) => items)) {
		if (findAddresses(text).length > 0 || findPhones(text).length > 0) {
			warnings.push({ code: 'contact-in-text', lines: place })
		}
	}
	const last = lines.findLast(({ text }) => text !== '')
	return {
		lines: span(heading.lines, ...last ? [{ from: last.index, to: last.index }] : []),
		number: number.number,
		title: { text: title(heading.title.text, names), lines: heading.title.lines },
		sections,
		mandate: grid?.mandate ?? { mayAdvance: [], mustNot: [], with: [], unplaced: [], lines: null },
		followUps: [...body.followUps.map(({ text, lines: place }) => ({ text: repair(text), lines: place })), ...roster.followUps],
		roster: roster.roster,
		declaredCount: body.count?.most ?? null,
		countLines: body.count ? body.countLines : null,
		warnings,
	}
}

/** Between the first and the last line of columns side by side there is nothing but their rows. */
function withinGrid(parts: readonly Part[]): readonly Part[] {
	const last = parts.findLastIndex(({ label }) => label === 'S')
	const first = parts.findIndex(({ label }) => 'GabcS'.includes(label))
	return last === -1 ? parts : parts.map((part, i) => i > first && i < last && part.given === null && 'HI+CNf'.includes(part.label) ? { ...part, label: 'S' } : part)
}

/** The points of a line: several if separated by wide gaps. */
function adjacentTexts({ line, text, place }: Unit): string[] {
	const columns = place === null ? pieces(line.whole).map((piece) => piece.text) : []
	return columns.length > 1 && columns.every((column) => column.split(' ').slice(0, -1).some((word) => /\p{L}{2}/u.test(word))) ? columns.map((column) => bullet(column)?.text ?? column) : [text]
}

/** A unit as a separate line. */
function lineOf({ line, text, mark, place }: Unit): Line {
	return place === null || place.columns === 1 ? line : { ...line, text: `${mark ? '- ' : ''}${text}`, whole: text, indent: 0 }
}

function joining(placed: Placed): (part: Part) => void {
	return ({ unit }) => {
		if (placed.text.length < MAX_JOINED) {
			placed.text = join(placed.text, unit.text)
			placed.lines = span(placed.lines, placeOf(unit))
		}
	}
}

/** The line of a unit. */
export function placeOf({ line }: Unit): Lines {
	return { from: line.index, to: line.index }
}

function countWarnings(count: { least: number | null, most: number | null, read: string }, found: number, lines: Lines): Warning[] {
	if (count.most === null) {
		return count.read === '' ? [] : [{ code: 'count-vague', lines, read: count.read }]
	}
	const range: Warning[] = count.least !== count.most ? [{ code: 'count-range', lines, read: count.read, found }] : []
	return found < count.least! || found > count.most ? [...range, { code: 'count-mismatch', lines, declared: count.most, found }] : range
}
