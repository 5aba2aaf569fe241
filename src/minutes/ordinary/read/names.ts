/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../../shared/lib/fold.ts'
import { isName } from '../../parse/name.ts'

/** Words for everyone, or for nobody yet, in the place of a name. */
const NOT_ONE = /^(?:tous|toutes|tous et toutes|toutes et tous|tout le monde|a voir|a definir|a preciser|le groupe|le bureau|chacun|chacune|facilitateurs?)$/
const BETWEEN = /[,;/+&]|(?<![\p{L}\p{N}])(?:et|avec)(?![\p{L}\p{N}])/iu

/** The names of a list such as « Odile, Linh et Paul (en visio) ». */
export function namesOf(text: string): string[] {
	return text
		.replace(/\([^()]*\)/g, ' ')
		.replace(/(?<![.\s])[.\s]+$/, '')
		.split(BETWEEN)
		.map((one) => one.trim().replace(/^(?:mme|m\.|mr)\s+/i, '').replace(/\s+/g, ' ').replace(/^[-–—:\s]+/, ''))
		.filter((one) => one !== '')
}

/** Whether a word means everyone, or that a person is still to be found. */
export function isForAll(text: string): boolean {
	return NOT_ONE.test(fold(text))
}

/** Recognises names: those of the people present, and others that look like one. */
export class Names {
	private readonly known = new Set<string>()

	/** The first word of a name is enough: that is how minutes name people. */
	add(names: readonly string[]): void {
		for (const name of names) {
			this.known.add(fold(name))
			this.known.add(fold(name.split(' ')[0] ?? ''))
		}
	}

	/** Whether all names in a text are known. */
	allKnown(text: string): boolean {
		const names = namesOf(text)
		return names.length > 0 && names.every((name) => this.known.has(fold(name)) || isForAll(name))
	}

	/** Whether a text can be the person in charge: only names. */
	mayBe(text: string): boolean {
		const names = namesOf(text)
		return names.length > 0 && names.length <= 8 && names.every((name) => this.known.has(fold(name)) || isForAll(name) || (name.split(' ').length <= 3 && isName(name)))
	}
}
