/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../shared/lib/fold.ts'

/** The number of people in a line. */
export interface Count {
	/** Smallest and largest; null without a valid number. */
	least: number | null
	most: number | null
	/** The words of the number as in the text; empty without any. */
	read: string
	/** What follows, which may be people. */
	rest: string
}

const NUMBERS: Record<string, number> = { zero: 0, zéro: 0, aucune: 0, aucun: 0, un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16, vingt: 20, trente: 30 }
const WORD = `(?:dix-sept|dix-huit|dix-neuf|vingt et une?|${Object.keys(NUMBERS).join('|')})`
const DIGITS = '[\\dOolI|]{1,3}'
const VAGUE = '(?:une? (?:petite |bonne )?(?:dizaine|quinzaine|vingtaine|trentaine|douzaine|huitaine|poignee|poignée)|plusieurs|quelques|beaucoup|environ \\d+|une? partie)'
const WHO = '(?:personnes?|pers\\.?|participante?s?|inscrite?s?|inscriptions?|volontaires?|membres?|habitante?s?)'
const FIRST = new RegExp(`^(?:(${DIGITS}|${WORD})(?:\\s*(?:à|a|ou|-|–|et)\\s*(${DIGITS}|${WORD}))?|(${VAGUE}))\\s+(?:d['’e]\\s*|autres\\s+)?${WHO}(?!\\p{L})(.*)`, 'isu')
const LAST = new RegExp(`^(?:les\\s+)?(?:nombre d['’])?(?:personnes? |participante?s? )?(?:inscrit(?:e|es|s|\\.e\\.s)?|inscriptions?)(?!\\p{L})[^:(\\d]{0,60}[:(]\\s*(?:(${DIGITS}|${WORD})(?:\\s*(?:à|a|ou|-|–)\\s*(${DIGITS}|${WORD}))?|(${VAGUE}))(?:\\s+(?:personnes?|pers\\.?))?\\s*(?:\\)\\s*)?(?=:|$|\\.)(.*)`, 'isu')
const HEADING = /^(?:les |liste des |personnes |participante?s? |se sont |ont ete |membres |contacts des |coordonnees des )*(?:inscrite?s?|inscriptions?|volontaires|contacts?|coordonnees)(?: (?:pour|sur|a|dans|au|du|de|cette|ce|la|le|les|poursuivre|suite|echanges|groupe|continuer|atelier))*$|^(?:pour|veulent|souhaitent|souhaitant|desirent) (?:poursuivre|continuer)(?: (?:les|echanges|sur|ce|groupe|la|reflexion|le|travail|dans|cet|atelier))*$/

/** Every such line contains one of these. */
const ABOUT = /pers|partici|inscri|volont|membre|habitant/i
const HEADS = /inscri|volont|contact|coordonn|poursuiv|continuer/i

/** The number of people in a line; null if it is about something else. */
export function readCount(text: string): Count | null {
	if (!ABOUT.test(text)) {
		return null
	}
	const [, one, two, vague, rest] = FIRST.exec(text) ?? LAST.exec(text) ?? []
	if (rest === undefined) {
		return null
	}
	// «3 personnes ont dit …» is a sentence of something else.
	if (!LAST.test(text) && !/inscri|poursui|continu|int[eé]ress|volontaire|engag|souhait|^\s*(?::\s*)?$/i.test(text.slice(0, text.length - rest.length) + rest.slice(0, 60))) {
		return null
	}
	const [first, second] = [valueOf(one), valueOf(two)]
	const read = (vague ?? (two ? text.slice(0, text.indexOf(two, one!.length) + two.length) : one ?? '')).trim()
	return { least: first, most: second ?? first, read, rest: afterSentence(rest) }
}

/** Whether a line heads the list of people without a number; the rest of the line, else null. */
export function rosterHeading(text: string): string | null {
	const [, head, rest = ''] = /^([^:]*)(?::\s*(.*))?/s.exec(text) ?? []
	return head !== undefined && HEADS.test(head) && HEADING.test(fold(head)) ? rest : null
}

function valueOf(word: string | undefined): number | null {
	if (word === undefined) {
		return null
	}
	const folded = fold(word)
	if (folded in NUMBERS) {
		return NUMBERS[folded]!
	}
	const compound: Record<string, number> = { 'dix sept': 17, 'dix huit': 18, 'dix neuf': 19, 'vingt et un': 21, 'vingt et une': 21 }
	if (folded in compound) {
		return compound[folded]!
	}
	const digits = word.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1')
	return /\d/.test(word) || /^[lI|]$/.test(word) ? Number(digits) : null
}

/** People named after «… pour poursuivre les échanges sur ce groupe :». */
function afterSentence(rest: string): string {
	const at = rest.indexOf(':')
	return at === -1 ? '' : rest.slice(at + 1).replace(/^[:\s]+/, '')
}
