/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines, Reading } from './reading.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asExpected } from '../../../scripts/lib/minutes.ts'
import { fixtures } from '../../../tests/support/minutes.ts'
import { parseMinutes } from './parse.ts'
import { WARNING_CODES } from './reading.ts'

const place = (text: string, at: number) => Math.floor(at * text.length)

/** Damage to minutes: each takes a text, a place between 0 and 1, and a number. */
const NOISE: ((text: string, at: number, any: number) => string)[] = [
	(text, at) => text.slice(0, place(text, at)) + text.slice(place(text, at) + 1),
	(text, at) => `${text.slice(0, place(text, at))}\n${text.slice(place(text, at))}`,
	(text, at, any) => text.slice(0, place(text, at)) + '|0OIlê@.,()»«*\t\f\u00a0\ufffd-#'[any % 24] + text.slice(place(text, at)),
	(text, at, any) => onLine(text, at, (line) => `${['* ', 'o ', '= ', 'e ', '» ', '- ', '1. ', '# ', '| ', '  '][any % 10]}${line}`),
	(text, at, any) => swap(text, at, any),
	(text, at) => onLine(text, at, (line) => line.replace(/ {2,}|\t/g, ' ')),
	(text, at) => onLine(text, at, (line) => line.replaceAll(' ', '')),
	(text, at) => onLine(text, at, () => ''),
	(text, at) => onLine(text, at, (line) => `${line} ${line}`),
	(text, at) => onLine(text, at, (line) => line.replaceAll(/[@.]/g, ' $& ')),
	(text) => text.replaceAll('\n', '\r\n'),
]

function onLine(text: string, at: number, change: (line: string) => string): string {
	const lines = text.split('\n')
	const i = Math.floor(at * lines.length)
	return lines.with(i, change(lines[i]!)).join('\n')
}

function swap(text: string, at: number, any: number): string {
	const lines = text.split('\n')
	const [i, j] = [Math.floor(at * lines.length), any % lines.length]
	return lines.with(i, lines[j]!).with(j, lines[i]!).join('\n')
}

const noisy = fc.tuple(
	fc.constantFrom(...fixtures.map(({ text }) => text)),
	fc.array(fc.tuple(fc.nat(NOISE.length - 1), fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(1000)), { maxLength: 40 }),
).map(([text, steps]) => steps.reduce((now, [kind, at, any]) => now === '' ? now : NOISE[kind]!(now, at, any), text))

/** Every address and telephone of a reading, also those that are only in a warning. */
function contacts({ groups, people }: Reading): { emails: string[], phones: string[] } {
	const all = [...groups.flatMap(({ roster }) => roster), ...people]
	return {
		emails: [...all.flatMap(({ email }) => email ?? []), ...groups.flatMap(({ roster }) => roster.flatMap(({ otherEmails = [] }) => otherEmails))],
		phones: [...all.flatMap(({ phone }) => phone ?? []), ...groups.flatMap(({ roster }) => roster.flatMap(({ otherPhones = [] }) => otherPhones))],
	}
}

/** Everything in a reading that has a place. */
function places(value: unknown): Lines[] {
	if (typeof value !== 'object' || value === null) {
		return []
	}
	return Object.entries(value).flatMap(([key, part]) => (key === 'lines' || key === 'countLines') && part !== null ? [part as Lines] : places(part))
}

const LIKE: Record<string, string> = { O: '0', o: '0', Q: '0', D: '0', I: '1', l: '1', '|': '1', '!': '1', Z: '2', z: '2', A: '4', S: '5', s: '5', G: '6', b: '6', T: '7', B: '8', g: '9', q: '9' }

const domainOf = (address: string) => address.split('@')[1]!

function check(text: string): void {
	const reading = parseMinutes(text)
	const { emails, phones } = contacts(reading)
	// The only repairs there are: no blanks around @ and dots, | read as l.
	const standing = text.replaceAll('|', 'l').replace(/\s*([@.])\s*/g, '$1')
	// Another group may correct the domain, with a warning: both halves are in the text.
	const kept = new Set(reading.groups.flatMap(({ warnings }) => warnings.flatMap((warning) => warning.code === 'address-conflict' && warning.footer === null ? [domainOf(warning.kept)] : [])))
	expect(emails.filter((email) => !standing.includes(email) && !(kept.has(domainOf(email)) && standing.includes(email.split('@')[0]!)))).toEqual([])
	const digits = [...text].map((sign) => LIKE[sign] ?? sign).join('').replace(/\(0\)/g, '').replace(/[\s\u00a0.\-/()–]/g, '').replace(/(?:\+|00)33/g, '0')
	expect(phones.filter((phone) => !digits.includes(phone.replaceAll(' ', '')))).toEqual([])
	const source = text.split(/\r\n|\r|\n/)
	const lines = source.length
	// Ligatures are read as their letters.
	const length = (one: string) => one.normalize('NFKC').length
	expect(reading.lines.filter(({ line, text: read }) => source[line] === undefined || length(read) > length(source[line]))).toEqual([])
	expect(places({ ...reading, lines: null }).filter(({ from, to }) => !(from >= 0 && from <= to && to < lines))).toEqual([])
	for (const { roster, warnings } of reading.groups) {
		expect(warnings.filter((warning) => !WARNING_CODES.includes(warning.code) || ('entry' in warning && !roster[warning.entry]))).toEqual([])
		expect(roster.filter(({ name, email, phone }) => !name && !email && !phone)).toEqual([])
	}
	expect(reading.people.flatMap(({ in: own }) => own).length).toBe(reading.groups.flatMap(({ roster }) => roster).length)
	expect(parseMinutes(text)).toEqual(reading)
	expect(() => asExpected(reading)).not.toThrow()
}

describe('minutes with any damage', () => {
	it('are read without an error, the same each time, and no address or phone number is invented', () => {
		fc.assert(fc.property(noisy, check), { numRuns: 300 })
	}, 60_000)

	it('like any text at all', () => {
		fc.assert(fc.property(fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 400 }),
			fc.array(fc.constantFrom('GROUPE 1 : ', 'Peut ou doit ', 'Ne peut pas ', 'Peut faire avec ', 'Suites à donner', '3 personnes inscrites', 'a@example.org', '06 39 98 11 65', '|', '\n', '\n\n', '- ', 'o ', '= ', '1. ', '(', 'Anne Dupont', ' ', '\t', 'mailto:', '«', '»', 'Non rempli'), { maxLength: 60 }).map((parts) => parts.join('')),
		), check), { numRuns: 500 })
	}, 60_000)
})

describe('long minutes', () => {
	/** The shortest of three CPU times for a text, in ms; never less than the clock's resolution. */
	const time = (text: string) => Math.max(5, Math.min(...Array.from({ length: 3 }, () => {
		const began = process.cpuUsage()
		parseMinutes(text)
		return process.cpuUsage(began).user / 1000
	})))

	it('of 1 MB take time in proportion', () => {
		const all = fixtures.map(({ text }) => text).join('\n')
		const text = all.repeat(Math.ceil(1e6 / all.length)).slice(0, 1e6)
		time(text.slice(0, 1e5))
		const [quarter, whole] = [time(text.slice(0, 25e4)), time(text)]
		// The aim is a second on a quiet machine. What a busy one takes says nothing; how it grows does.
		console.info(`1 MB of minutes: ${Math.round(whole)} ms, a quarter of it ${Math.round(quarter)} ms`)
		expect(whole / quarter).toBeLessThan(10)
	}, 120_000)

	it.each([
		['one list', '* une chose à dire qui est longue (et se poursuit\n'],
		['one roster', '* Anne Dupont anne.dupont@example.org 06 39 98 11 65\n'],
		['brackets', '('],
		['headings', 'GROUPE 1 : A\n\n'],
		['grids', 'Peut ou doit avancer\n\nNe peut pas\n\n'],
		['counts', '- a (b, c@d\n\nSuites à donner\n6 personnes inscrites\n'],
		['signs', 'a.b@'],
		['zeros', '0 '],
	])('of nothing but %s take time in proportion', (_, part) => {
		const ofSize = (size: number) => time(`GROUPE 1 : A\n\nConstats\n\n${part.repeat(Math.ceil(size / part.length))}`)
		ofSize(20_000)
		// Four times the text: sixteen times the time would be quadratic.
		expect(ofSize(200_000) / ofSize(50_000)).toBeLessThan(12)
	}, 60_000)
})
