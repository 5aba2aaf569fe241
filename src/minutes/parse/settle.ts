/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Part } from './assemble.ts'
import type { Label } from './sequence.ts'

import { fold } from '../../shared/lib/fold.ts'
import { HEADING_WORDS } from './lexicon.ts'
import { isUnfinished } from './text.ts'

/** A line of a table of contents: dots before a page number. */
const CONTENTS = /(?<!\.)\.{4,}\s*\d{1,3}$/
/** « 1.1 », within a part numbered 1. */
const WITHIN = /^\d{1,2}\.\d/
/** « bras : des cantonniers » begins, whatever is before it. */
const ENTRY = /^\p{Ll}[\p{L}-]+ ?: \S/u
/** Minimum length of a line that fills the width of the page. */
const LONG = 60

/** Corrects impossible labels, whatever the weights say. Those given by a person or by a series of marks stay. */
export function settled(parts: readonly Part[], width: number): Part[] {
	return parts.map((part, i) => {
		const label = part.given === null && part.opens === null ? instead(part, parts[i - 1], width) : null
		return label === null ? part : { ...part, label }
	})
}

function instead({ label, unit }: Part, before: Part | undefined, width: number): Label | null {
	const { line, text, mark } = unit
	if ('TtH'.includes(label) && CONTENTS.test(line.text)) {
		return 'N'
	}
	if (WITHIN.test(line.text) && (label === 'T' || ('I+'.includes(label) && text.length < LONG && HEADING_WORDS.test(fold(text.replace(/^[\d.\s]+/, '')))))) {
		return 'H'
	}
	if (before === undefined || mark !== null || before.unit.place !== null || unit.place !== null || unit.before || !'HIC+'.includes(before.label)) {
		return null
	}
	const own = before.unit
	const full = own.line.length >= Math.max(width * 0.8, LONG)
	// A sentence continues after a full line, and after a word or a sign that needs more.
	if ('IH'.includes(label)) {
		const goes = full && (/,$/.test(own.text) || (/^\p{Ll}/u.test(text) && !/[.;:!?]$/.test(own.text) && !ENTRY.test(text)))
		return goes || needsMore(own.text) || (/^\(/.test(text) && !/[.;:!?]$/.test(own.text)) ? '+' : null
	}
	// It ended on a short line.
	return label === '+' && own.line.length < width * 0.6 && /^\p{Lu}\p{Ll}/u.test(text) && /[\p{L})?!.]$/u.test(own.text) && !isUnfinished(own.text) ? 'I' : null
}

/** Whether a text cannot end here; a comma may be between points. */
function needsMore(text: string): boolean {
	return isUnfinished(text) && !/,$/.test(text)
}
