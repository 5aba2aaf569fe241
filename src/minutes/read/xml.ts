/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A piece of XML in the order of the text. */
export type Piece
	= | { kind: 'open', name: string, attributes: Record<string, string>, empty: boolean }
		| { kind: 'close', name: string }
		| { kind: 'text', text: string }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00a0' }
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * The pieces of well-formed XML, which has no document of its own outside of a browser.
 *
 * @yields {Piece} each in its order
 */
export function* xmlPieces(xml: string): Generator<Piece> {
	for (const [, data, closed, opened, attributes, empty, text] of xml.matchAll(TOKEN)) {
		if (data !== undefined) {
			yield { kind: 'text', text: data }
		} else if (closed !== undefined) {
			yield { kind: 'close', name: closed }
		} else if (opened !== undefined) {
			const pairs = [...attributes!.matchAll(ATTRIBUTE)].map(([, name, one, other]) => [name!, unescape(one ?? other ?? '')])
			yield { kind: 'open', name: opened, attributes: Object.fromEntries(pairs), empty: empty === '/' }
		} else if (text !== undefined) {
			yield { kind: 'text', text: unescape(text) }
		}
	}
}

function unescape(text: string): string {
	return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
		const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
		return code !== undefined ? code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd' : ENTITIES[name!] ?? all
	})
}
