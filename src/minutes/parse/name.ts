/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../shared/lib/fold.ts'
import { localWords } from './address.ts'

/** Small words within names. */
const PARTICLE = /^(?:de|du|des|d|la|le|les|da|dos|van|von|der|den|ben|bint|el|al|ait|y|i|di|del|della|bou|abou|abu|mc|o|san|saint|sainte)$/
/** Words that do not begin a name, even with a capital before them. */
const NO_NAME = /^(?:association|assoc|asso|mairie|commune|communaute|cc|ca|pays|syndicat|centre|bibliotheque|mediatheque|ecole|college|lycee|radio|collectif|cooperative|scop|scic|ferme|atelier|maison|groupe|reseau|cordee|bus|conseil|conseille(?:r|re)|elu|elue|maire|adjoint|adjointe|tel|mail|courriel|telephone|port|portable|mobile|fixe|email|adresse|prochaine?|reunion|rendez|rdv|date|lieu|salle|les|le|la|un|une|des|nous|il|elle|on|pas|sans|ne|a|pour|avec|et|ou|si|voir|contact|contacter|envoyer|ecrire|relancer|proposer|inviter|preparer|trouver|organiser|amap|tiers|cafe|epicerie|foyer|mjc|csc|ccas|epci|parc|pnr|chambre|union|federation|universite|laboratoire|entreprise|sarl|sas|gaec|merci)$/

const WORD = /^(?:(?:\p{Lu}|['’])[\p{L}\p{M}'’.-]*|[dl]['’]\p{Lu}[\p{L}\p{M}'’-]*)$/u

/** Whether a word can be part of a name, judging by its letters. */
function isNameWord(word: string): boolean {
	return WORD.test(word)
}

/** Whether a name follows small words. */
function leadsOn(words: readonly string[], at: number): boolean {
	const next = words.slice(at + 1, at + 3).findIndex(isNameWord)
	return next !== -1 && words.slice(at + 1, at + 1 + next).every((word) => PARTICLE.test(fold(word)))
}

/**
 * How many of the first words of a text are a name.
 *
 * @param words words of the text
 * @param email helps to find the words, if it is made of them
 */
export function nameLength(words: readonly string[], email: string | undefined): number {
	const local = email ? localWords(email) : []
	const letters = local.join('')
	let own = 0
	let capitals = 0
	for (const [i, word] of words.entries()) {
		const plain = fold(word).split(' ')[0] ?? ''
		if (isNameWord(word) && !(i === 0 && plain.length > 1 && NO_NAME.test(plain) && !local.includes(plain)) && !(i > 1 && plain.length > 1 && NO_NAME.test(plain))) {
			own = i + 1
			capitals++
		} else if (PARTICLE.test(plain) && i > 0 && leadsOn(words, i)) {
			continue
		} else {
			break
		}
		// The address consists of what was read so far: the rest is a remark.
		const joined = letters === '' ? '' : fold(words.slice(0, own).join(' ')).replaceAll(' ', '')
		if (letters !== '' && joined === letters && i > 0) {
			const more = words[i + 1]
			// One more family name, unless it is of an organisation.
			return words.length === i + 2 && WORD.test(more!) && /\p{Ll}/u.test(more!) && !NO_NAME.test(fold(more!)) ? i + 2 : own
		}
		// More words than a name has, or than the address contains.
		if (capitals > 5 && joined.length >= letters.length) {
			return 0
		}
	}
	return capitals <= 5 ? own : 0
}

/** Whether a text is a person's name and nothing else. */
export function isName(text: string): boolean {
	const words = text.split(' ')
	return words.length <= 6 && nameLength(words, undefined) === words.length && words.some((word) => /\p{L}{2}/u.test(word))
}

/** A name as usually written: the family name in ordinary case and last. */
export function ordinaryName(name: string): string {
	const words = name.split(' ')
	const large = words.map((word) => /^\p{Lu}[\p{Lu}\p{M}'’.-]+$/u.test(word) && word.replace(/\P{L}/gu, '').length > 1)
	if (!large.includes(true)) {
		return name
	}
	const ordered = large[0] && large.includes(false)
		? [...words.filter((word, i) => !large[i] && !PARTICLE.test(word)), ...words.filter((word, i) => large[i] || PARTICLE.test(word))]
		: words
	return ordered.map((word) => /^\p{Lu}[\p{Lu}\p{M}'’.-]+$/u.test(word) && word.replace(/\P{L}/gu, '').length > 1
		? word.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (letter) => letter.toUpperCase())
		: word).join(' ')
}

/** Whether a name is incomplete: one word, or with an initial. */
export function isIncomplete(name: string): boolean {
	const words = name.split(' ').filter((word) => /\p{L}/u.test(word))
	return words.length < 2 || words.filter((word) => word.replace(/\P{L}/gu, '').length > 1).length < 2
}
