/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Placed } from './reading.ts'

import { bullet } from './bullets.ts'
import { withoutEmphasis } from './markup.ts'
import { repair } from './repair.ts'
import { editDistance, hasOpenBracket, isUnfinished, join, MAX_JOINED, plainWords } from './text.ts'
import { isVerb } from './verbs.ts'

/** A column of the grid while it is read: its answers, each of one or several lines. */
export class Cell {
	readonly items: Placed[] = []
	/** The text says that it is empty. */
	unfilled = false
	/** The next text begins an answer, no matter how it looks. */
	private apart = false
	/** How many points below the last answer it has. */
	private children = 0

	/** Adds the text of this column in a line: a new answer, or the rest of the last one. */
	add(text: string, line: number): void {
		for (const part of text.split(/<br\s*\/?>/i)) {
			this.addPart(withoutEmphasis(part.trim()), line)
		}
	}

	/** Adds a line of a paragraph: more of the last answer, unless it has a mark. */
	addMore(text: string, line: number): void {
		const last = this.items.at(-1)
		if (last && !bullet(text) && last.text.length < MAX_JOINED) {
			last.text = join(last.text, text)
			last.lines.to = line
		} else {
			this.add(text, line)
		}
	}

	private addPart(part: string, line: number): void {
		const mark = bullet(part)
		const own = mark ? mark.text : part
		if (own === '' || /^[-–—.…|/]+$/.test(own)) {
			this.apart ||= own === '' && mark !== null
			return
		}
		if (isUnfilled(own)) {
			this.unfilled = true
			return
		}
		const last = this.items.at(-1)
		// « Raconter : » with points below it is one answer.
		const below = last !== undefined && mark !== null && !this.apart && (this.children > 0 || last.text.endsWith(':'))
		this.children = below ? this.children + 1 : mark === null && !this.apart ? this.children : 0
		if (last && below) {
			last.text += `${this.children > 1 ? ',' : ''} ${own}`
			last.lines.to = line
		} else if (last && !mark && !this.apart && continues(last.text, own)) {
			last.text = join(last.text, own)
			last.lines.to = line
		} else {
			this.items.push({ text: own, lines: { from: line, to: line } })
		}
		this.apart = false
	}

	/** A blank line: the next text is another answer, unless the last one cannot end there. */
	part(): void {
		this.apart = this.items.length > 0 && !this.wantsMore
	}

	get wantsMore(): boolean {
		const last = this.items.at(-1)
		return last !== undefined && (isUnfinished(last.text) || /(?<!\p{L})tou(?:s|tes)$/u.test(last.text))
	}

	/** The answers with reading errors corrected. */
	get answers(): Placed[] {
		return this.items.map(({ text, lines }) => ({ text: repair(text).replace(/(?:(?<!\s)\s+)?[;|]$/, ''), lines }))
	}
}

/** Whether a line continues an answer: a small letter says so where answers begin with large ones. */
function continues(before: string, text: string): boolean {
	// A bracket that is never closed does not make one of two answers that begin alike.
	if (hasOpenBracket(before) && !isUnfinished(before.slice(before.lastIndexOf('(') + 1)) && isVerb(before) && /^\p{Lu}/u.test(text) && isVerb(text)) {
		return false
	}
	return before.length < MAX_JOINED && (isUnfinished(before) || before.endsWith(':') || (/^[\p{Ll}(,]/u.test(text) && !/^\p{Ll}/u.test(before)))
}

/** « Non rempli » and other words for an empty cell, possibly with one misread letter. */
export function isUnfilled(text: string): boolean {
	if (text.length > 30 || !/^\W*[anprstv]/i.test(text)) {
		return false
	}
	const words = plainWords(text.replaceAll('0', 'o')).join(' ')
	return /^(?:tableau )?(?:non|pas) (?:rempli|renseigne|complete)e?s?$|^(?:vide|neant|a (?:remplir|completer)|sans objet|ras)$/.test(words) || (words.startsWith('n') && editDistance(words, 'non rempli', 2) <= 2)
}
