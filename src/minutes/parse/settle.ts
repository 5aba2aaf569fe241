/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Part } from './assemble.ts'
import type { Label } from './sequence.ts'

import { fold } from '../../shared/lib/fold.ts'
import { HEADING_WORDS } from './lexicon.ts'

/** A line of a table of contents: dots before a page number. */
const CONTENTS = /(?<!\.)\.{4,}\s*\d{1,3}$/
/** « 1.1 », within a part numbered 1. */
const WITHIN = /^\d{1,2}\.\d/
/** Minimum length of a line that fills the width of the page. */
const LONG = 60

/** Corrects impossible labels, whatever the weights say. Those given by a person stay. */
export function settled(parts: readonly Part[], width: number): Part[] {
	return parts.map((part, i) => {
		const label = part.given === null ? instead(part, parts[i - 1], width) : null
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
	// A sentence continues after a full line.
	const full = before !== undefined && 'I+'.includes(before.label) && before.unit.place === null && before.unit.line.length >= Math.max(width * 0.8, LONG) && !/[.;:!?]$/.test(before.unit.text)
	return label === 'I' && full && mark === null && unit.place === null && !unit.before && /^\p{Ll}/u.test(text) ? '+' : null
}
