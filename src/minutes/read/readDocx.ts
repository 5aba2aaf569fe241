/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import mammoth from 'mammoth'
import { ReadError } from './readError.ts'
import { TextWriter } from './textWriter.ts'
import { xmlPieces } from './xml.ts'

/** The text of a .docx. Throws a ReadError where it is damaged. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
	const buffer = bytes.slice().buffer
	let html: string
	try {
		// In a browser it asks for the one, in Node for the other.
		const options = { arrayBuffer: buffer, buffer: bytes } as unknown as { arrayBuffer: ArrayBuffer }
		html = (await mammoth.convertToHtml(options, {
			ignoreEmptyParagraphs: false,
			convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
			styleMap: ['p[style-name=\'Title\'] => h1:fresh', 'p[style-name=\'Subtitle\'] => h2:fresh', 'comment-reference => '],
		})).value
	} catch (error) {
		throw new ReadError('unreadable', error)
	}
	return htmlText(html)
}

/** The text of what mammoth makes of a document. */
function htmlText(html: string): string {
	const writer = new TextWriter()
	const spans: number[] = []
	for (const piece of xmlPieces(html)) {
		if (piece.kind === 'text') {
			writer.write(piece.text)
			continue
		}
		const { kind, name } = piece
		const heading = /^h([1-6])$/.exec(name)
		if (kind === 'close') {
			if (heading || name === 'p') {
				writer.endParagraph(heading ? Number(heading[1]) : 0)
			} else if (name === 'ul' || name === 'ol') {
				writer.endList()
			} else if (name === 'li') {
				writer.flush()
			} else if (name === 'td' || name === 'th') {
				writer.endCell(spans.pop())
			} else if (name === 'table') {
				writer.endTable()
			}
		} else if (name === 'br') {
			writer.write('\n')
		} else if (name === 'ul' || name === 'ol') {
			writer.startList(name === 'ol')
		} else if (name === 'li') {
			writer.startItem()
		} else if (name === 'table') {
			writer.startTable()
		} else if (name === 'tr') {
			writer.startRow()
		} else if (name === 'td' || name === 'th') {
			spans.push(Number(piece.attributes.colspan ?? 1) || 1)
			writer.startCell()
		}
	}
	return writer.result
}
