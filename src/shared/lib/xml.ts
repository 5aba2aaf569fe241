/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A piece of XML in document order. */
export type Piece
	= | { kind: 'open', name: string, attributes: Record<string, string>, empty: boolean }
		| { kind: 'close', name: string }
		| { kind: 'text', text: string }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00a0' }
/** Markup that contains no piece, or raw text: how each begins and ends. */
const MARKS: readonly (readonly [begin: string, end: string, data: boolean])[] = [['<!--', '-->', false], ['<![CDATA[', ']]>', true], ['<?', '>', false], ['<!', '>', false]]
const NAME = /[^\s/>]+/y
const ATTRIBUTE = /\s*([^\s=>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/**
 * The pieces of well-formed XML; there is no DOMParser in a worker. Unterminated pieces are left out. Reads any text
 * in a single pass: nothing is searched twice.
 *
 * @yields {Piece} each in order
 */
export function* xmlPieces(xml: string): Generator<Piece> {
	for (let at = 0; at < xml.length;) {
		const open = xml.indexOf('<', at)
		const text = xml.slice(at, open < 0 ? undefined : open)
		if (text !== '') {
			yield { kind: 'text', text: unescape(text) }
		}
		if (open < 0) {
			return
		}
		const mark = MARKS.find(([begin]) => xml.startsWith(begin, open))
		const { pairs, from } = mark || xml[open + 1] === '/' ? { pairs: [], from: open + (mark?.[0].length ?? 1) } : attributesAt(xml, open)
		const [, ending, data] = mark ?? ['', '>', false]
		const end = xml.indexOf(ending, from)
		if (end < 0) {
			return
		}
		if (data) {
			yield { kind: 'text', text: xml.slice(from, end) }
		} else if (!mark) {
			const closing = xml[open + 1] === '/'
			const name = found(NAME, xml, open + (closing ? 2 : 1))?.[0] ?? ''
			yield closing ? { kind: 'close', name } : { kind: 'open', name, attributes: Object.fromEntries(pairs), empty: xml[end - 1] === '/' }
		}
		at = end + ending.length
	}
}

/** The attributes of the tag that opens here, and the position after the last one. */
function attributesAt(xml: string, open: number): { pairs: [string, string][], from: number } {
	const pairs: [string, string][] = []
	let from = open + 1 + (found(NAME, xml, open + 1)?.[0].length ?? 0)
	for (let match; (match = found(ATTRIBUTE, xml, from)); from += match[0].length) {
		pairs.push([match[1]!, unescape(match[2] ?? match[3] ?? '')])
	}
	return { pairs, from }
}

function found(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at
	return pattern.exec(text)
}

function unescape(text: string): string {
	return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
		const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
		return code !== undefined ? code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd' : ENTITIES[name!] ?? all
	})
}
