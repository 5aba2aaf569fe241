/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A mail address or telephone in a text, from–to in UTF-16 units. */
export interface Contact {
	kind: 'email' | 'phone'
	from: number
	to: number
}

/**
 * What makes text a mail address: an at sign in any context, or a written one before a domain. And a
 * phone number: a French one of ten digits that does not begin with a date, one with a country code, or any eight to fifteen digits
 * that are no date, no years, no amount and no registration number; after a word for “phone”, an amount needs its euros.
 *
 * Both are the same in lib/Minutes/Contacts.php and tested by tests/fixtures/rules/contacts.json.
 */
const AT = /[@＠﹫]|[[(](?:at|arobase|a)[\])](?=\s?[\p{L}\p{N}-]+\s?\.\s?\p{L})/giu
const PHONE = /(?<![\p{L}\p{N}])(?:(?:\+|00)\s?33\s?(?:\(0\)\s?)?[1-9](?:[\s.\-/]{0,2}\d){8}|(?:\+|00)\s?[1-9]\d{0,2}(?:[\s.\-/()]{0,3}\d){8,12}|(?!\d\d[./-]\d\d[./-]\d{4})0(?:[\s.\-/]{0,2}\d){9})(?![\p{L}\p{N}])/gu
const CALLED = /(?<![\p{L}\p{N}])(?:t[ée]\u0301?l(?:[ée]\u0301?phone)?|portable|mobile|gsm|fax)[\s.:]{0,3}(?:(?:au|est le|no|n°)[\s.:]{0,2})?(?!(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d\d)(?![./-]?\d)|(?:19|20)\d\d(?!\d)|\d{1,3}(?:[\s.]\d{3}){1,4}\s?(?:€|euros?))(\+?\d(?:[\s.\-/]{0,2}\d){7,13})(?![\p{L}\p{N}])/giu

/** Eight to fifteen digits in one group; what they are not is found first. */
const DIGITS = /(?<![\p{L}\p{N}])(?:(?:(?:\d\d?[-/])?(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d\d)(?![./-]?\d)|(?:19|20)\d\d[./-]\d\d[./-]\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:19|20)\d\d(?:\s?[\s/-]\s?(?:19|20)\d\d)+|\d{1,3}(?:[\s.]000){1,4}|\d{1,3}(?:[\s.]\d{3}){1,4}\s?(?:€|euros?)|\d{3} \d{3} \d{3} \d{5})(?!\d)|(\d(?:[\s.\-/]{0,2}\d){7,14})(?![\p{L}\p{N}]))/gu

/** The characters that end an address, in addition to the beginning and end of the text. */
const END = /[\s<>()[\]"«»,;:]/
const DOMAIN = /^\s{0,2}[\p{L}\p{N}-]+(?:\s?\.\s?\p{L}[\p{L}\p{N}-]*)+/u
const BLANKS = 2

/** The mail addresses and phone numbers in a text, in order, without overlap. */
export function findContacts(text: string): Contact[] {
	const emails: Contact[] = []
	for (const { index, 0: { length } } of text.matchAll(AT)) {
		const before = emails.at(-1)
		if (before && index < before.to) {
			continue
		}
		const address = around(text, index, index + length)
		emails.push(before && address.from < before.to ? { ...address, from: before.to } : address)
	}
	const whole = [...text.matchAll(PHONE)].map((match) => phoneTo(match.index + match[0].length, match[0]))
	const called = [...text.matchAll(CALLED)].map((match) => phoneTo(match.index + match[0].length, match[1]!))
	const digits = [...text.matchAll(DIGITS)].flatMap(({ index, 1: run }) => run === undefined ? [] : [phoneTo(index + run.length, run)])
	const phones = apart(apart(whole, called), digits)
	const found: Contact[] = []
	for (const contact of [...emails, ...phones].sort((one, other) => one.from - other.from)) {
		const before = found.at(-1)
		if (before && contact.from < before.to) {
			// The blanks before an at sign may end in a phone number: neither leaves a piece behind.
			found[found.length - 1] = { kind: 'email', from: before.from, to: Math.max(before.to, contact.to) }
		} else {
			found.push(contact)
		}
	}
	return found
}

/** Some contacts, and those of others that overlap with none of them. Both are in order. */
function apart(some: readonly Contact[], others: readonly Contact[]): Contact[] {
	let i = 0
	const free = others.filter(({ from, to }) => {
		while (i < some.length && some[i]!.to <= from) {
			i++
		}
		return i === some.length || some[i]!.from >= to
	})
	return [...some, ...free].sort((one, other) => one.from - other.from)
}

function phoneTo(to: number, { length }: string): Contact {
	return { kind: 'phone', from: to - length, to }
}

/** A text with … instead of each address and phone number; repeated, in case one was hidden by another. */
export function withoutContacts(text: string): string {
	for (let found = findContacts(text); found.length > 0; found = findContacts(text)) {
		text = found.reduceRight((cut, { from, to }) => `${cut.slice(0, from)}…${cut.slice(to)}`, text)
	}
	return text
}

/** The address around its sign; blanks next to the sign belong to it if a domain follows. */
function around(text: string, from: number, to: number): Contact {
	const domain = DOMAIN.exec(text.slice(to, to + 260))
	if (domain) {
		to += domain[0].length
		for (let blanks = 0; blanks < BLANKS && /\s/.test(text.charAt(from - 1)); blanks++) {
			from--
		}
	}
	while (to < text.length && !END.test(text.charAt(to))) {
		to++
	}
	while (from > 0 && !END.test(text.charAt(from - 1))) {
		from--
	}
	return { kind: 'email', from, to }
}
