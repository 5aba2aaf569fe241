/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupReading, RosterEntry, Warning } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'
import { localWords, nearAddress } from './address.ts'
import { editDistance } from './text.ts'

/** An address as the groups have it. */
interface Known {
	address: string
	/** Folded names of those who have it. */
	names: Set<string>
	/** How much speaks for it: how often it occurs, at the foot of a page most. */
	rank: number
}

/** What the foot of a page counts, and a capital letter within the domain. */
const FOOT = 4
const CAPITAL = -2

const localOf = (address: string) => address.split('@')[0]!.toLowerCase()
const domainOf = (address: string) => address.split('@')[1] ?? ''

/**
 * The groups with names and addresses as the other groups confirm them. An address that more speaks for replaces one that is spelled a little differently
 * for the same person or the same initials; where nothing decides, both groups have a warning.
 *
 * @param groups groups of the text
 * @param feet addresses at the feet of its pages
 */
export function withSpellings(groups: readonly GroupReading[], feet: readonly string[] = []): GroupReading[] {
	const known = knownAddresses(groups, feet)
	const names = knownNames(groups)
	const mended = groups.map((group) => {
		const warnings: Warning[] = []
		const roster = group.roster.map((person, entry) => {
			const mended = withAddresses(named(person, names), known)
			if (mended.email !== person.email) {
				warnings.push({ code: 'address-conflict', entry, lines: person.lines, listed: person.email!, footer: null, kept: mended.email! })
			}
			return mended
		})
		return warnings.length === 0 ? { ...group, roster } : { ...group, roster, warnings: [...group.warnings.map((warning) => warning.code === 'two-emails' ? { ...warning, other: roster[warning.entry]!.otherEmails?.[0] ?? warning.other } : warning), ...warnings] }
	})
	return withDoubts(mended)
}

function knownAddresses(groups: readonly GroupReading[], feet: readonly string[]): Map<string, Known> {
	const known = new Map<string, Known>()
	const at = (address: string) => {
		const key = address.toLowerCase()
		const one = known.get(key) ?? { address, names: new Set(), rank: /[A-Z]/.test(domainOf(address)) && /[a-z]/.test(domainOf(address)) ? CAPITAL : 0 }
		known.set(key, one)
		return one
	}
	for (const { name, email } of groups.flatMap(({ roster }) => roster)) {
		if (email) {
			const one = at(email)
			one.rank++
			one.names.add(fold(name ?? ''))
		}
	}
	new Set(feet.map((foot) => foot.toLowerCase())).forEach((foot) => {
		at(foot).rank += FOOT
	})
	return known
}

/** A person with better spelled addresses; the domain of one serves for the others. */
function withAddresses(person: RosterEntry, known: ReadonlyMap<string, Known>): RosterEntry {
	const own = [person.email, ...person.otherEmails ?? []].filter((one) => one !== undefined)
	const better = own.map((address) => betterThan(address, person, known))
	const domains = new Map(own.flatMap((address, i) => better[i] ? [[domainOf(address), domainOf(better[i])]] : []))
	if (domains.size === 0) {
		return person
	}
	const [email, ...others] = own.map((address, i) => better[i] ?? address.replace(/@.*/s, `@${domains.get(domainOf(address)) ?? domainOf(address)}`))
	return { ...person, email: email!, ...others.length > 0 && { otherEmails: others } }
}

function betterThan(address: string, { name = '', note = '' }: RosterEntry, known: ReadonlyMap<string, Known>): string | null {
	const rank = known.get(address.toLowerCase())?.rank ?? 0
	// An organisation may stand for a person.
	const initials = [...note.match(/(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu) ?? [], name].map(fold)
	const better = [...known.values()].filter((one) => {
		const same = (name !== '' && one.names.has(fold(name))) || (localOf(one.address) === localOf(address) && initials.includes(domainOf(one.address).split('.')[0]!))
		return one.rank > rank && same && nearAddress(one.address, address)
	})
	return better.length === 0 ? null : better.reduce((best, one) => one.rank > best.rank ? one : best).address
}

/** For each address the names of those who have it, with how often. */
function knownNames(groups: readonly GroupReading[]): Map<string, Map<string, number>> {
	const names = new Map<string, Map<string, number>>()
	for (const { name, email } of groups.flatMap(({ roster }) => roster)) {
		if (name && email) {
			const own = names.get(email.toLowerCase()) ?? new Map<string, number>()
			names.set(email.toLowerCase(), own.set(name, (own.get(name) ?? 0) + 1))
		}
	}
	return names
}

/** A person whose name most other groups spell a little differently, or in the other order; if as many do, the order of the address decides. */
function named(person: RosterEntry, names: ReadonlyMap<string, ReadonlyMap<string, number>>): RosterEntry {
	const { name, email } = person
	const all = name && email ? names.get(email.toLowerCase()) : undefined
	if (!all || all.size < 2) {
		return person
	}
	const words = (one: string) => fold(one).split(' ').sort().join(' ')
	const first = (one: string) => localWords(email!)[0]?.startsWith(fold(one).slice(0, 4)) ? 0.5 : 0
	const weight = (one: string) => all.get(one)! + (words(one) === words(name!) ? first(one) : 0)
	const alike = [...all.keys()].filter((one) => words(one) === words(name!) || (one.length > 8 && editDistance(one, name!, 2) <= 2))
	const best = alike.reduce((most, one) => weight(one) > weight(most) ? one : most, name!)
	return best === name ? person : { ...person, name: best }
}

/** The groups with a warning at each address that another group spells differently for the same name. */
function withDoubts(groups: readonly GroupReading[]): GroupReading[] {
	const spellings = new Map<string, Set<string>>()
	groups.forEach(({ roster }) => roster.forEach(({ name, email }) => name && email && spellings.set(fold(name), (spellings.get(fold(name)) ?? new Set()).add(email))))
	return groups.map((group) => {
		const warnings = group.roster.flatMap(({ name = '', email = '', lines }, entry): Warning[] => {
			const other = [...spellings.get(fold(name)) ?? []].find((one) => nearAddress(one, email))
			return other === undefined || group.roster.some((person) => person.email === other) ? [] : [{ code: 'address-elsewhere', entry, other, lines }]
		})
		return warnings.length === 0 ? group : { ...group, warnings: [...group.warnings, ...warnings] }
	})
}
