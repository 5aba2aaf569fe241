/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Line } from './lines.ts'

import { withoutMarkup } from './markup.ts'
import { collapseSpaces, isSimilarWord, plainWords } from './text.ts'

/** A line that begins a group. */
export interface GroupHeading {
	/** The number as in the text; empty without one. */
	read: string
	/** Everything after the number, as in the text. */
	title: string
}

const LABEL = String.raw`(?:sous-)?(?:gr[o0]upe|atelier|commission|table(?: ronde)?)(?: de travail| de r[eé]flexion| th[eé]matique)?`
/** What may precede it. */
const REPORT = String.raw`(?:(?:c[o0]mpte[s]?[-\s]?rendus?|cr|synth[eè]se|notes?|restitution|relev[eé]|r[eé]union|rencontre)\s*(?:de la r[eé]union\s*)?(?:de l['’]\s*|du\s+|de\s+|des\s+|–\s*|-\s*|:\s*)?)`
const HEADING = new RegExp(String.raw`^(${REPORT})?${LABEL}(?![\p{L}])\s*(.*)`, 'isu')
/** A number or what may have been one, and its separator from the title. */
const NUMBER = /^(?:[nN]\s*[°ºo]\s*(?:\.\s*)?|num[eé]ro\s+|#\s*)?([\dIl|OoSBZGQTAg?!]{1,3}|[IVX]{1,4}|[A-H](?=\s*[:;.–—)«"“-]))(?=$|[\s:;.,–—\-«"“)/])\s*(?:[:;.,–—\-)/|]+\s*)?(.*)/su
const NO_NUMBER = /^(?:[:;–—-]\s*|(?=[«"“<]))(.*)/su

/** A letter of each word may be misread. */
const MAYBE = /gr[o0]u|[o0]upe|atel|tabl|commi|rendu|c[o0]mpt|[o0]mpte/i

/** Reads the heading of a group in a line; null without one. */
export function groupHeading(line: Line): GroupHeading | null {
	if (line.text.length < 5 || line.text.length > 200 || !MAYBE.test(line.text)) {
		return null
	}
	const { text, heading } = withoutMarkup(line.text)
	const [, report, rest] = HEADING.exec(text) ?? labelMisread(text) ?? []
	if (rest === undefined) {
		return null
	}
	const numbered = NUMBER.exec(rest)
	// «Groupe I» is one; «Groupe l’eau» and «Table Des» are none.
	const [read, behind] = numbered ? [numbered[1]!, numbered[2]!] : ['', NO_NUMBER.exec(rest)?.[1] ?? (rest === '' || report ? rest : undefined)]
	if (behind === undefined) {
		return null
	}
	const sure = report !== undefined || heading || /^[«"“<]/.test(behind)
	if (!sure && !looksLikeTitle(text, behind, read)) {
		return null
	}
	return read === '' && (!sure || (/[.]$/.test(behind) && !/^[«"“<]/.test(behind))) ? null : { read, title: collapseSpaces(behind) }
}

/** «COMPTE-RENDU GR0UPF 3»: the words are recognised although one letter of each is wrong. */
function labelMisread(text: string): [string, string, string] | null {
	const found = /^(\S{1,20}?)[-\s](\S{1,20})\s+(\S{1,20})\s+(.*)/su.exec(text)
	if (!found) {
		return null
	}
	const [, one, two, three, rest] = found
	const word = (given: string) => plainWords(given.replaceAll('0', 'o').replaceAll('|', 'l')).join('')
	const isReport = isSimilarWord(word(one!), 'compte') && isSimilarWord(word(two!), 'rendu') && isSimilarWord(word(three!), 'groupe')
	return isReport ? [text, `${one} ${two}`, rest!] : null
}

/** A sentence that begins with «Groupe 3» is no heading. */
function looksLikeTitle(text: string, title: string, read: string): boolean {
	return /^[\d?IVXlO|]/.test(read) && text.length <= 110 && !/[.;,]$|^\d+\s(?:personne|inscri|participant)/.test(title) && (title === '' || /^\(suite|^[\p{Lu}\d«"“<]/u.test(title) || text === text.toUpperCase())
}

/** Whether a text has letters, and only capitals. */
export function isCapitals(text: string): boolean {
	let [small, large] = [0, 0]
	for (const sign of text) {
		if (sign >= 'a' && sign <= 'z') {
			small++
		} else if (sign >= 'A' && sign <= 'Z') {
			large++
		} else if (sign > '~' && sign.toLowerCase() !== sign.toUpperCase()) {
			small += sign === sign.toLowerCase() ? 1 : 0
			large += sign === sign.toLowerCase() ? 0 : 1
		}
		// At most a tenth are small letters.
		if (small > 20 && small > large) {
			return false
		}
	}
	return small + large > 2 && small <= (small + large) * 0.1
}
