/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DocxNumbering } from './docxNumbering.ts'
import type { DocxStyles, Properties, WordPiece } from './docxStyles.ts'
import type { Styles } from './lineStyle.ts'

import { ReadError } from '../../shared/lib/readError.ts'
import { addProperty, wordPieces } from './docxStyles.ts'
import { TextWriter } from './textWriter.ts'

/** Elements whose text is invisible or repeated: deleted or moved text, the form before a change, the alternative form of a drawing. */
const SKIPPED = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'sectPrChange', 'mc:Fallback', 'rt', 'sdtPr'])
/** Characters of symbol fonts, by their code. */
const SYMBOLS: Record<string, string> = { 28: '☎', '2a': '✉', a8: '☐', e0: '→', fc: '✓', fe: '☒' }
const SIGNS: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** The paragraph being read, and the run in it. A text box within a run has its own paragraphs. */
interface Frame {
	paragraph: Properties
	run: Properties
	inRun: boolean
	/** The owner of the properties being read: those of a mark belong only to the paragraph's end. */
	reads: 'paragraph' | 'run' | 'mark' | 'row' | null
	/** The paragraph mark was deleted: the next paragraph continues in its line. */
	joined: boolean
	/** Of the paragraph around a text box. */
	held: ReturnType<TextWriter['hold']> | null
}

const frame = (held: Frame['held'] = null): Frame => ({ paragraph: {}, run: {}, inRun: false, reads: null, joined: false, held })

/** Reads the body once, from beginning to end. */
export class DocxBody {
	private readonly writer = new TextWriter()
	private readonly frames: Frame[] = [frame()]
	/** Nested tables: the width of the cell, and whether the row was deleted. */
	private readonly tables: { span: number, deleted: boolean }[] = []
	/** Open fields: whether their result is being read, not their code. */
	private readonly fields: boolean[] = []
	/** Nesting depth within skipped elements. */
	private outside = 0
	private inText = false
	private ended = false
	private pictures = false
	private foreign = false

	constructor(private readonly styles: DocxStyles, private readonly numbering: DocxNumbering, private readonly notes: ReadonlyMap<string, string>) {}

	read(xml: string): void {
		for (const piece of wordPieces(xml)) {
			if (piece.kind === 'text') {
				if (this.inText && this.outside === 0) {
					this.write(piece.text)
				}
				continue
			}
			const { kind, name } = piece
			const empty = kind === 'open' && piece.empty
			// Within properties it means that the surrounding element was deleted.
			if (SKIPPED.has(name) && !empty && (name !== 'del' || this.frame.reads === null)) {
				this.outside = Math.max(this.outside + (kind === 'open' ? 1 : -1), 0)
			} else if (this.outside === 0) {
				if (kind === 'open') {
					this.open(piece)
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
		if (text.trim() === '' && (this.pictures || this.foreign)) {
			throw new ReadError(this.pictures ? 'no_text' : 'unknown_kind')
		}
		return { text, style }
	}

	private get frame(): Frame {
		return this.frames.at(-1)!
	}

	private open(piece: WordPiece & { kind: 'open' }): void {
		const { frame: at } = this
		const { name, value, get } = piece
		if (at.reads !== null) {
			this.property(at, name, value)
		} else if (at.inRun && name in SIGNS) {
			this.write(SIGNS[name]!)
		} else if (name === 'p') {
			at.paragraph = {}
		} else if (name === 'r') {
			at.inRun = true
			at.run = {}
		} else if (name === 'pPr') {
			at.reads = 'paragraph'
		} else if (name === 'rPr') {
			at.reads = 'run'
		} else if (name === 'trPr') {
			at.reads = 'row'
		} else if (name === 't' || name === 'm:t') {
			this.inText = true
		} else if (name === 'txbxContent') {
			this.frames.push(frame(this.writer.hold()))
		} else {
			this.openTable(name, value)
			this.openOther(name, get)
		}
	}

	private property(at: Frame, name: string, value: string): void {
		if (at.reads === 'paragraph' && name === 'rPr') {
			at.reads = 'mark'
		} else if (at.reads === 'mark') {
			at.joined ||= name === 'del'
		} else if (at.reads === 'row') {
			this.rowProperty(name, value)
		} else {
			addProperty(at.reads === 'run' ? at.run : at.paragraph, name, value)
		}
	}

	private rowProperty(name: string, value: string): void {
		const table = this.tables.at(-1)
		if (table && name === 'del') {
			table.deleted = true
		} else if (name === 'gridBefore') {
			this.writer.startCell()
			this.writer.endCell(Number(value) || 1)
		}
	}

	private openTable(name: string, value: string): void {
		const table = this.tables.at(-1)
		if (name === 'tbl') {
			this.tables.push({ span: 1, deleted: false })
			this.writer.startTable()
		} else if (table && name === 'tr') {
			table.deleted = false
			this.writer.startRow()
		} else if (table && name === 'tc') {
			table.span = 1
			this.writer.startCell()
		} else if (table && name === 'gridSpan') {
			table.span = Number(value) || 1
		}
	}

	private openOther(name: string, get: (attribute: string) => string | undefined): void {
		if (name === 'sym') {
			this.write(SYMBOLS[(get('char') ?? '').slice(-2).toLowerCase()] ?? '•')
		} else if (name === 'fldChar') {
			this.field(get('fldCharType'))
		} else if (name === 'footnoteReference' || name === 'endnoteReference') {
			const note = this.notes.get(`${name.slice(0, -9)} ${get('id')}`)
			if (note) {
				this.writer.note(note)
			}
		} else if (name === 'drawing' || name === 'pict' || name === 'object') {
			this.pictures = true
		} else if (name === 'altChunk') {
			this.foreign = true
		}
	}

	private field(type: string | undefined): void {
		if (type === 'begin') {
			this.fields.push(false)
		} else if (type === 'separate') {
			this.fields.splice(-1, 1, true)
		} else {
			this.fields.pop()
		}
	}

	private write(text: string): void {
		const { run, paragraph } = this.frame
		const own = { ...this.styles.of(paragraph.style), ...run.style === undefined ? {} : this.styles.of(run.style), ...run }
		if (!own.hidden && this.fields.every(Boolean)) {
			this.writer.write(text, { bold: own.bold ?? false, size: own.size ?? this.styles.size })
		}
	}

	private close(name: string): void {
		const { frame: at } = this
		if (name === 'rPr' && at.reads === 'mark') {
			at.reads = 'paragraph'
		} else if (name === 'pPr' || name === 'trPr' || (name === 'rPr' && at.reads === 'run')) {
			at.reads = null
		} else if (name === 't' || name === 'm:t') {
			this.inText = false
		} else if (name === 'r') {
			at.inRun = false
		} else if (name === 'p') {
			this.endParagraph(at)
		} else if (name === 'txbxContent' && at.held) {
			this.frames.pop()
			this.writer.release(at.held)
		} else if (name === 'body') {
			this.ended = true
		} else {
			this.closeTable(name)
		}
	}

	private endParagraph(at: Frame): void {
		// The code of a field ends in its paragraph: a field without an end is damaged, and hides nothing more.
		this.fields.fill(true)
		if (at.joined) {
			at.joined = false
			return
		}
		const { heading = 0, centred, list = '0', depth = 0 } = { ...this.styles.of(at.paragraph.style), ...at.paragraph }
		const mark = list === '0' ? null : this.numbering.next(list, depth)
		this.writer.endParagraph({ heading, centred, point: mark === null ? null : { level: heading > 0 ? 0 : depth + 1, mark } })
	}

	private closeTable(name: string): void {
		if (name === 'tc') {
			this.writer.endCell(this.tables.at(-1)?.span)
		} else if (name === 'tr' && this.tables.at(-1)?.deleted) {
			this.writer.dropRow()
		} else if (name === 'tbl' && this.tables.pop()) {
			this.writer.endTable()
		}
	}
}
