import type { Zip } from '../../shared/lib/zip.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Look, Styles } from './lineStyle.ts'

import { ReadError } from '../../shared/lib/readError.ts'
import { xmlPieces } from '../../shared/lib/xml.ts'
import { OdtStyles } from './odtStyles.ts'
import { TextWriter } from './textWriter.ts'

/** Elements within the text that are not part of it. */
const BESIDE = new Set(['office:annotation', 'text:tracked-changes', 'text:note-citation', 'text:bookmark', 'svg:title', 'svg:desc', 'office:forms'])
/** A cell covered by a wide one is a cell too. */
const CELLS = new Set(['table:table-cell', 'table:covered-table-cell'])

/** Reads the body once, from beginning to end. */
class OdtBody {
	private readonly writer = new TextWriter()
	private readonly lists: string[] = []
	/** Paragraphs around the text boxes within them. */
	private readonly around: { held: ReturnType<TextWriter['hold']>, paragraph: { heading: number, centred: boolean } }[] = []
	/** Formatting of letters: of the paragraph, and of the spans in it. */
	private readonly looks: Look[] = []
	private paragraph: { heading: number, centred: boolean } = { heading: 0, centred: false }
	/** A note being read: its text, and its position. */
	private note: string | null = null
	/** Nesting depth within skipped elements. */
	private outside = 0
	private inBody = false
	private ended = false
	private pictures = false

	constructor(private readonly styles: OdtStyles) {}

	read(xml: string): void {
		for (const piece of xmlPieces(xml)) {
			if (piece.kind === 'text') {
				if (this.inBody && this.outside === 0) {
					this.write(piece.text.replace(/\s+/g, ' '))
				}
				continue
			}
			const { kind, name } = piece
			const empty = kind === 'open' && piece.empty
			if (name === 'office:body') {
				this.inBody = kind === 'open'
				this.ended ||= kind === 'close'
			}
			if (BESIDE.has(name) && !empty) {
				this.outside = Math.max(this.outside + (kind === 'open' ? 1 : -1), 0)
			} else if (this.inBody && this.outside === 0) {
				if (kind === 'open') {
					this.open(name, piece.attributes)
				}
				if (kind === 'close' || empty) {
					this.close(name)
				}
			}
		}
		if (!this.ended) {
			throw new ReadError('unreadable')
		}
	}

	get result(): { text: string, style: Styles } {
		const { text, style } = this.writer.result
		if (text.trim() === '' && this.pictures) {
			throw new ReadError('no_text')
		}
		return { text, style }
	}

	private write(text: string): void {
		if (this.note === null) {
			this.writer.write(text, this.looks.at(-1))
		} else {
			this.note += text
		}
	}

	private open(name: string, attributes: Record<string, string>): void {
		if (name === 'text:note') {
			this.note = ''
		} else if (name === 'text:tab' || name === 'text:line-break') {
			this.write(name === 'text:tab' ? '\t' : '\n')
		} else if (name === 'text:s') {
			this.write('\u00a0'.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 200)))
		} else if (name === 'draw:image' || name === 'draw:object') {
			this.pictures = true
		} else if (this.note === null) {
			this.openBlock(name, attributes)
		}
	}

	private openBlock(name: string, attributes: Record<string, string>): void {
		if (name === 'text:p' || name === 'text:h') {
			const { bold = false, size = 0, centred = false } = this.styles.of('paragraph', attributes['text:style-name'])
			this.paragraph = { heading: name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) || 1 : 0, centred }
			this.looks.push({ bold, size })
		} else if (name === 'text:span') {
			this.looks.push({ ...this.looks.at(-1) ?? { bold: false, size: 0 }, ...this.styles.of('text', attributes['text:style-name']) })
		} else if (name === 'text:list') {
			this.lists.push(attributes['text:style-name'] ?? this.lists.at(-1) ?? '')
			this.writer.startList(this.styles.isNumbered(this.lists.at(-1)!, this.lists.length))
		} else if (name === 'text:list-item') {
			this.writer.startItem()
		} else if (name === 'table:table') {
			this.writer.startTable()
		} else if (name === 'table:table-row') {
			this.writer.startRow()
		} else if (CELLS.has(name)) {
			this.writer.startCell()
		} else if (name === 'draw:text-box') {
			this.around.push({ held: this.writer.hold(), paragraph: this.paragraph })
		}
	}

	private close(name: string): void {
		if (name === 'text:note') {
			this.writer.note(this.note ?? '')
			this.note = null
		} else if (this.note !== null) {
			this.note += name === 'text:p' ? ' ' : ''
		} else if (name === 'text:p' || name === 'text:h') {
			this.writer.endParagraph(this.paragraph)
			this.looks.pop()
		} else if (name === 'text:span') {
			this.looks.pop()
		} else if (name === 'text:list') {
			this.lists.pop()
			this.writer.endList()
		} else if (CELLS.has(name)) {
			this.writer.endCell()
		} else if (name === 'table:table') {
			this.writer.endTable()
		} else if (name === 'draw:text-box') {
			this.endBox()
		}
	}

	private endBox(): void {
		const around = this.around.pop()
		if (around) {
			this.writer.release(around.held)
			this.paragraph = around.paragraph
		}
	}
}

/**
 * The visible text of an .odt: with accepted changes, without comments.
 *
 * @throws {ReadError} if it is locked or damaged
 */
export async function readOdt(zip: Zip): Promise<{ text: string, style: Styles }> {
	if ((await zip.text('META-INF/manifest.xml')).includes('encryption-data')) {
		throw new ReadError('password')
	}
	const content = await zip.text('content.xml')
	const body = new OdtBody(new OdtStyles(await zip.text('styles.xml') + content))
	body.read(content)
	return body.result
}
