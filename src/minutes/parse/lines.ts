/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineStyle, Styles } from '../read/lineStyle.ts'

import { fold } from '../../shared/lib/fold.ts'
import { NUMBERED_GROUP } from './groupWords.ts'
import { sourceLines } from './sourceLines.ts'

/** A line of the source prepared for reading. */
export interface Line {
	/** Its index in the source, from 0. */
	index: number
	/** Trimmed, with its inner gaps. */
	text: string
	/** The text with the blanks before it. */
	whole: string
	/** Blanks before the text, a tab counted as four. */
	indent: number
	/** Length on the page. */
	length: number
	/** The first non-blank line of a page. */
	page: boolean
	/** Its style in the document; null without one. */
	style: LineStyle | null
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\f\v]/g
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const LIGATURES = /[\ufb00-\ufb04]/g

const ODD = /[\u00a0\u00ad\u2000-\u200f\u202f\u205f\u2060\u3000\ufb00-\ufb04\ufeff\f\v]/

/** Lines that only separate: rules, and page numbers. */
const RULE = /^(?:[-–—_=*~#.•]\s?){3,}$/
const PAGE_NUMBER = /^(?:page|p\.)?\s*(?:[-–—]\s*)?\d{1,3}\s*(?:(?:\/|\||sur)\s*\d{1,3}\s*)?[-–—]?$/i

/**
 * The lines of a text without page numbers, headers and footers.
 *
 * @param text the text
 * @param kept indexes of lines that stay in any case
 * @param styles styles of its lines, in a document
 */
export function readLines(text: string, kept: ReadonlySet<number> = new Set(), styles: Styles = []): Line[] {
	const odd = ODD.test(text)
	const quoted = quotes(sourceLines(text))
	const lines = sourceLines(text).map((given, index): Line => {
		const raw = quoted[index] === 'text' || kept.has(index) ? given.replace(/^(?:\s?>)+ ?/, '') : quoted[index] === 'reply' ? '' : given
		const plain = !odd ? raw : raw.replace(INVISIBLE, '').replace(SPACES, ' ').replace(LIGATURES, (letters) => letters.normalize('NFKC'))
		const before = plain.slice(0, plain.length - plain.trimStart().length)
		return {
			index,
			text: plain.trim(),
			whole: plain.trimEnd(),
			indent: before.replaceAll('\t', '    ').length,
			length: plain.trimEnd().length,
			page: raw.includes('\f'),
			style: styles[index] ?? null,
		}
	})
	const furniture = pageFurniture(lines)
	let page = false
	return lines.flatMap((line, i) => {
		page ||= line.page || furniture.has(i)
		if (!kept.has(i) && (furniture.has(i) || RULE.test(line.text))) {
			return []
		}
		const first = page && line.text !== ''
		page &&= line.text === ''
		return [{ ...line, page: first }]
	})
}

/** Lines of quoted mails behind a >: of the text itself if most lines have one, else of an older mail at its end. */
function quotes(lines: readonly string[]): ('text' | 'reply' | null)[] {
	const marked = lines.map((line) => /^\s?>/.test(line))
	const many = marked.filter(Boolean).length
	const written = lines.filter((line) => line.trim() !== '').length
	if (many > 4 && many >= written / 2) {
		return marked.map((is) => is ? 'text' : null)
	}
	const reply = lines.findIndex((line, i) => /(?:a écrit|wrote)\s*:\s*$/i.test(line) && (marked[i + 1] || marked[i + 2]))
	return marked.map((is, i) => reply !== -1 && i >= reply && (is || i === reply) ? 'reply' : null)
}

/** Which lines are headers, footers or page numbers. */
function pageFurniture(lines: readonly Line[]): Set<number> {
	const found = new Set<number>()
	const blank = (i: number) => (lines[i]?.text ?? '') === ''
	lines.forEach((line, i) => {
		const apart = line.page || (blank(i - 1) && blank(i + 1)) || lines[i + 1]?.page
		if (apart && line.text !== '' && PAGE_NUMBER.test(line.text)) {
			found.add(i)
		}
	})
	// A line at the edge of most pages, except for its numbers, is a header or footer, wherever else it appears.
	const edges = new Map<string, Set<number>>()
	const breaks = lines.flatMap((line, i) => line.page || found.has(i) ? [i] : [])
	for (const at of breaks) {
		for (const step of [-1, 1]) {
			let i = found.has(at) || step < 0 ? at + step : at
			while (i >= 0 && i < lines.length && (blank(i) || found.has(i))) {
				i += step
			}
			const key = edgeKey(lines[i]?.text ?? '')
			// A page number and a page break next to each other have the same neighbour.
			edges.set(key, (edges.get(key) ?? new Set()).add(i))
		}
	}
	const heads = new Set([...edges].filter(([key, places]) => key.split(' ').length > 2 && places.size > 1 && places.size >= breaks.length / 2).map(([key]) => key))
	if (heads.size > 0) {
		lines.forEach((line, i) => heads.has(edgeKey(line.text)) && found.add(i))
	}
	return found
}

/** The common part of all page headers; empty for other lines. */
function edgeKey(text: string): string {
	// A title whose letters are set wide is no head either.
	if (text.length > 120 || /@|^\d|gr[o0]upe|^(?:\S +){4}/i.test(text)) {
		return ''
	}
	const folded = fold(text)
	return NUMBERED_GROUP.test(folded) ? '' : folded.replace(/\d+/g, '#').replace(/^suites? a donner.*|^non rempli.*/, '')
}

/** Index of the first non-empty line at or after `from`; the number of lines without one. */
export function nextNonEmptyLine(lines: readonly Line[], from: number): number {
	let i = from
	while (i < lines.length && lines[i]!.text === '') {
		i++
	}
	return i
}

/** The width of the text: few of its lines are longer. */
export function textWidth(lines: readonly Line[]): number {
	const lengths = lines.filter(({ text }) => text !== '').map(({ length }) => length).sort((a, b) => a - b)
	return lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0
}
