/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AST } from '@eslint-community/regexpp'
import type { Pattern } from './patterns.ts'

import { RegExpParser } from '@eslint-community/regexpp'

/** Of a set of characters the first of these that is in it. */
const CANDIDATES = ['a', 'A', '1', ' ', '\t', '-', '.', '@', ',', ':', '(', '"', '\'', '/', '_', '|', '•', '°', '’', '\n', '\0', 'é', '\u{1F600}', ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))]
/** What parts one piece from the next. */
const BETWEEN = ['', ' ', '\0', '\n']

/**
 * Pieces whose repetition is hard on a pattern that reads a text more than once: what it begins with, further and further, and what
 * may be repeated in it.
 */
export function pieces({ source, flags }: Pattern): string[] {
	const found = new Set<string>()
	const walk = ({ elements }: { elements: readonly AST.Element[] }): void => {
		let before = ''
		for (const element of elements) {
			for (const inner of alternatives(element)) {
				walk(inner)
			}
			const own = sample(element, flags)
			before += own
			found.add(own)
			found.add(before)
		}
	}
	new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') }).alternatives.forEach(walk)
	return [...found].filter((piece) => piece !== '').flatMap((piece) => BETWEEN.map((between) => piece + between))
}

/** A text that is hard on a pattern: a piece again and again, and what comes behind. */
export interface Attack {
	piece: string
	behind: string
}

/** With nothing behind, with something that fits nothing, and with all that a search may look for first, in no order that fits. */
export function attacks(pattern: Pattern): Attack[] {
	const own = pieces(pattern)
	const scattered = [...new Set(own.flatMap((piece) => [...piece]))].reverse().join('\ue000')
	return [...new Set(own)].flatMap((piece) => ['', '\ue000', `\ue000${scattered}`].map((behind) => ({ piece, behind })))
}

/** The text of an attack, of about this length. */
export function textOf({ piece, behind }: Attack, length: number): string {
	return piece.repeat(Math.ceil(length / piece.length)) + behind
}

function alternatives(element: AST.Element): readonly { elements: readonly AST.Element[] }[] {
	switch (element.type) {
		case 'Group':
		case 'CapturingGroup':
			return element.alternatives
		case 'Assertion':
			return 'alternatives' in element ? element.alternatives : []
		case 'Quantifier':
			return [{ elements: [element.element] }]
		default:
			return []
	}
}

/** A short text that an element takes. */
function sample(element: AST.Element, flags: string): string {
	switch (element.type) {
		case 'Character':
			return String.fromCodePoint(element.value)
		case 'CharacterSet':
		case 'CharacterClass': {
			const one = new RegExp(`^${element.raw}$`, flags.replace(/[gy]/g, ''))
			return CANDIDATES.find((candidate) => one.test(candidate)) ?? 'a'
		}
		case 'Group':
		case 'CapturingGroup':
			return element.alternatives[0]!.elements.map((inner) => sample(inner, flags)).join('')
		case 'Quantifier':
			return sample(element.element, flags).repeat(Math.max(1, element.min))
		default:
			return ''
	}
}
