/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AddressFound } from './address.ts'
import type { Lines, RosterEntry, Warning } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'
import { CUT as CUT_LINE, findAddresses, fitsName, localWords } from './address.ts'
import { withoutEmphasis } from './markup.ts'
import { isName, nameLength, ordinaryName } from './name.ts'
import { findPhones } from './phone.ts'
import { repair } from './repair.ts'
import { collapseSpaces } from './text.ts'

/** A warning about a person before their place in the roster is known. */
type EntryWarning = Extract<Warning, { entry: number }>
export type PersonWarning = { [W in EntryWarning as W['code']]: Omit<W, 'entry' | 'lines'> }[EntryWarning['code']]

export interface PersonFound {
	entry: RosterEntry
	warnings: PersonWarning[]
	/** An illegible address; the page footers may contain it. */
	unreadable: string | null
}

/** A mark for removed text. */
const CUT = '\ue000'
const LABEL = /(?<!\p{L})(?:t[eé]l(?:[eé]phone)?|portable|mobile|fixe|port|mail|e-?mail|m[eé]l|courriel|adresse(?: mail)?|mailto)\s*(?:\.\s*)?(?:[:=]\s*)?(?=(?:[(<][(<\s]*)?\ue000|$)/giu
const SEPARATOR = /\ue000|(?<!\s)\s+[—–-]+\s+|(?:(?<!\s)\s+)?(?:[;:|/]\s+|,\s*|[—–]\s*)|\t+|\s{2,}|[;:|]$/
const PARTS = new RegExp(`(${SEPARATOR.source})`)
const SIGNS = /^[\s.,;:*•»«<>|=+~¢©®°"'–—/-]+|(?<![\s,;:*•»<>|=+~¢©®"–—/-])[\s,;:*•»<>|=+~¢©®"–—/-]+$/g

/** The person in a line of a list; null without one. Name, address, telephone and remark come in any order. */
export function readPerson(line: string, lines: Lines): PersonFound | null {
	const warnings: PersonWarning[] = []
	// « Ilona » whose first letter a scan read as a sign.
	const text = withoutEmphasis(line).replace(/mailto\s?:\s*/gi, ' ').replace(/(?<![^\s])[|[](?=\p{Ll}{2,}\s[^\]|]*$)/u, 'I')
	const addresses = unglued(text, findAddresses(text))
	const cut = cutOut(text, addresses)
	const phones = findPhones(cut)
	const bare = cutOut(cut, phones).replace(LABEL, ' ')

	const sound = unique(addresses.filter(({ address }) => address !== null), ({ address }) => address!.toLowerCase())
	const [first, ...others] = sound
	const email = first?.address ?? undefined
	const { name, notes, strays } = nameAndNotes(bare, email)
	const entry: RosterEntry = { lines }
	if (name) {
		entry.name = name
	}
	if (email) {
		entry.email = email
	}
	if (first?.repaired) {
		warnings.push({ code: 'address-repaired', read: first.whole ?? first.read, address: email! })
	}
	if (others.length > 0) {
		entry.otherEmails = others.map(({ address }) => address!)
		entry.otherEmails.forEach((other) => warnings.push({ code: 'two-emails', other }))
	}
	for (const { phone, read, repaired, regrouped } of unique(phones, ({ phone, read }) => phone ?? read)) {
		if (phone === null) {
			warnings.push({ code: 'phone-unreadable', read })
			continue
		}
		if (entry.phone === undefined) {
			entry.phone = phone
		} else {
			entry.otherPhones = [...entry.otherPhones ?? [], phone]
			warnings.push({ code: 'two-phones', other: phone })
		}
		if (repaired) {
			warnings.push({ code: 'phone-repaired', read, phone })
		}
		if (regrouped) {
			warnings.push({ code: 'phone-regrouped', read, phone })
		}
	}
	const note = notes.map(repair).filter(Boolean).join(', ')
	if (note) {
		entry.note = note
	}
	strays.forEach((read) => warnings.push({ code: 'stray-mark', read }))
	const unreadable = addresses.find(({ address }) => address === null)?.read.replaceAll(CUT_LINE, '') ?? null
	return name || email || entry.phone ? { entry, warnings, unreadable } : null
}

/** Addresses glued to a name: «Lou Marquefavelou.marquefave@…». */
function unglued(text: string, found: readonly AddressFound[]): AddressFound[] {
	return found.map((one) => {
		const { address, at, glued, read } = one
		if (address === null || (glued === '' && !/^[^\p{Ll}]*\p{Ll}.*\p{Lu}|^\p{Lu}\p{Ll}+[a-z]\./su.test(address.split('@')[0]!))) {
			return one
		}
		const before = text.slice(0, at).split(/[,;:(<|\t]|\s{2}/).at(-1)!.trim().split(/\s+/).slice(-4)
		const local = address.slice(0, address.indexOf('@'))
		for (let i = 0; i < local.length - 2; i++) {
			const rest = address.slice(i)
			for (let from = 0; from < before.length; from++) {
				const name = before.slice(from).join(' ') + (glued === '' ? ' ' : '') + local.slice(0, i)
				if (i + glued.length > 0 && fitsName(rest, name.trim())) {
					return { address: rest, at: at + i, read: read.slice(i), glued: '', repaired: true, whole: (before.at(-1) ?? '') + read }
				}
			}
		}
		return glued === '' ? one : { ...one, address: null, at: at - glued.length, read: glued + read }
	})
}

/** A text with some of its parts replaced by a mark. */
function cutOut(text: string, parts: readonly { at: number, read: string }[]): string {
	return parts.reduceRight((whole, { at, read }) => whole.slice(0, at) + CUT + whole.slice(at + read.length), text)
}

function unique<T>(list: readonly T[], key: (one: T) => string): T[] {
	return [...new Map(list.map((one) => [key(one), one] as const).reverse()).values()].reverse()
}

/** The name in the rest of a line, other words, and lone letters without meaning. */
function nameAndNotes(bare: string, email: string | undefined): { name?: string, notes: string[], strays: string[] } {
	const notes: { at: number, text: string }[] = []
	const strays: string[] = []
	const open = bare.replace(/[([]([^)\]]*)[)\]]?/g, (all, inner: string, at: number) => {
		const text = clean(inner)
		if (text) {
			notes.push({ at, text })
		}
		return CUT.padEnd(all.length, CUT)
	})
	let at = 0
	const segments: { at: number, words: string[] }[] = []
	for (const part of open.split(PARTS)) {
		const text = clean(part)
		if (/[\p{L}\p{N}]/u.test(text)) {
			segments.push({ at, words: collapseSpaces(text).split(' ') })
		}
		at += part.length
	}
	const inverted = joinInverted(segments.map(({ words }) => words), email)
	if (inverted) {
		segments.splice(0, 2, { at: 0, words: inverted })
	}
	const local = email ? localWords(email) : []
	const rated = segments.map(({ words }) => {
		const length = nameLength(words, email)
		const known = words.slice(0, length).filter((word) => fold(word).split(' ').some((part) => part.length > 1 && local.some((one) => one.includes(part)))).length
		return { length, score: length === 0 ? 0 : known * 10 + Math.min(length, 2) + (length === words.length ? 1 : 0) }
	})
	const best = rated.reduce((most, { score }, i) => score > (rated[most]?.score ?? 0) ? i : most, -1)
	let name: string | undefined
	segments.forEach(({ at: place, words }, i) => {
		let rest = words
		if (i === best) {
			const own = words.slice(0, rated[i]!.length)
			rest = words.slice(own.length)
			const letters = (word: string) => word.replace(/\P{L}/gu, '').length
			const whole = own.filter((word) => letters(word) > 1).length
			// A lone letter next to a full name is the rest of a bullet.
			if (whole > 1 && letters(own.at(-1)!) === 1 && !own.at(-1)!.includes('.')) {
				strays.push(own.pop()!)
			}
			if (whole > 1 && letters(own[0]!) === 1 && !own[0]!.includes('.') && !local[0]?.startsWith(fold(own[0]!))) {
				strays.push(own.shift()!)
			}
			name = withoutCivility(ordinaryName(repair(own.join(' ')).replace(/[.,]$/, '')))
		} else if (best === -1 && email && name === undefined && fitsName(email, words.join(' '))) {
			name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
			rest = []
		}
		if (rest.length === 1 && /^\p{L}[.)]?$/u.test(rest[0]!)) {
			strays.push(rest[0]!)
		} else if (rest.length > 0) {
			notes.push({ at: place, text: clean(rest.join(' ')) })
		}
	})
	return { name, notes: notes.sort((one, other) => one.at - other.at).map(({ text }) => text).filter(Boolean), strays }
}

/** «Bousquié, Ginette» or «BOUSQUIÉ; Ginette»: two words, the family name first. */
function joinInverted(segments: readonly string[][], email: string | undefined): string[] | null {
	const [family, first] = segments
	if (!family || !first || family.length > 2 || first.length !== 1 || !isName([...first, ...family].join(' '))) {
		return null
	}
	const name = [...first, ...family]
	return (email && fitsName(email, name.join(' '))) || (/^\p{Lu}{2,}/u.test(family[0]!) && /^\p{Lu}\p{Ll}/u.test(first[0]!)) ? name : null
}

/** « Mme Ludmilla Festal » without the title; « Mme Cros » has nothing else. */
function withoutCivility(name: string): string {
	const rest = name.replace(/^(?:M|Mr|Mme|Mlle|Dr|Pr|Me|Monsieur|Madame|Mademoiselle|Docteur)\.?\s+/, '')
	return rest.includes(' ') ? rest : name
}

function clean(text: string): string {
	return collapseSpaces(text.replaceAll(CUT, ' ')).replace(SIGNS, '').replace(/^(?:et|avec)$/i, '').trim()
}
