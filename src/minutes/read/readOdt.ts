/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ReadError } from './readError.ts'
import { TextWriter } from './textWriter.ts'
import { xmlPieces } from './xml.ts'
import { unzip } from './zip.ts'

/** Elements within the text that are not part of it. */
const BESIDE = new Set(['office:annotation', 'text:tracked-changes', 'text:note', 'text:bookmark', 'svg:title', 'svg:desc', 'office:forms'])
/** The text of an .odt. Throws a ReadError where it is locked or damaged. */
export function readOdt(bytes: Uint8Array): string {
	const { parts } = unzip(bytes, ['content.xml', 'styles.xml', 'META-INF/manifest.xml'])
	if (parts['META-INF/manifest.xml']?.includes('encryption-data')) {
		throw new ReadError('password')
	}
	const content = parts['content.xml']
	if (!content?.includes('office:body')) {
		throw new ReadError('unreadable')
	}
	const numbered = numberedLists((parts['styles.xml'] ?? '') + content)
	const writer = new TextWriter()
	const lists: string[] = []
	const spans: number[] = []
	let heading = 0
	// How deep within something that is not of the text.
	let beside = 0
	let body = false
	for (const piece of xmlPieces(content)) {
		if (piece.kind === 'text') {
			if (body && beside === 0) {
				writer.write(piece.text.replace(/\s+/g, ' '))
			}
			continue
		}
		const { kind, name } = piece
		if (name === 'office:body') {
			body = kind === 'open'
		}
		if (BESIDE.has(name)) {
			beside += kind === 'close' ? -1 : piece.empty ? 0 : 1
		}
		if (!body || beside > 0) {
			continue
		}
		if (kind === 'close' || piece.empty) {
			if (kind === 'open') {
				openPiece(name, piece.attributes)
			}
			closePiece(name)
		} else {
			openPiece(name, piece.attributes)
		}
	}
	return writer.result

	function openPiece(name: string, attributes: Record<string, string>): void {
		if (name === 'text:h') {
			heading = Number(attributes['text:outline-level'] ?? 1) || 1
		} else if (name === 'text:list') {
			lists.push(attributes['text:style-name'] ?? lists.at(-1) ?? '')
			writer.startList(numbered.has(`${lists.at(-1)} ${lists.length}`))
		} else if (name === 'text:list-item') {
			writer.startItem()
		} else if (name === 'text:tab') {
			writer.write('\t')
		} else if (name === 'text:s') {
			writer.write('\u00a0'.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 200)))
		} else if (name === 'text:line-break') {
			writer.write('\n')
		} else if (name === 'table:table') {
			writer.startTable()
		} else if (name === 'table:table-row') {
			writer.startRow()
		} else if (name === 'table:table-cell') {
			spans.push(Number(attributes['table:number-columns-spanned'] ?? 1) || 1)
			writer.startCell()
		}
	}

	function closePiece(name: string): void {
		if (name === 'text:p' || name === 'text:h') {
			writer.endParagraph(name === 'text:h' ? heading : 0)
		} else if (name === 'text:list') {
			lists.pop()
			writer.endList()
		} else if (name === 'table:table-cell') {
			writer.endCell(spans.pop())
		} else if (name === 'table:table') {
			writer.endTable()
		}
	}
}

/** The lists that are numbered, as their style and its level. */
function numberedLists(xml: string): Set<string> {
	const found = new Set<string>()
	let style = ''
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'open' && piece.name === 'text:list-style') {
			style = piece.attributes['style:name'] ?? ''
		} else if (piece.kind === 'open' && piece.name === 'text:list-level-style-number' && piece.attributes['style:num-format']) {
			found.add(`${style} ${piece.attributes['text:level']}`)
		}
	}
	return found
}
