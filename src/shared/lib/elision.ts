/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from './fold.ts'

/** The elided endings of words, by language. */
const ELIDED: Readonly<Record<string, RegExp>> = { fr: /(?:^|\s)(?:de|que)$/, oc: /(?:^|\s)(?:de|que)$/, ca: /(?:^|\s)de$/ }

/** Beginnings of French words whose h is heard: nothing is elided before them. The same as in lib/Shared/Elision.php. */
const HEARD_H = /^h(?:a(?!bi|lein|lluc|lter|mec|rmo)|ero[ns]|eriss|etre|eurt|ibou|ierarch|iss|ip ?hop|obb|ockey|omard|oll|on[gt]|ors|ott|ou|uit|url|utt|upp|ue)/

/** Whether “d’” is used before a name. */
function elides(name: string): boolean {
	const folded = fold(name)
	return /^\p{L}/u.test(name) && /^(?:[aeiouh]|y(?![aeiou]))/.test(folded) && !HEARD_H.test(folded) && !/^(?:onz|oui\b|ouist)/.test(folded)
}

/**
 * Words before a name, with the space or the apostrophe between them: “s’inspire d’” before « Eau de pluie ».
 * Both sides are held to tests/fixtures/rules/elision.json.
 *
 * @param words a relation, which ends with “de” or “que” or not
 * @param name the following name
 * @param language code of the language of the words
 */
export function beforeName(words: string, name: string, language: string): string {
	return ELIDED[language.slice(0, 2)]?.test(words) && elides(name) ? `${words.slice(0, -1)}’` : `${words} `
}
