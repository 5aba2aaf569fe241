/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupHeading } from './headings.ts'
import type { Line } from './lines.ts'
import type { GroupNumber } from './numbers.ts'
import type { GroupReading, Lines, Placed, Warning } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'
import { findAddresses, footAddresses } from './address.ts'
import { bullet } from './bullets.ts'
import { endsCount, readCount, rosterHeading } from './count.ts'
import { nextNonEmptyLine } from './lines.ts'
import { readMandate } from './mandate.ts'
import { withoutEmphasis, withoutMarkup } from './markup.ts'
import { findPhones } from './phone.ts'
import { span } from './reading.ts'
import { isPerson, readRoster } from './roster.ts'
import { readSections } from './sections.ts'
import { isSimilarWord, plainWords } from './text.ts'
import { title } from './title.ts'

/** What a group is read with. */
export interface GroupContext {
	number: GroupNumber
	/** Words written with a capital in the text. */
	names: ReadonlyMap<string, string>
	/** Of the page. */
	width: number
}

/** A line that says how many signed up, or heads their list. */
interface RosterStart {
	/** Places of its first and last line. */
	first: number
	last: number
	count: { least: number | null, most: number | null, read: string } | null
	named: Placed | null
}

/**
 * Reads one group.
 *
 * @param lines from its heading to the next
 * @param heading its places counted from the first of these lines
 */
export function readGroup(lines: readonly Line[], heading: GroupHeading, { number, names, width }: GroupContext): GroupReading {
	const at = (place: number) => placeOf(lines, place)
	const headingLines = span(at(heading.first), at(heading.last), heading.title.lines)
	const warnings: Warning[] = []
	if (number.misread) {
		warnings.push({ code: 'number-misread', lines: at(heading.first), read: heading.read, number: number.number, likely: number.likely })
	}

	const feet = lines.flatMap(({ text }) => footAddresses(text) ?? [])
	const body = lines.filter((line) => line.index > headingLines.to && footAddresses(line.text) === null)
	const start = rosterStart(body)
	const follow = followUpStart(body, start)
	const upper = body.slice(0, Math.min(follow ?? body.length, start?.first ?? body.length))
	const rest = follow === null || (start && start.first < follow) ? [] : body.slice(follow + (isFollowUpAlone(body[follow]!) ? 1 : 0), start?.first)
	// After the list, text under a heading of its own is a section again, or the grid.
	const below = start ? body.slice(start.last + 1) : []
	const listEnd = endOfList(below)
	const list = below.slice(0, listEnd)
	const behind = below.slice(listEnd)

	const grid = readMandate(upper) ?? readMandate(behind)
	const inUpper = grid !== null && upper.some(({ index }) => index === grid.mandate.lines!.from)
	const without = (part: readonly Line[], own: boolean): [readonly Line[], readonly Line[]] => own ? [part.slice(0, grid!.first), part.slice(grid!.end)] : [part, []]
	const parts = [...without(upper, inUpper), ...without(behind, grid !== null && !inUpper)]
	const sections = parts.flatMap((part) => readSections(part, width))

	const roster = readRoster(list, start?.named ?? null, feet)
	const count = start?.count ?? null
	const countLines = start && count ? span(placeOf(body, start.first), placeOf(body, start.last)) : null
	if (count && countLines) {
		warnings.push(...countWarnings(count, roster.roster.length, countLines))
	}
	for (const warning of [...roster.warnings, ...(grid ? grid.warnings : [{ code: 'mandate-absent' as const, lines: headingLines }])]) {
		warnings.push(warning)
	}
	for (const { items } of sections) {
		for (const { text, lines: place } of items) {
			if (findAddresses(text).length > 0 || findPhones(text).length > 0) {
				warnings.push({ code: 'contact-in-text', lines: place })
			}
		}
	}
	const written = lines.filter(({ text }) => text !== '')
	return {
		lines: span(headingLines, ...written.slice(-1).map(({ index }) => ({ from: index, to: index }))),
		number: number.number,
		title: { text: title(heading.title.text, names), lines: heading.title.lines },
		sections,
		mandate: grid?.mandate ?? { mayAdvance: [], mustNot: [], with: [], lines: null },
		followUps: [...followUps(rest, width), ...roster.followUps],
		roster: roster.roster,
		declaredCount: count?.most ?? null,
		countLines,
		warnings,
	}
}

function placeOf(lines: readonly Line[], place: number): Lines {
	return { from: lines[place]!.index, to: lines[place]!.index }
}

/** The text after « Suites à donner » on its line; null if the line has no such words. */
function followUpRest(line: Line): string | null {
	if (!/s.?[uil]+.?te|d.n+er|étape|etape|^\W*et /i.test(line.text)) {
		return null
	}
	const { text } = withoutMarkup(line.text)
	const own = bullet(text)?.text || text
	const match = /^(\S+)\s+(?:(\S)\s+)?([^\s:]+)\s*(?::\s*(.*)|$)/su.exec(own)
	if (match) {
		const word = (given: string) => fold(given.replaceAll('0', 'o'))
		const [, first, , last, rest = ''] = match
		if (isSimilarWord(word(first!), 'suites') && isSimilarWord(word(last!), 'donner')) {
			return rest
		}
	}
	const other = /^(?:prochaines? (?:étapes?|etapes?)|et (?:après|maintenant|ensuite)|pour la suite|les suites|suites?)(?:\s+du groupe)?\s*(?:\?\s*)?(?::\s*(.*)|$)/isu.exec(own)
	return other && own.length < 80 ? other[1] ?? '' : null
}

function isFollowUpAlone(line: Line): boolean {
	return (followUpRest(line) ?? '') === ''
}

/** The place of « Suites à donner », else null. */
function followUpStart(body: readonly Line[], start: RosterStart | null): number | null {
	const found = body.findIndex((line, i) => (!start || i <= start.first) && followUpRest(line) !== null)
	return found === -1 ? null : found
}

/** Where those who signed up begin: at their count, at a heading, else at the first of several lines with an address. */
function rosterStart(body: readonly Line[]): RosterStart | null {
	const counted = body.findIndex((line) => startAt(line) !== null)
	if (counted !== -1) {
		const { count, rest } = startAt(body[counted]!)!
		let last = counted
		let named = rest
		const next = body[counted + 1]
		if (next && next.text !== '' && !bullet(next.text) && endsCount(next.text.split(':')[0]!)) {
			last++
			named = next.text.includes(':') ? next.text.slice(next.text.indexOf(':') + 1).trim() : named
		}
		// Names on the line of the count go on in the next.
		while (named !== '' && body[last + 1] && body[last + 1]!.text !== '' && /(?:,|\set)$/.test(named)) {
			last++
			named = `${named} ${body[last]!.text}`
		}
		const place = { from: body[counted]!.index, to: body[last]!.index }
		return { first: counted, last, count, named: named === '' ? null : { text: named.replace(/\.$/, ''), lines: place } }
	}
	const addressed = body.flatMap((line, i) => findAddresses(line.text).length > 0 && isPerson(bullet(line.text)?.text ?? line.text, true) && line.text.length < 160 ? [i] : [])
	if (addressed.length === 0) {
		return null
	}
	let first = addressed[0]!
	// Names without an address may come before the first one with one.
	while (first > 0 && body[first - 1]!.text !== '' && bullet(body[first - 1]!.text) && isPerson(bullet(body[first - 1]!.text)!.text, true)) {
		first--
	}
	let head = first - 1
	while (head >= 0 && body[head]!.text === '') {
		head--
	}
	const headed = head >= 0 && !bullet(body[head]!.text) && followUpRest(body[head]!) === null && /particip|present|present|contact|inscri|membre|groupe|volontaire/.test(fold(body[head]!.text)) && body[head]!.text.length < 60
	return addressed.length > 1 || headed || followUpBefore(body, first) ? { first: headed ? head : first, last: headed ? head : first - 1, count: null, named: null } : null
}

function followUpBefore(body: readonly Line[], place: number): boolean {
	return body.slice(0, place).some((line) => followUpRest(line) !== null)
}

/** The count or the heading of a list on this line, also behind « Suites à donner : ». */
function startAt(line: Line): { count: RosterStart['count'], rest: string } | null {
	if (line.text.length > 400 || !/pers|partici|inscri|volont|membre|habitant|contact|coordonn|poursuiv|continuer/i.test(line.text)) {
		return null
	}
	const bare = withoutEmphasis(withoutMarkup(line.text).text)
	const own = bullet(bare)?.text || bare
	const text = followUpRest({ ...line, text: own }) || own
	const count = readCount(text)
	if (count) {
		return { count, rest: count.rest }
	}
	const rest = plainWords(text.split(':')[0]!).length <= 10 ? rosterHeading(text) : null
	return rest === null ? null : { count: null, rest }
}

/** The place behind the list: a heading with points below it that are nobody. */
function endOfList(lines: readonly Line[]): number {
	const found = lines.findIndex((line, i) => {
		if (line.text === '' || bullet(line.text) || isPerson(line.text, false) || (lines[i - 1] && lines[i - 1]!.text !== '' && !withoutMarkup(line.text).heading)) {
			return false
		}
		const next = nextNonEmptyLine(lines, i + 1)
		const below = [lines[next], lines[nextNonEmptyLine(lines, next + 1)]].filter((one) => one !== undefined)
		const points = below.filter(({ text }) => bullet(text) && !isPerson(bullet(text)!.text, true))
		return (withoutMarkup(line.text).heading && below.length > 0) || (below.length > 0 && points.length === below.length) || readMandate(lines.slice(i, i + 20))?.first === 0
	})
	return found === -1 ? lines.length : found
}

function followUps(lines: readonly Line[], width: number): Placed[] {
	const [first] = lines
	if (!first) {
		return []
	}
	// A heading that is not shown makes them points of a section.
	const heading: Line = { ...first, text: '# _', whole: '# _', index: first.index }
	return readSections([heading, ...lines.map((line) => ({ ...line, text: followUpRest(line) || line.text }))], width).flatMap(({ items }) => items)
}

function countWarnings(count: { least: number | null, most: number | null, read: string }, found: number, lines: Lines): Warning[] {
	if (count.most === null) {
		return count.read === '' ? [] : [{ code: 'count-vague', lines, read: count.read }]
	}
	const range: Warning[] = count.least !== count.most ? [{ code: 'count-range', lines, read: count.read, found }] : []
	return found < count.least! || found > count.most ? [...range, { code: 'count-mismatch', lines, declared: count.most, found }] : range
}
