/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../shared/lib/fold.ts'
import { GROUPS } from './groupWords.ts'
import { isCapitals } from './headings.ts'
import { collapseSpaces, isSimilarWord } from './text.ts'

/** A line like « Compte rendu du groupe 3 : Les trajets »: words, a number, a title. */
export interface GroupMark {
	/** Its words without damage; the marks of a series have the same. */
	key: string
	/** The number as in the text; empty without one. */
	read: string
	/** Everything after the number. */
	title: string
	/** « Compte rendu » is before it: hardly anything else in minutes begins so. */
	report: boolean
	/** Nothing else is as likely. */
	sure: boolean
	/** The words are of groups, not of anything that may be numbered. */
	group: boolean
}

/** Their plurals are about several groups. */
const PLURAL = /^(?:groupes|ateliers|commissions|tables|chantiers|carrefours|cercles|equipes|ilots|poles)$/
const REPORTS = ['compte', 'comptes', 'rendu', 'rendus', 'compterendu', 'cr', 'synthese', 'restitution', 'notes', 'rapport', 'releve', 'reunion', 'rencontre']
const SMALL = /^(?:de|du|des|d|la|le|l|les)$/
const KINDS = ['travail', 'reflexion', 'discussion', 'thematique', 'ronde', 'parole']
const ORDINALS = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme', 'sixieme', 'septieme', 'huitieme', 'neuvieme', 'dixieme', 'onzieme', 'douzieme']
/** What is numbered within a group, or in any text. */
const NO_GROUP = /^(?:page|p|point|points|article|resolution|decision|proposition|etape|phase|annexe|jour|idee|action|piste|scenario|objectif|personne|note|fig|figure|tableau|partie|chapitre|tel|axe|priorite|version|saison|numero|n)$/

/** Signs before the words: pictures, points, frames. */
const BEFORE = /^[^\p{L}\p{N}«"“(]+/u
const WORD = /[\p{L}\p{N}|]+/gu
const SPACED = /^(?:\S +){4}/u
/** A number or what is left of one, its separator, and the title. */
const NUMBER = /^(?:[ .]{0,3}([nN] ?[°ºo*](?: ?[.:])?|[nN]um[eé]ro|#))? ?(?:(\d{1,2}|[IVX]{1,4}|[A-HJ-Z])|([^\s\p{P}«"“<]{1,3}|[?!|\]\d§$%&]{1,3}))? ?(?:([:;.,–—\-)/|\]•=>]{1,4}) ?|(?=[«"“<(])|( )|$)/u
/** A colon before the number: « Table n° : 1 ». */
const ALONE = /^[ .]{0,3}(?:[nN] ?[°ºo] ?)?: ?(\d{1,2})$/
const LONGEST = 200

/** Reads the mark of a group in a line of its own; null for other lines. */
export function groupMark(line: string): GroupMark | null {
	if (line.length > LONGEST || line.includes('@')) {
		return null
	}
	const text = joinedLetters(line.replace(BEFORE, ''))
	const named = groupWords(text) ?? otherWords(text)
	if (!named) {
		return null
	}
	const { key, report, group, exact, ordinal } = named
	const rest = collapseSpaces(` ${text.slice(named.end)}`)
	const alone = ALONE.exec(rest)
	const [all, before, clean, damaged, sign, blank] = alone ? [rest, ':', alone[1]] : NUMBER.exec(rest) ?? [rest]
	const read = ordinal ?? clean ?? damaged ?? ''
	const title = rest.slice(all.length).trim()
	const quoted = /^[«"“<]/.test(title)
	const strong = report || quoted
	if (read === '' && !(strong && group && (sign !== undefined || quoted))) {
		return null
	}
	// A word, or a part of one, in place of the number: « Table ronde », « Groupe de Paul ».
	if (clean === undefined && ordinal === undefined && !strong && !(sign !== undefined && /^(?:\P{L}|[lIOoSBZG])+$/u.test(damaged ?? ''))) {
		return null
	}
	if (!strong && isSentence(title, sign, blank)) {
		return null
	}
	return { key, read, title, report, group, sure: exact && (sign !== undefined || before !== undefined || quoted || title === '' || report || isCapitals(title)) }
}

/** « Groupe 3, qui a fini, propose … », « Groupe 3 : 12 personnes », a list of names. */
function isSentence(title: string, sign: string | undefined, blank: string | undefined): boolean {
	return (/[.;,]$/.test(title) && !/\.{3}$/.test(title))
		|| /^\d+\s(?:personne|inscri|participant)/.test(title)
		|| (sign === ',' && /^\p{Ll}/u.test(title))
		|| (sign === undefined && blank !== undefined && title !== '' && !/^[\p{Lu}\d«"“<(]/u.test(title))
}

/** « G R O U P E  3 » without its blanks. */
function joinedLetters(text: string): string {
	return SPACED.test(text) ? text.replace(/(?<=(?:^|\s)\S) (?=\S(?:\s|$))/gu, '') : text
}

interface Named {
	key: string
	report: boolean
	group: boolean
	/** Every word is written as it should be. */
	exact: boolean
	/** Where the words end. */
	end: number
	/** A number before them: « Premier groupe ». */
	ordinal?: string
}

/** The words for a group at the beginning of a text, with and without « compte rendu »; a letter of each may be wrong. */
function groupWords(text: string): Named | null {
	let report = false
	let exact = true
	let ordinal: string | undefined
	const words = [...text.slice(0, 80).matchAll(WORD)].map(({ 0: word, index }) => ({ word: plain(word), at: index, end: index + word.length, read: word }))
	for (let i = 0; i < Math.min(words.length, 7); i++) {
		const { word, read, end } = words[i]!
		const found = groupWord(word) ?? groupWord(word + (words[i + 1]?.word ?? ''))
		if (PLURAL.test(word)) {
			return null
		}
		if (found) {
			const own = found.length === word.length || groupWord(word) !== undefined ? i : i + 1
			const glued = /^(.*?\p{L})(\d{1,2})$/u.exec(read)
			const key = `${report ? 'compte rendu ' : ''}${ordinal ? 'ordinal ' : ''}${words[i - 1]?.word === 'sous' ? 'sous ' : ''}${found}`
			return { key, report, group: true, exact: exact && word === found, end: glued ? end - glued[2]!.length : behindKind(words, own), ...ordinal && { ordinal } }
		}
		const place = ORDINALS.findIndex((one) => one === word || (i === 0 && one === 'premier' && /^(?:premiere|1er|1ere)$/.test(word)) || (one === 'deuxieme' && /^seconde?$/.test(word)))
		if (place !== -1 && i < 2) {
			ordinal = String(place + 1)
		} else if (REPORTS.some((one) => isSimilarWord(word, one))) {
			report = true
			exact &&= REPORTS.includes(word)
		} else if (!SMALL.test(word) && word !== 'sous') {
			return null
		}
	}
	return null
}

/** The end of « groupe de travail », from the word « groupe ». */
function behindKind(words: readonly { word: string, end: number }[], at: number): number {
	const next = SMALL.test(words[at + 1]?.word ?? '') ? at + 2 : at + 1
	return words[KINDS.some((kind) => isSimilarWord(words[next]?.word ?? '', kind)) ? next : at]!.end
}

function groupWord(word: string): string | undefined {
	const bare = word.replace(/(?<!\d)\d+$/, '')
	const other = bare.replace('ii', 'u').replace('rn', 'm')
	return similarWord(bare) ?? (other === bare ? undefined : similarWord(other))
}

function similarWord(bare: string): string | undefined {
	return GROUPS.find((one) => bare === one) ?? (bare.length > 3 ? GROUPS.find((one) => one.length > 4 && isSimilarWord(bare, one)) : undefined)
}

function plain(word: string): string {
	return fold(word.replace(/0(?=\p{L})|(?<=\p{L})0/gu, 'o').replaceAll('|', 'l')).replaceAll(' ', '')
}

const OTHER = /^(\p{L}[\p{L}’'-]*(?:\s\p{L}[\p{L}’'-]*){0,2})\s(?=(?:n\s*[°ºo]\s*)?(?:\d{1,2}|[IVX]{1,4}|[A-H])\s*(?:[:.–—-]|$))/u

/** Any words before a number. */
function otherWords(text: string): Named | null {
	const [, words] = OTHER.exec(text) ?? []
	const key = fold(words ?? '')
	return key === '' || key.split(' ').some((word) => NO_GROUP.test(word)) || !/^\p{Lu}/u.test(text) ? null : { key, report: false, group: false, exact: true, end: words!.length }
}
