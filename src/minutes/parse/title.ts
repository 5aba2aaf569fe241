/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupMark } from './groupMark.ts'
import type { Unit } from './layout.ts'
import type { Lines, Placed } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'
import { groupHeading, isCapitals } from './headings.ts'
import { span } from './reading.ts'
import { likeCase, repair } from './repair.ts'
import { editDistance, plainWords } from './text.ts'

/** Words of titles, which are often without their accents; without them they are hardly ever another word. */
const ACCENTS = new Map(['à', 'fête', 'légumes', 'légume', 'vallée', 'vallées', 'fermées', 'fermée', 'volontés', 'volonté', 'éducation', 'école', 'écoles', 'énergie', 'énergies', 'été', 'égalité', 'échanges', 'échange',
	'économie', 'écoute', 'élus', 'élu', 'équipe', 'santé', 'mobilité', 'mobilités', 'solidarité', 'solidarités', 'jeunesse', 'société', 'liberté', 'précarité', 'réseau', 'réseaux', 'réunion', 'réparer', 'récit', 'récits', 'mémoire',
	'mémoires', 'métier', 'métiers', 'bénévole', 'bénévoles', 'bénévolat', 'démocratie', 'décider', 'décision', 'départ', 'déchets', 'développement', 'théâtre', 'médiathèque', 'bibliothèque', 'bibliothèques', 'problème', 'premières',
	'première', 'dernière', 'lumière', 'rivière', 'rivières', 'forêt', 'forêts', 'prêter', 'rêver', 'rôle', 'même', 'être', 'fenêtre', 'bâtir', 'château', 'gâteau', 'hôpital', 'hôtes', 'coût', 'goût', 'août', 'île', 'français', 'façon',
	'leçon', 'reçu', 'déçus', 'ça', 'après', 'très', 'succès', 'accès', 'réussir', 'répondre', 'sécurité', 'propriété', 'vérité', 'générations', 'génération', 'régie', 'région', 'célébrer', 'créer', 'création', 'créations', 'matériel',
	'numérique', 'éleveurs', 'éleveuses', 'fêter', 'brûle', 'brûler', 'écrire', 'écriture', 'étude', 'études', 'état', 'états', 'évènement', 'évènements', 'éolien', 'église', 'églises', 'épicerie', 'épiceries', 'électricité', 'élevage', 'héritage', 'étrangers', 'invités', 'oubliés', 'partagée', 'partagées'].map((word) => [fold(word), word]))

/**
 * A title in normal writing: without quotes, in ordinary case.
 *
 * @param read as in the text
 * @param names words written with a capital elsewhere in the text, by their folded form
 */
export function title(read: string, names: ReadonlyMap<string, string>): string {
	const bare = read
		.replace(/(?:(?<!\s)\s+)?[»”"]\s*(?:\.{2,}|…)\s*[»«“"]\s*/g, '… ')
		.replace(/[«»“”"<>]/g, ' ')
		.replace(/(?<!\s)\s+([,.…])/g, '$1')
		.replace(/(?<![\s.])(?:\s*\.){4,}\s*(?:\d+\s*)?$/, '')
		.replace(/^[\s:;–—-]+|(?<![\s:;–—|-])[\s:;–—|-]+$/g, '')
	const text = repair(bare)
	if (!isCapitals(text)) {
		const accented = text.replace(/\p{L}{3,}/gu, (word) => /^[a-z]+$/i.test(word) ? likeCase(ACCENTS.get(word.toLowerCase()) ?? word, word) : word)
		return accented.charAt(0).toUpperCase() + accented.slice(1)
	}
	const lower = repair(text.toLowerCase().replace(/\p{L}+/gu, (word) => names.get(fold(word)) ?? (word === 'a' ? word : ACCENTS.get(fold(word)) ?? word)))
	return lower.replace(/^.|(?<=… )./gu, (letter) => letter.toUpperCase())
}

/**
 * Which words of titles in capitals are names: within sentences they always have a capital. By their folded form.
 *
 * @param titles titles as in the text
 * @param text the whole text
 */
export function namesIn(titles: readonly string[], text: string): Map<string, string> {
	const asked = new Set(titles.filter(isCapitals).flatMap((words) => words.match(/\p{L}{3,}/gu) ?? []).map(fold))
	const names = new Map<string, string>()
	if (asked.size === 0) {
		return names
	}
	for (const [, word] of text.matchAll(/[\p{L},’'] ?(?<!\p{L})(\p{Lu}\p{Ll}{2,})(?!\p{L})/gu)) {
		if (asked.has(fold(word!))) {
			names.set(fold(word!), word!)
		}
	}
	return new Map([...names].filter(([, word]) => !text.includes(word.toLowerCase())))
}

/** The lines that begin a group. */
export interface GroupTitle {
	/** All of them. */
	lines: Lines
	/** The number as in the text; empty without one. */
	read: string
	numberLines: Lines
	/** There is more than a title: « Groupe », a number, a place. */
	named: boolean
	/** Everything but the number, as in the text. */
	title: Placed
}

/** What announces a title. */
const LEAD = /^(?:titre|th[eè]me|sujet|intitul[eé]|objet|question)(?: (?:trait[eé]e?|abord[eé]e?|retenue?|du groupe|de (?:l['’]atelier|la table)))? ?: */i
/** A number after a word for a group, later in the line: «10 h – Salle bleue – Atelier 1 : …», «Table n° : 1». */
const WITHIN = /^(?:[^:]{0,60}[–—:,-] )?(?:groupe|atelier|table|commission|chantier)(?: de travail)? ?(?:n ?[°ºo])? ?:? ?(\d{1,2})(?: ?[:.–—-] ?(.*))?$/isu
const NUMBERED = /^(?:\p{L}[\p{L}’'-]*\s+){0,4}?(?:n\s*[°ºo]\s*(?:\.\s*)?|num[eé]ro\s+)?(\d{1,2}|[A-H]|[IVX]{1,4})\s*(?:[:;.,–—\-)/|\]]+\s*|(?=[«"“])|$)(.*)/su
const BEHIND = /\((?:sous-)?(?:groupe|atelier|table)\s+(?:n\s*[°o]\s*)?(\d{1,2}|[A-H])\)\s*$/iu
const NAMED = /^(?:(?:compte[- ]rendu|cr|synth[eè]se)\s+(?:du\s+|de\s+la\s+|de\s+l['’]\s*)?)?(?:le\s+)?(?:groupe|atelier|commission|table(?: ronde)?|caf[eé]|salle|[îi]lot|p[oô]le)\s+(?:d(?:e la|u|es|e|['’])\s*)?[\p{L}’' -]{2,30}? ?[:–—]\s+(.+)/isu

/** The title of a group from its unit, and from the following ones that continue it; `mark` if it belongs to a series. */
export function groupTitle(units: readonly Unit[], mark: GroupMark | null): GroupTitle {
	const [first, ...below] = units
	const place = (unit: Unit) => ({ from: unit!.line.index, to: unit!.line.index })
	const own = mark ? { ...mark, named: true } : titleParts(first!)
	const lines = span(...units.map(place))
	const more = below.map(({ text }) => text.replace(LEAD, ''))
	const text = own.title === '' && more.length > 0 ? more.join(' ') : [own.title, ...more].join(' ')
	return {
		lines,
		read: own.read,
		numberLines: place(first!),
		named: own.named,
		title: { text, lines: own.title === '' && below.length > 0 ? span(...below.map(place)) : lines },
	}
}

/** Number and title in one line. */
function titleParts({ line, text: given, mark }: Unit): { read: string, title: string, named: boolean } {
	// Pictures and signs before it.
	const text = given.replace(/^[^\p{L}\p{N}«"“‘'([#]+/u, '') || given
	const heading = groupHeading({ ...line, text })
	if (heading) {
		return { read: heading.read, title: heading.title, named: true }
	}
	const behind = BEHIND.exec(text)
	if (behind) {
		return { read: behind[1]!, title: text.slice(0, behind.index).trimEnd(), named: true }
	}
	if (mark?.family === 'number') {
		// Any list has numbers.
		return { read: /^\d/.test(line.text) ? String(mark.number) : '', title: text, named: false }
	}
	const numbered = NUMBERED.exec(text.replace(/^[[(]|[\])]$/g, ''))
	if (numbered) {
		return { read: numbered[1]!, title: numbered[2]!, named: true }
	}
	const later = WITHIN.exec(text)
	if (later) {
		return { read: later[1]!, title: later[2] ?? '', named: true }
	}
	const within = /^.{0,30}?groupe (\d{1,2}) .{0,40}?\bsur (.+)/isu.exec(text)
	const named = NAMED.exec(text)?.[1]
	return within ? { read: within[1]!, title: within[2]!.replace(/\.$/, ''), named: true } : { read: '', title: (named ?? text).replace(LEAD, ''), named: named !== undefined }
}

/** Whether two titles are equal, apart from a misread letter. */
export function sameTitle(one: GroupTitle, other: GroupTitle): boolean {
	const key = ({ read, title: { text } }: GroupTitle) => `${read} ${plainWords(text).join(' ').replace(/ (?:p )?\d+$/, '')}`
	const [a, b] = [key(one), key(other)]
	return one.read === other.read && (/^(?:suite)?$/.test(plainWords(one.title.text).join(' ')) || editDistance(a, b, Math.floor(a.length * 0.1)) <= a.length * 0.1)
}
