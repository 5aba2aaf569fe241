/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A stretch of text; what has marks holds others. */
export type Inline
	= { type: 'text' | 'code', text: string }
		| { type: 'strong' | 'em', inline: Inline[] }
		| { type: 'link', href: string, inline: Inline[] }

/** What stands on lines of its own. */
export type Block
	= { type: 'paragraph', inline: Inline[] }
		/** Levels are counted from 1 without gaps, as far as the text has them. */
		| { type: 'heading', level: number, inline: Inline[] }
		| { type: 'list', start: number | null, items: Block[][] }
		| { type: 'quote', blocks: Block[] }
		| { type: 'rule' }

/** Lists in lists, and marks in marks; deeper ones are text. */
const DEEPEST = 4
const MARKS = ['**', '__', '*', '_'] as const
const ADDRESSES = ['https://', 'http://', 'mailto:']

/**
 * The part of Markdown that people write in running text: headings, lists, quotes, rules, emphasis, code, links. Everything
 * else, markup included, is text. Lines of a paragraph stay lines. lib/Shared/Markdown.php does the same: both sides are held
 * to tests/fixtures/rules/markdown.json.
 */
export function parseMarkdown(text: string): Block[] {
	const blocks = blocksOf(text.replaceAll('\r\n', '\n').split('\n'), 0)
	const headings = blocks.filter((block) => block.type === 'heading')
	const levels = [...new Set(headings.map(({ level }) => level))].sort()
	headings.forEach((heading) => {
		heading.level = levels.indexOf(heading.level) + 1
	})
	return blocks
}

function blocksOf(lines: readonly string[], depth: number): Block[] {
	const blocks: Block[] = []
	let paragraph: string[] = []
	const end = () => {
		if (paragraph.length > 0) {
			blocks.push({ type: 'paragraph', inline: inlineOf(paragraph.join('\n'), 0) })
			paragraph = []
		}
	}
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at]!.trim()
		const heading = headingOf(line)
		const item = depth < DEEPEST ? itemOf(line) : null
		if (line === '') {
			end()
		} else if (heading) {
			end()
			blocks.push({ type: 'heading', level: heading.level, inline: inlineOf(heading.text, 0) })
		} else if (isRule(line)) {
			end()
			blocks.push({ type: 'rule' })
		} else if (line.startsWith('>') && depth < DEEPEST) {
			end()
			const quoted: string[] = []
			for (; at < lines.length && lines[at]!.trim().startsWith('>'); at++) {
				quoted.push(lines[at]!.trim().slice(1))
			}
			at--
			blocks.push({ type: 'quote', blocks: blocksOf(quoted, depth + 1) })
		} else if (item) {
			end()
			const [list, next] = listAt(lines, at, item.start !== null, depth)
			blocks.push(list)
			at = next - 1
		} else {
			paragraph.push(line)
		}
	}
	end()
	return blocks
}

/** The list that begins at a line, and the line after it. */
function listAt(lines: readonly string[], from: number, numbered: boolean, depth: number): [Block, number] {
	const indent = indentOf(lines[from]!)
	const start = itemOf(lines[from]!.trim())!.start
	const items: string[][] = []
	let at = from
	for (; at < lines.length; at++) {
		const line = lines[at]!
		const text = line.trim()
		const item = itemOf(text)
		const deeper = indentOf(line) > indent + 1
		if (text === '') {
			// An empty line ends the list unless it goes on.
			let next = at
			while (lines[next]?.trim() === '') {
				next++
			}
			const after = itemOf(lines[next]?.trim() ?? '')
			if (next === lines.length || (indentOf(lines[next]!) <= indent + 1 && (after === null || (after.start !== null) !== numbered))) {
				break
			}
			items.at(-1)!.push('')
			at = next - 1
		} else if (item && !deeper) {
			if ((item.start !== null) !== numbered || isRule(text)) {
				break
			}
			items.push([item.text])
		} else if (!deeper && (headingOf(text) || isRule(text) || text.startsWith('>') || lines[at - 1]!.trim() === '')) {
			break
		} else {
			items.at(-1)!.push(line.slice(Math.min(indentOf(line), indent + 2)))
		}
	}
	return [{ type: 'list', start, items: items.map((item) => blocksOf(item, depth + 1)) }, at]
}

/** Spaces and tabs before a line. */
function indentOf(line: string): number {
	let spaces = 0
	while (line[spaces] === ' ' || line[spaces] === '\t') {
		spaces++
	}
	return spaces
}

function headingOf(line: string): { level: number, text: string } | null {
	let level = 0
	while (line[level] === '#') {
		level++
	}
	const text = line.slice(level).trim()
	return level > 0 && level <= 6 && line[level] === ' ' && text !== '' ? { level, text } : null
}

/** An item of a list: its text, and its number where it has one. */
function itemOf(line: string): { start: number | null, text: string } | null {
	if (line.length > 2 && '-*+•'.includes(line[0]!) && line[1] === ' ') {
		return { start: null, text: line.slice(2).trim() }
	}
	let digits = 0
	while (digits < 4 && line[digits] !== undefined && line[digits]! >= '0' && line[digits]! <= '9') {
		digits++
	}
	return digits > 0 && digits < 4 && (line[digits] === '.' || line[digits] === ')') && line[digits + 1] === ' ' && line.length > digits + 2
		? { start: Number(line.slice(0, digits)), text: line.slice(digits + 2).trim() }
		: null
}

function isRule(line: string): boolean {
	return line.length >= 3 && '-*_'.includes(line[0]!) && line === line[0]!.repeat(line.length)
}

function inlineOf(text: string, depth: number): Inline[] {
	const found: Inline[] = []
	const find = finder(text)
	let plain = ''
	const put = (inline: Inline) => {
		if (plain !== '') {
			found.push({ type: 'text', text: plain })
			plain = ''
		}
		found.push(inline)
	}
	for (let at = 0; at < text.length;) {
		const [inline, length] = inlineAt(text, at, depth, find) ?? []
		if (inline && length) {
			put(inline)
			at += length
		} else {
			const escaped = text[at] === '\\' && at + 1 < text.length && '\\`*_[]()#+-.!>'.includes(text[at + 1]!)
			plain += text[at + (escaped ? 1 : 0)]
			at += escaped ? 2 : 1
		}
	}
	if (plain !== '') {
		found.push({ type: 'text', text: plain })
	}
	return found
}

/** Where something comes next in a text; asked for places further and further on, it looks at each part of the text once. */
type Find = (sought: string, from: number) => number

function finder(text: string): Find {
	const known = new Map<string, number>()
	return (sought, from) => {
		const before = known.get(sought)
		if (before !== undefined && (before < 0 || before >= from)) {
			return before
		}
		const found = text.indexOf(sought, from)
		known.set(sought, found)
		return found
	}
}

/** What begins at a place, and its length; null for text. */
function inlineAt(text: string, at: number, depth: number, find: Find): [Inline, number] | null {
	switch (text[at]) {
		case '`': {
			const end = find('`', at + 1)
			return end > at + 1 ? [{ type: 'code', text: text.slice(at + 1, end) }, end + 1 - at] : null
		}
		case '*':
		case '_':
			return depth < DEEPEST ? emphasisAt(text, at, depth, find) : null
		case '[': {
			const middle = find('](', at)
			const end = middle < 0 ? -1 : find(')', middle)
			const href = text.slice(middle + 2, Math.max(end, 0))
			return end > 0 && middle > at + 1 && depth < DEEPEST && isAddress(href)
				? [{ type: 'link', href, inline: inlineOf(text.slice(at + 1, middle), DEEPEST) }, end + 1 - at]
				: null
		}
		case 'h': {
			if (depth >= DEEPEST || !isAddress(text.slice(at, at + 9)) || isWord(text[at - 1])) {
				return null
			}
			let end = at
			while (end < text.length && !' \n\t<>"'.includes(text[end]!) && !(text[end]! >= '\u0080' && text[end]! <= '\u00bf')) {
				end++
			}
			while ('.,;:!?)\''.includes(text[end - 1]!)) {
				end--
			}
			const href = text.slice(at, end)
			return isAddress(href) ? [{ type: 'link', href, inline: [{ type: 'text', text: href }] }, end - at] : null
		}
		default:
			return null
	}
}

function emphasisAt(text: string, at: number, depth: number, find: Find): [Inline, number] | null {
	const mark = MARKS.find((one) => text.startsWith(one, at))!
	const from = at + mark.length
	const end = find(mark, from)
	const inner = text.slice(from, Math.max(end, 0))
	// An underscore within a word is part of it.
	const within = mark[0] === '_' && (isWord(text[at - 1]) || isWord(text[end + mark.length]))
	if (end <= from || within || isSpace(inner[0]) || isSpace(inner.at(-1)) || inner.includes('\n\n')) {
		return null
	}
	return [{ type: mark.length === 2 ? 'strong' : 'em', inline: inlineOf(inner, depth + 1) }, inner.length + 2 * mark.length]
}

/** Whether one can be led there: to a page, or to write a mail; never to a script. */
function isAddress(text: string): boolean {
	return ADDRESSES.some((scheme) => text.startsWith(scheme) && text.length > scheme.length) && ![...' \n\t"<>'].some((sign) => text.includes(sign))
}

function isSpace(sign: string | undefined): boolean {
	return sign === ' ' || sign === '\n' || sign === '\t'
}

function isWord(sign: string | undefined): boolean {
	return sign !== undefined && (sign > '\u007f' || (sign >= '0' && sign <= '9') || (sign.toLowerCase() >= 'a' && sign.toLowerCase() <= 'z') || sign === '_')
}
