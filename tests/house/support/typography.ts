/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What a language asks of its translations. */
export interface Language {
	/** As in the files of Nextcloud itself (lib/l10n). */
	pluralForm: string
	/** What is wrong in a text, by what to say of it. */
	wrong: Record<string, (text: string) => boolean>
}

const contains = (pattern: RegExp) => (text: string) => pattern.test(text)
const count = (text: string, mark: string) => text.split(mark).length

const EVERYWHERE = {
	'quotation marks are « », apostrophes ’, an ellipsis is one character': contains(/["'“”‘´`]|\.\.\./),
	'what is opened by « is closed by »': (text: string) => count(text, '«') !== count(text, '»'),
	'no two spaces': contains(/ {2}/),
}

/** French and Occitan: U+00A0 before these signs, and within « ». */
const SPACED = {
	...EVERYWHERE,
	'a fixed space before : ; ! ? and »': contains(/(?<!\u00a0)[;!?»]|(?<![\u00a0\d]):(?!\/\/)/),
	'a fixed space behind «': contains(/«(?!\u00a0)/),
}

const UNSPACED = {
	...EVERYWHERE,
	'no space before : ; ! ? and »': contains(/\s[:;!?»]/),
	'no space behind «': contains(/«\s/),
}

export const LANGUAGES: Readonly<Record<string, Language>> = {
	ca: {
		pluralForm: 'nplurals=2; plural=(n != 1);',
		wrong: {
			...UNSPACED,
			'no ¿ and ¡': contains(/[¿¡]/),
			'the dot of l·l is U+00B7': contains(/l[.•‧]l|ŀ/i),
		},
	},
	es: {
		pluralForm: 'nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;',
		wrong: {
			...UNSPACED,
			'a question opens with ¿': (text) => count(text, '¿') !== count(text, '?'),
			'an exclamation opens with ¡': (text) => count(text, '¡') !== count(text, '!'),
		},
	},
	fr: {
		pluralForm: 'nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;',
		wrong: SPACED,
	},
	oc: {
		pluralForm: 'nplurals=2; plural=(n > 1);',
		wrong: SPACED,
	},
}

/** How many forms a plural has. */
export const formsOf = ({ pluralForm }: Language) => Number(/^nplurals=(\d)/.exec(pluralForm)![1])

/** What is wrong in texts, each as a sentence. */
export function typographyFaults(texts: string[], { wrong }: Language): string[] {
	return Object.entries(wrong).flatMap(([what, is]) => texts.filter(is).map((text) => `${what}: “${text}”`))
}
