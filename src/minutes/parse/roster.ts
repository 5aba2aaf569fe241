/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Line } from './lines.ts'
import type { PersonFound } from './person.ts'
import type { Lines, Placed, RosterEntry, Warning } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'
import { CUT, cutsAddress, findAddresses, fitsName, localWords, nearAddress, plausibility } from './address.ts'
import { bullet } from './bullets.ts'
import { withoutEmphasis } from './markup.ts'
import { isIncomplete, isName, nameLength } from './name.ts'
import { readPerson } from './person.ts'
import { findPhones } from './phone.ts'
import { repair } from './repair.ts'
import { barred, isDrawn } from './sideBySide.ts'
import { hasOpenBracket, isUnfinished, MAX_JOINED, plainWords } from './text.ts'

export interface RosterReading {
	roster: RosterEntry[]
	/** Lines without names. */
	followUps: Placed[]
	warnings: Warning[]
}

interface Row extends Placed {
	marked: boolean
}

const FIRST_NAME = /^prenoms?$/
const LABELS = /^(?:noms?|prenoms?|nom prenom|nom et prenom|prenom et nom|prenom nom|courriels?|mails?|emails?|tels?|signatures?|e mails?|adresses?|adresse mail|adresse electronique|telephones?|tel|portable|mobile|structures?|organismes?|organisations?|associations?|remarques?|commentaires?|observations?|notes?|fonctions?|communes?|)$/

/**
 * The people who signed up.
 *
 * @param lines lines of the list
 * @param named people on the line with the count
 * @param feet addresses in the page footers of the group
 * @param sure indexes of lines that certainly name people
 */
export function readRoster(lines: readonly Line[], named: Placed | null, feet: readonly string[], sure: ReadonlySet<number> = new Set()): RosterReading {
	const followUps: Placed[] = []
	const warnings: Warning[] = []
	const people: PersonFound[] = []
	const rows: Row[] = [...named ? [{ ...named, marked: true }] : [], ...rowsOf(lines, sure)]
	for (const row of rows) {
		const parts = row === rows[0] && named ? splitPeople(row.text, true) : splitPeople(row.text, false)
		for (const text of parts) {
			const person = sure.has(row.lines.from) ? readPerson(text, row.lines) ?? bareName(text, row.lines) : isPerson(text, row.marked || parts.length > 1) ? readPerson(text, row.lines) : null
			if (person) {
				people.push(person)
			} else if (/\p{L}{3}/u.test(text)) {
				followUps.push({ text: repair(text.replaceAll(CUT, ' ')), lines: row.lines })
			}
		}
	}
	inAddressOrder(people.map(({ entry }) => entry))
	const roster: RosterEntry[] = []
	const listed = new Set(people.flatMap(({ entry }) => entry.email?.toLowerCase() ?? []))
	const free = feet.filter((foot) => !listed.has(foot.toLowerCase()))
	const places = new Map<string, number>()
	for (const person of people) {
		checkFeet(person, free)
		const twin = twinOf(person.entry, roster, places)
		const entry = twin === -1 ? roster.push(person.entry) - 1 : twin
		keysOf(person.entry).filter((key) => !places.has(key)).forEach((key) => places.set(key, entry))
		warnings.push(...person.warnings.map((warning) => ({ ...warning, entry, lines: person.entry.lines }) as Warning))
		if (person.unreadable !== null) {
			warnings.push({ code: 'address-unreadable', entry, read: person.unreadable, lines: person.entry.lines })
		}
		if (twin !== -1) {
			roster[twin] = { ...person.entry, ...roster[twin]! }
			warnings.push({ code: 'person-twice', entry, lines: person.entry.lines })
		}
	}
	roster.forEach(({ name, email, lines: place }, entry) => {
		if (email === undefined) {
			warnings.push({ code: 'missing-email', entry, lines: place })
		}
		if (name === undefined) {
			warnings.push({ code: 'missing-name', entry, lines: place })
		} else if (isIncomplete(name)) {
			warnings.push({ code: 'name-incomplete', entry, lines: place })
		}
	})
	return { roster, followUps, warnings }
}

/** « Izarn Colombe » as the address has it, first name first; not where other people of the list have theirs in this order. */
function inAddressOrder(people: readonly RosterEntry[]): void {
	const orders = people.map(({ name = '', email = '' }) => {
		const [words, local] = [name.split(' '), localWords(email)]
		const is = (first: number, second: number) => words.length === 2 && local.length > 1 && fold(words[0]!) === local[first] && fold(words[1]!) === local[second]
		return is(0, 1) ? 'same' : is(1, 0) ? 'other' : ''
	})
	if (!orders.includes('same')) {
		people.forEach((person, i) => {
			person.name = orders[i] === 'other' ? person.name!.split(' ').reverse().join(' ') : person.name
		})
	}
}

/** A person whose name does not look like one. */
function bareName(text: string, lines: Lines): PersonFound {
	return { entry: { lines, name: text.replaceAll(CUT, ' ').split(/[,;]/, 1)[0]!.trim() || text }, warnings: [], unreadable: null }
}

/** Whether a row looks like a person in a list: an address, a phone number, or a name and little else. */
export function isPerson(text: string, marked: boolean): boolean {
	if (text.includes('@') || findPhones(text).length > 0) {
		return true
	}
	const bare = text.replace(/\([^)]*\)?/g, ' ').trim()
	const [head = ''] = bare.split(/(?<!\s)\s+[—–-]\s+|[;:,|]|\t|\s{2,}/)
	const words = head.trim().split(/\s+/)
	const length = nameLength(words, undefined)
	return length > 0 && words.length <= 8 && bare.split(/\s+/).length <= 16
		&& (length === words.length ? marked || length > 1 || bare === head : length > 1 && marked && !/[.!?]$/.test(bare))
}

/** Lines as rows: broken ones are joined, and table bars removed. */
function rowsOf(lines: readonly Line[], sure: ReadonlySet<number>): Row[] {
	const rows: Row[] = []
	let firstNames = -1
	lines.forEach(({ text, index }, i) => {
		const cells = cellsOf(text)
		if (text === '' || isDrawn(text)) {
			return
		}
		if (cells && !sure.has(index) && isRosterHead(cells)) {
			firstNames = cells.findIndex((cell) => FIRST_NAME.test(fold(withoutEmphasis(cell))))
			return
		}
		const place: Lines = { from: index, to: index }
		if (cells) {
			const ordered = firstNames === 1 ? [`${cells[1]} ${cells[0]}`, ...cells.slice(2)] : firstNames === 0 && cells.length > 1 ? [`${cells[0]} ${cells[1]}`, ...cells.slice(2)] : cells
			rows.push({ text: ordered.map((cell) => cell.trim()).filter(Boolean).join(' ; '), lines: place, marked: true })
			return
		}
		const mark = bullet(text)
		const own = mark && !(mark.family === 'number' && !/^(?:\d|[A-Ha-h]\))/.test(text)) ? mark : null
		const row = { text: own ? own.text : text, lines: place, marked: own !== null }
		const last = rows.at(-1)
		if (last && !own && !(contactsFirst(rows) && isContactAlone(row.text)) && continues(last, row.text, lines[i - 1]?.text === '', sure.has(index))) {
			last.text = `${last.text}${cutsAddress(last.text, row.text) ? CUT : ' '}${row.text}`
			last.lines = { from: last.lines.from, to: index }
		} else if (row.text !== '') {
			rows.push(row)
		}
	})
	return rows
}

/** Whether a line has the column headings of a list of people. */
export function headsRoster(text: string): boolean {
	const cells = cellsOf(text)
	return cells !== null && isRosterHead(cells)
}

function isRosterHead(cells: readonly string[]): boolean {
	return cells.every((cell) => LABELS.test(fold(withoutEmphasis(cell)))) && cells.filter((cell) => cell !== '').length > (cells.length > 1 ? 1 : 0)
}

/** The cells of a table line; null for other lines. */
function cellsOf(text: string): string[] | null {
	const bars = text.startsWith('|') || (text.match(/ \| /g)?.length ?? 0) > 0 ? barred(text) : null
	return bars ?? (text.includes('\t') ? text.split(/\t+/) : headed(text))
}

/** The headings of columns separated by gaps, or only by a blank. */
function headed(text: string): string[] | null {
	const cells = text.split(/ {2,}/)
	const words = text.split(/\s+/)
	return cells.length > 1 && isRosterHead(cells) ? cells : words.length > 2 && isRosterHead(words) ? words : null
}

/** Whether a list has addresses and phone numbers above their names: those below a name belong to the next one. */
function contactsFirst([first]: readonly Row[]): boolean {
	return first !== undefined && isContactAlone(first.text.split(CUT, 1)[0]!) && !/\p{L}{2}\s+\p{Lu}/u.test(first.text)
}

/** An address or a phone number without a name before it. */
function isContactAlone(text: string): boolean {
	const at = [...findAddresses(text), ...findPhones(text)].reduce((least, one) => Math.min(least, one.at), Infinity)
	return at < 12 && !isName(text.slice(0, at).trim())
}

/** Whether a row continues the previous person. */
function continues(last: Row, text: string, apart: boolean, sure: boolean): boolean {
	if (last.text.length > MAX_JOINED) {
		return false
	}
	if (hasOpenBracket(last.text) && !/@/.test(text)) {
		return true
	}
	if (apart) {
		return false
	}
	const addresses = findAddresses(text)
	if (addresses.length > 0 || findPhones(text).length > 0) {
		// An address or a phone number alone belongs to the name above it.
		const first = addresses[0]
		const at = (first ?? findPhones(text)[0]!).at
		const alone = at < 12 && !isName(text.slice(0, at).trim())
		const own = first?.address ? fitsPerson(first.address, last.text) : first === undefined
		return alone && own && (first ? findAddresses(last.text).length === 0 : findPhones(last.text).length === 0)
	}
	return !sure && (/^[(\p{Ll}]/u.test(text) || (isUnfinished(last.text) && !isPerson(text, false)))
}

/** Whether an address shares a word with a text. */
function fitsPerson(address: string, text: string): boolean {
	const words = plainWords(text)
	return localWords(address).some((word) => word.length > 2 && words.includes(word)) || fitsName(address, text)
}

/** Several people on one line; a person with two addresses stays one. */
function splitPeople(text: string, list: boolean): string[] {
	if (!/[;,]| et | \/ /.test(text)) {
		return [text]
	}
	const parts = outsideBrackets(text).map((part) => part.replace(/\.$/, '').trim()).filter(Boolean)
	if (parts.length < 2) {
		return [text]
	}
	const addressed = parts.filter((part) => findAddresses(part).length > 0)
	const named = parts.filter((part) => nameLength(part.replace(/\(.*/, '').trim().split(/\s+/), undefined) > 0)
	const both = addressed.filter((part) => named.includes(part))
	return (list && named.length === parts.length) || (both.length > 1 && both.length >= parts.length - 1) ? parts : [text]
}

/** The parts of a text between commas, semicolons and « et »; text within brackets is not split. */
function outsideBrackets(text: string): string[] {
	const parts: string[] = []
	let from = 0
	let bracket = -1
	for (const { 0: parting, index } of text.matchAll(/(?:(?<!\s)\s+)?[;,]\s*|(?<!\s)\s+\/\s+|(?<!\s)\s+et\s+(?=[\p{L}.])/gu)) {
		const behind = index + parting.length
		// Searched once, because there may be many commas.
		while (bracket < behind && bracket < text.length) {
			bracket = nextBracket(text, bracket + 1)
		}
		if (text[bracket] !== ')') {
			parts.push(text.slice(from, index))
			from = behind
		}
	}
	return [...parts, text.slice(from)]
}

function nextBracket(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		if (text[at] === '(' || text[at] === ')') {
			return at
		}
	}
	return text.length
}

/** Page footers add no people; addresses only there replace an illegible one, and contradict a misread one. */
function checkFeet(person: PersonFound, free: readonly string[]): void {
	const { entry } = person
	if (person.unreadable !== null && entry.email === undefined) {
		const read = person.unreadable.replaceAll('©', '@')
		const foot = free.find((one) => nearAddress(one, read) || one === read || (entry.name !== undefined && fitsName(one, entry.name)))
		if (foot) {
			entry.email = foot
			person.warnings.push({ code: 'address-conflict', listed: person.unreadable, footer: foot, kept: foot })
			person.unreadable = null
		}
		return
	}
	const { email } = entry
	const foot = email === undefined ? undefined : free.find((one) => nearAddress(one, email))
	if (email !== undefined && foot) {
		const kept = plausibility(foot, entry.name) > plausibility(email, entry.name) ? foot : email
		entry.email = kept
		person.warnings.push({ code: 'address-conflict', listed: email, footer: foot, kept })
	}
}

/** The index of the same person in the list, else -1: by address, or by a whole name without another address. */
function twinOf(entry: RosterEntry, roster: readonly RosterEntry[], places: ReadonlyMap<string, number>): number {
	const twin = keysOf(entry).map((key) => places.get(key)).find((place) => place !== undefined)
	const email = twin === undefined ? undefined : roster[twin]!.email
	return twin === undefined || (email && entry.email && email.toLowerCase() !== entry.email.toLowerCase()) ? -1 : twin
}

function keysOf({ name, email }: RosterEntry): string[] {
	return [...email ? [email.toLowerCase()] : [], ...name && !isIncomplete(name) ? [fold(name)] : []]
}
