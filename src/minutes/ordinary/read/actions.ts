/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../../parse/reading.ts'
import type { Names } from './names.ts'
import type { ReadAction } from './reading.ts'

import { findDays } from './days.ts'
import { namesOf } from './names.ts'

/** Words before a due day. */
const UNTIL = /(?:^|[\s,;:(–—-])(?:(?:à\s+(?:faire|rendre)\s+)?(?:avant|d['’]ici|pour|au plus tard|jusqu['’]|[ée]ch[ée]ance|d[ée]lai|date limite)(?:\s*:)?(?:\s+(?:à|au|le|la|du|de))*\s*(?:le\s+|la\s+|au\s+)?)$/iu
const APART = /(?:^|\s[–—-]\s*|[,;:→(]\s*|(?<!\s)\s{2,})(?:le\s+)?$/u
const TRAILING = /(?<![\s,;:–—-])[\s,;:–—-]+$/u
const LEADING = /^[\s,;:–—-]+/u
const SEES_TO_IT = /^(.{2,60}?)\s+(?:se charge(?:nt)?\s+(?:de\s+|d['’])|s['’]occupe(?:nt)?\s+(?:de\s+|d['’])|pren(?:d|nent) en charge\s+|s['’]engage(?:nt)?\s+à\s+|doi(?:t|vent)\s+|va\s+|vont\s+)(\S.*)$/isu

/** Removes the due day; a day that is part of the sentence stays. */
export function takeDue(text: string, around: string): { text: string, due: string | null } {
	for (const { day, from, to } of findDays(text, around).reverse()) {
		const before = text.slice(0, from)
		const behind = text.slice(to)
		const marker = UNTIL.exec(before)
		const ends = /^[).]*$/.test(behind.trim())
		const cut = marker ? marker.index : ends ? APART.exec(before)?.index : undefined
		if (cut !== undefined) {
			const rest = `${before.slice(0, cut).replace(TRAILING, '').replace(/\($/, '')}${behind.replace(/^\s*\)/, '').replace(/^\s*\.\s*$/, '')}`
			return { text: tidy(rest), due: day }
		}
	}
	return { text: tidy(text), due: null }
}

/** An action in the usual forms: « Odile : le devis, avant le 12 mars », « le devis – Odile », « le devis (Odile) », « Odile se charge du devis ». */
export function readAction(given: string, names: Names, around: string, lines: Lines): ReadAction {
	const { text, due } = takeDue(given.replace(/^\[[ xX✓]?\]\s*/, ''), around)
	const [who, what] = whoAndWhat(text, names)
	// The day may be before the name at the end: « le devis, 12 mars (Odile) ».
	const again = due === null ? takeDue(what, around) : { text: what, due }
	return { who, what: tidy(again.text), due: again.due, lines }
}

function whoAndWhat(text: string, names: Names): [string[], string] {
	const colon = /^([^:]{2,80}?)\s*:\s+(\S.*)$/su.exec(text)
	if (colon && names.mayBe(colon[1]!)) {
		return [namesOf(colon[1]!), colon[2]!]
	}
	const bracket = /\(([^()]{2,80})\)\s*[.;]?$/u.exec(text)
	if (bracket && bracket.index > 0 && names.mayBe(bracket[1]!)) {
		return [namesOf(bracket[1]!), text.slice(0, bracket.index).trimEnd()]
	}
	const dashes = text.split(/(?<!\s)\s+[–—-]+\s+|(?:(?<!\s)\s+)?→\s*/u)
	if (dashes.length > 1) {
		const first = dashes[0]!
		const last = dashes.at(-1)!
		const front = names.allKnown(first) || (names.mayBe(first) && !names.allKnown(last))
		if (front && !(names.allKnown(last) && !names.allKnown(first))) {
			return [namesOf(first), dashes.slice(1).join(' – ')]
		}
		if (names.mayBe(last)) {
			return [namesOf(last), dashes.slice(0, -1).join(' – ')]
		}
	}
	const match = SEES_TO_IT.exec(text)
	if (match && names.mayBe(match[1]!)) {
		return [namesOf(match[1]!), match[2]!]
	}
	const verb = /^(\p{Lu}[\p{L}'’-]+(?:(?:\s+et\s+|,\s*)\p{Lu}[\p{L}'’-]+)*)\s+(\p{Ll}.+)$/su.exec(text)
	if (verb && names.allKnown(verb[1]!)) {
		return [namesOf(verb[1]!), verb[2]!]
	}
	return [[], text]
}

/** Whether a sentence says what a known person is going to do. */
export function isPromise(text: string, names: Names): boolean {
	const match = SEES_TO_IT.exec(text)
	if (match && names.allKnown(match[1]!)) {
		return true
	}
	const verb = /^(\p{Lu}[\p{L}'’-]+(?:\s+et\s+\p{Lu}[\p{L}'’-]+)*)\s+(?:\p{Ll}+(?:era|ira|dra|tra|ra|eront|iront|dront|tront))(?!\p{L})/u.exec(text)
	return verb !== null && names.allKnown(verb[1]!)
}

function tidy(text: string): string {
	return text.replace(/\s+/g, ' ').replace(LEADING, '').replace(TRAILING, '').replace(/\(\s*\)/g, '').trim()
}
