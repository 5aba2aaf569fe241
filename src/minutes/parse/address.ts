/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../shared/lib/fold.ts'
import { editDistance } from './text.ts'

/** An address found in a line. */
export interface AddressFound {
	/** Null if it is illegible. */
	address: string | null
	/** As in the text. */
	read: string
	at: number
	/** Letters before it in the same word, which belong to a name. */
	glued: string
	repaired: boolean
	/** The word it was separated from. */
	whole?: string
}

/** An address, with or without blanks around its sign and its dots. Other characters in place of the sign are reported, not accepted. */
const ADDRESS = /([A-Za-z0-9|._%+-]{1,64})(\s?)@(\s?)([A-Za-z0-9-]+(?:\s?\.\s?[A-Za-z0-9-]+)*\s?\.\s?(?:[a-z]{2,}|[A-Z]{2,}))(?![A-Za-z])/g
const BROKEN = /(?<![^\s<>()[\]])[^\s<>()[\]]+\s?[@©]\s?[^\s<>()[\]]+/g

/** Where the end of a line splits an address. */
export const CUT = '\ue001'
const ENDINGS = new Set(['com', 'org', 'net', 'info', 'coop', 'asso', 'email', 'earth', 'world'])

/** Whether the end of a line is within an address: after a dot or dash before its sign, or within its ending. */
export function cutsAddress(line: string, next: string): boolean {
	if (/(?:^|[\s<(,;:])[a-z\d]+(?:[._-][a-z\d]+)*[._-]$/.test(line) && /^[a-z\d._%+-]+\s?@/.test(next)) {
		return true
	}
	const ending = /@[a-z\d.-]+\.([a-z]{2,4})$/.exec(line)?.[1]
	const rest = /^[a-z]{1,3}(?![\p{L}\p{N}’'-])/u.exec(next)?.[0]
	return ending !== undefined && rest !== undefined && ENDINGS.has(ending + rest)
}

/** All addresses in a line, in order. A split one is not read. */
export function findAddresses(line: string): AddressFound[] {
	if (!/[@©]/.test(line)) {
		return []
	}
	const found: AddressFound[] = []
	for (const match of line.matchAll(ADDRESS)) {
		const [read, given, before, after, domainGiven] = match
		const at = match.index
		const prior = line[at - 1] ?? ''
		// A bar is an l, unless it separates the address from a name.
		const own = /^\p{Lu}.*\|/u.test(given!) ? given!.slice(given!.lastIndexOf('|') + 1) : given!
		const local = own.replaceAll('|', 'l').replace(/^[.+-]+/, '')
		// Dots with blanks around them may be the end of a sentence: «@example.org. Mende».
		const domain = /\s/.test(domainGiven!) ? tightDomain(domainGiven!) : domainGiven!
		// «soledad,canizares@…»: a sign where there was a dot.
		const lead = /[,;]/.test(prior) ? /(?:^|(?<=[\s<(*]))\p{Ll}+[,;]$/u.exec(line.slice(0, at))?.[0] ?? '' : ''
		const lost = before !== '' && /^\p{Lu}/u.test(own)
		const cut = prior === CUT || line[at + read.length] === CUT
		const sound = local !== '' && !cut && !/\.$|\.\./.test(local) && domain !== null && lead === '' && !lost
		const end = read.length - (domain === null ? 0 : domainGiven!.length - lengthOf(domainGiven!, domain))
		const glued = /\p{L}/u.test(prior) ? /(?<![\p{L}\p{M}])[\p{L}\p{M}]+$/u.exec(line.slice(0, at))![0] : ''
		found.push({
			address: sound ? `${local}@${domain}` : null,
			...cut ? wordAround(line, at) : { read: line.slice(at + given!.length - own.length - lead.length, at + end), at: at + given!.length - own.length - lead.length },
			glued,
			repaired: sound && (before !== '' || after !== '' || own.includes('|') || /\s/.test(domainGiven!.slice(0, domain.length))),
		})
	}
	for (const match of line.matchAll(BROKEN)) {
		if (!found.some(({ at, read }) => match.index < at + read.length && at < match.index + match[0].length)) {
			found.push({ address: null, read: match[0], at: match.index, glued: '', repaired: false })
		}
	}
	return found.sort((one, other) => one.at - other.at)
}

/** The word at a place, its parts on both lines. */
function wordAround(line: string, at: number): { read: string, at: number } {
	const from = Math.max(...[' ', '<', '(', ',', ';', ':'].map((sign) => line.lastIndexOf(sign, at))) + 1
	return { read: /^[^\s<>(),;]+/.exec(line.slice(from))?.[0] ?? '', at: from }
}

/** How many characters of a text with blanks correspond to a text without. */
function lengthOf(given: string, tight: string): number {
	let length = 0
	for (let left = tight.length; left > 0; length++) {
		left -= /\s/.test(given[length]!) ? 0 : 1
	}
	return length
}

/** A domain with blanks around its dots: as far as it is one; null if only its first word is left. */
function tightDomain(given: string): string | null {
	const parts = given.split('.')
	let domain = parts[0]!.trim()
	for (let i = 1; i < parts.length; i++) {
		const [left, right] = [parts[i - 1]!, parts[i]!]
		const blank = /\s$/.test(left) || /^\s/.test(right)
		if (blank && (domain.includes('.') || !/^\s?[a-z]{2,3}$/.test(right))) {
			break
		}
		domain += `.${right.trim()}`
	}
	return domain.includes('.') ? domain : null
}

/** The words before the @. */
export function localWords(address: string): string[] {
	return fold(address.slice(0, address.indexOf('@')).replaceAll('_', ' ')).split(' ').filter(Boolean)
}

/** Whether an address is made of a name: all its letters, or an initial and the family name. */
export function fitsName(address: string, name: string): boolean {
	const words = fold(name).split(' ').filter(Boolean)
	const local = localWords(address).join('')
	if (words.length < 2 || local === '') {
		return false
	}
	const [first, ...rest] = words
	const family = rest.join('')
	return [first + family, family + first, first![0] + family, first + family[0]!].includes(local)
}

/** How plausible an address is for a name: prénom.nom, letters without a digit among them. */
export function plausibility(address: string, name: string | undefined): number {
	const local = address.slice(0, address.indexOf('@'))
	return (name && fitsName(address, name) ? 2 : 0) + (/[._-]/.test(local) ? 1 : 0) - (/[a-z]\d|\d[a-z]/i.test(local) ? 2 : 0) - (/\d/.test(address.slice(address.indexOf('@'))) ? 1 : 0)
}

/** Whether two addresses are most probably one, misread in one place. */
export function nearAddress(one: string, other: string): boolean {
	const [a, b] = [one.toLowerCase(), other.toLowerCase()]
	return a !== b && (a.replace(/[^a-z0-9]/g, '') === b.replace(/[^a-z0-9]/g, '') || editDistance(a, b, 2) <= 2)
}

/** The addresses of a line that is a page footer: `mailto:` before each, and nothing else; null for any other line. */
export function footAddresses(text: string): string[] | null {
	if (!/^<?mailto\s?:/i.test(text)) {
		return null
	}
	const parts = text.split(/<?mailto\s?:\s*/i).slice(1).map((part) => part.replace(/(?<![>,;\s])[>,;\s]+$/, ''))
	return parts.every((part) => /^\S+$/.test(part)) ? parts.map((part) => part.replace(/\?.*/s, '')) : null
}
