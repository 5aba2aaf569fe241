/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupMark } from './groupMark.ts'
import type { Unit } from './layout.ts'

import { fold } from '../../shared/lib/fold.ts'
import { readCount, rosterHeading } from './count.ts'
import { groupMark } from './groupMark.ts'
import { isContact } from './layout.ts'
import { mandateHeading } from './mandateHeadings.ts'
import { ROMAN } from './numbers.ts'
import { editDistance } from './text.ts'

/** The marks that open the groups of a text, by unit; and those that only repeat one, as on the head of each page. */
export interface Series {
	opens: ReadonlyMap<number, GroupMark>
	repeats: ReadonlySet<number>
}

/** A mark in the text. */
interface Found extends GroupMark {
	unit: number
	/** It is set as a point. */
	point: boolean
}

interface Candidate extends Found {
	/** Null if it is illegible. */
	number: number | null
	/** How many units follow before the next candidate. */
	content: number
}

/** Largest number in a series. */
const MOST = 99
/** What a mark is worth in its place, and otherwise. */
const GAIN = { sure: 10, unsure: 6, point: 1, illegible: 4, none: 3, contradicted: -4, contradictedReport: 1, restart: -5 }
/** What it costs to leave out a mark that looks like one. */
const SKIPPED = 3
/** A line of a table of contents: dots before a page number. */
const CONTENTS = /(?<!\.)\.{4,}\s*\d{1,3}$/

/**
 * The explicit series of marks that divides a text into groups: the same words with a running number, on lines of their own; null without one. Numbers and
 * words may be damaged. Lists of groups before or after, heads of pages, and single mentions do not count.
 */
export function findSeries(units: readonly Unit[]): Series | null {
	const byKey = new Map<string, Found[]>()
	units.forEach((unit, i) => {
		const mark = markAt(unit)
		if (mark) {
			const point = unit.mark !== null
			const marks = byKey.get(mark.key) ?? []
			// Points may speak of groups.
			marks.push({ ...mark, sure: mark.sure && !point, unit: i, point })
			byKey.set(mark.key, marks)
		}
	})
	let best: Series | null = null
	let first = Infinity
	for (const [key, marks] of byKey) {
		// Some of the marks may have lost « compte rendu ».
		const short = key.replace('compte rendu ', '')
		const more = key === short ? [] : byKey.get(short)?.filter(({ point }) => !point).map((mark) => ({ ...mark, key, sure: false })) ?? []
		// Points about groups do not open any where other lines do.
		const lines = marks.filter(({ point }) => !point)
		const found = seriesOf([...lines.length > 1 ? lines : marks, ...more].sort((one, other) => one.unit - other.unit), units)
		const from = found ? Math.min(...found.opens.keys()) - (marks[0]!.report ? units.length : 0) : Infinity
		if (from < first) {
			[best, first] = [found, from]
		}
	}
	return best
}

/** The units that continue the title of a mark, whose quotes are open. */
export function titleLines(units: readonly Unit[], { opens }: Series): Set<number> {
	const found = new Set<number>()
	for (const [i, { title }] of opens) {
		const open = Math.max(title.lastIndexOf('«'), title.lastIndexOf('“')) > Math.max(title.lastIndexOf('»'), title.lastIndexOf('”'))
		const end = open ? [i + 1, i + 2].find((next) => /^[^«“]*[»”]/.test(units[next]?.text ?? '')) : undefined
		for (let next = i + 1; end !== undefined && next <= end && !units[next]!.before; next++) {
			found.add(next)
		}
	}
	return found
}

function markAt({ line, text, place, mark }: Unit): GroupMark | null {
	if ((place !== null && place.column > 0) || CONTENTS.test(line.text) || mark?.family === 'number') {
		return null
	}
	// The gaps between spaced words matter.
	return groupMark(/^(?:\S ){4}/.test(text) ? line.text : text)
}

function seriesOf(marks: readonly Found[], units: readonly Unit[]): Series | null {
	if (marks.length < 2 || (!marks[0]!.group && marks.length > MOST)) {
		return null
	}
	const numbers = numbersOf(marks.map(({ read }) => read))
	const all = marks.map((mark, i): Candidate => ({ ...mark, number: numbers[i]!, content: (marks[i + 1]?.unit ?? units.length) - mark.unit - 1 }))
	const repeats = repeated(all)
	const left = withoutLists(all.filter((one) => !repeats.has(one)))
	const taken = inOrder(left)
	const legible = taken.filter(({ number, at }) => number === at).length
	const odd = missedOf(left, taken) + taken.filter(({ number, at }) => number !== null && number !== at).length
	const filled = taken.filter(({ content }) => content > 0).length
	if (legible < 2 || legible * 2 < taken.length || odd * 3 > legible || filled < 2 || filled * 2 < taken.length || !taken.some((one) => one.sure || isPlain(one))) {
		return null
	}
	const opens = new Map<number, GroupMark>(taken.map((one) => [one.unit, one]))
	return taken[0]!.group || areGroups(taken, units) ? { opens, repeats: new Set([...repeats].map(({ unit }) => unit)) } : null
}

/** How many marks have no place in the series; « Groupe 1 – Constats » below « Groupe 1 » does not count, nor what lists one of them. */
function missedOf(all: readonly Candidate[], taken: readonly Taken[]): number {
	const places = new Map(taken.map(({ unit, number }) => [unit, number]))
	let last: number | null = null
	return all.filter((one) => {
		last = places.get(one.unit) ?? last
		return one.sure && !places.has(one.unit) && one.number !== last && !taken.some((other) => other.number === one.number && sameTitle(other, one))
	}).length
}

/** « Groupe 1 Sauver l’école », without a sign before its title. */
function isPlain({ number, at, title, point }: Taken): boolean {
	return number === at && !point && /^[«"“<]*\p{Lu}/u.test(title)
}

/** The numbers of marks, all of one kind: digits, Roman ones, or letters. */
function numbersOf(read: readonly string[]): (number | null)[] {
	const roman = read.filter((token) => token in ROMAN)
	const letters = read.filter((token) => /^[A-Z]$/.test(token))
	const digits = read.filter((token) => /^[1-9]\d?$/.test(token))
	if (digits.length * 2 >= read.length) {
		return read.map((token) => /^[1-9]\d?$/.test(token) ? Number(token) : null)
	}
	return roman.length > letters.length || (roman.length === letters.length && roman[0] === 'I')
		? read.map((token) => ROMAN[token] ?? null)
		: read.map((token) => /^[A-Z]$/.test(token) && token.charCodeAt(0) - 64 < new Set(letters).size + 3 ? token.charCodeAt(0) - 64 : null)
}

/** Marks that repeat the one before: the heads of its further pages. */
function repeated(all: readonly Candidate[]): Set<Candidate> {
	const found = new Set<Candidate>()
	let last: Candidate | undefined
	for (const one of all) {
		const same = last && (one.number === last.number || one.number === null || last.number === null)
		if (last && same && (isSuite(one) ? one.number === last.number : sameTitle(one, last)) && last.content + one.content > 0) {
			found.add(one)
			last.content += one.content
		} else {
			last = one
		}
	}
	return found
}

function isSuite({ title }: GroupMark): boolean {
	return /^(?:suite)?$/.test(fold(title))
}

function sameTitle(one: GroupMark, other: GroupMark): boolean {
	const [a, b] = [fold(one.title), fold(other.title)].map((text) => text.replace(/ (?:p )?\d+$/, '')) as [string, string]
	return a !== '' && editDistance(a, b, Math.floor(a.length * 0.2)) <= a.length * 0.2
}

/** Without those that only list the groups, before or after: they have nothing below them, or much less than the same mark elsewhere. */
function withoutLists(all: readonly Candidate[]): Candidate[] {
	const listed = new Set<Candidate>()
	const byNumber = new Map<number, Candidate>()
	const before = new Map(all.map((one, i) => [one, all[i - 1]]))
	for (const one of all) {
		const other = one.number === null ? [...byNumber.values()].find((early) => early.content < one.content && sameTitle(early, one)) : byNumber.get(one.number)
		if (other) {
			const [less, more] = one.content < other.content ? [one, other] : [other, one]
			// The last one of a list has what is below the list.
			const last = listed.has(before.get(less)!) && less.content <= more.content
			const short = less.content === 0 || (sameTitle(one, other) && (last || less.content * 2 < more.content))
			if (short && more.content > 0) {
				listed.add(less)
				byNumber.set(more.number ?? less.number!, more)
				continue
			}
		}
		if (one.number !== null) {
			byNumber.set(one.number, one)
		}
	}
	return all.filter((one) => !listed.has(one))
}

/** A mark in its place of the series. */
interface Taken extends Candidate {
	/** Its number there. */
	at: number
}

interface Chain {
	score: number
	one: Candidate | null
	at: number
	before: Chain | null
}

/** The best chain of growing numbers: damaged ones take the number after the one before, and what fits nowhere is left out. */
function inOrder(all: readonly Candidate[]): Taken[] {
	let chains: (Chain | undefined)[] = [{ score: 0, one: null, at: 0, before: null }]
	for (const one of all) {
		const next = chains.map((chain) => chain && { ...chain, score: chain.score - (one.sure ? SKIPPED : 0) })
		const take = (before: Chain | undefined, at: number, gain: number) => {
			if (before && at <= MOST && before.score + gain > (next[at]?.score ?? -Infinity)) {
				next[at] = { score: before.score + gain, one, at, before }
			}
		}
		chains.forEach((chain, last) => {
			if (one.number !== null) {
				const own = one.sure ? GAIN.sure : one.point ? GAIN.point : GAIN.unsure
				const jump = one.number - last - 1
				if (jump >= 0) {
					take(chain, one.number, own - (last === 0 ? Math.min(jump, 3) : 2 * Math.min(jump, 4)))
				} else if (one.number === 1) {
					take(chain, 1, GAIN.restart)
				}
			}
			if (one.number !== last + 1) {
				take(chain, last + 1, one.read === '' ? GAIN.none : one.number === null ? GAIN.illegible : one.report ? GAIN.contradictedReport : GAIN.contradicted)
			}
		})
		chains = next
	}
	const taken: Taken[] = []
	for (let chain = chains.reduce((one, other) => other && (!one || other.score > one.score) ? other : one); chain?.one; chain = chain.before ?? undefined) {
		taken.unshift({ ...chain.one, at: chain.at })
	}
	return taken
}

/** Whether what follows these marks is what only groups have: people who signed up, or a mandate. */
function areGroups(taken: readonly Taken[], units: readonly Unit[]): boolean {
	const with_ = taken.filter(({ unit }, i) => units.slice(unit + 1, taken[i + 1]?.unit).some(({ text }) => isContact(text) || readCount(text) !== null || rosterHeading(text) !== null || (mandateHeading(text)?.starts.length ?? 0) > 0))
	return with_.length * 3 >= taken.length * 2
}
