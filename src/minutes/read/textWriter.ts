/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Look, Setting, Styles } from './lineStyle.ts'

import { Letters, PLAIN, stylesOf } from './lineStyle.ts'

/** The properties of a paragraph that are known at its end. */
interface Paragraph {
	/** Level of a heading, 0 for none. */
	heading?: number
	centred?: boolean
	/** In documents without lists, where points only follow one another: the mark of the point, or null. */
	point?: { level: number, mark: string } | null
}

/** An unfinished paragraph. */
interface Held {
	text: string
	letters: Letters
}

/**
 * A document as lines for the parser: headings behind `#`, points behind `-` or their number, deeper ones indented, tables between bars.
 * In addition to the text it keeps the style of each line.
 */
export class TextWriter {
	private readonly lines: string[] = []
	private readonly settings: (Setting | null)[] = []
	private text = ''
	private letters = new Letters()
	private readonly lists: { numbered: boolean, next: number }[] = []
	/** The mark of the next point, and its level. */
	private mark: string | null = null
	private level = 0
	private readonly rows: { cells: string[], setting: Setting }[] = []
	private tables = 0
	private cell: string[] | null = null
	private readonly notes: string[] = []

	/** Adds a piece of a paragraph, with its line breaks. */
	write(text: string, look: Look = PLAIN): void {
		this.text += text.replace(/\r\n?/g, '\n')
		this.letters.add(text, look)
	}

	/** Ends a paragraph: an empty one is a blank line. */
	endParagraph({ heading = 0, centred = false, point }: Paragraph = {}): void {
		const { text: raw, letters } = this.hold()
		const text = raw.replace(/[^\S\n\t]+/g, ' ').trim()
		if (point && text === '') {
			return
		}
		if (point !== undefined) {
			this.beginPoint(point)
		}
		if (this.cell) {
			if (text !== '') {
				this.cell.push(`${this.takeMark()}${text}`.trim())
				this.rows.at(-1)?.setting.letters.merge(letters)
			}
			return
		}
		if (text === '') {
			if (this.lists.length === 0) {
				this.blank()
			}
			return
		}
		const setting = { letters, centred, level: heading > 0 ? 0 : this.level }
		const before = heading > 0 ? `${'#'.repeat(Math.min(heading, 6))} ${this.takeMark().trimStart()}` : this.takeMark()
		if (heading > 0 && this.lines.at(-1) !== '') {
			this.blank()
		}
		const rest = ' '.repeat(before.length)
		for (const [i, line] of text.split('\n').entries()) {
			this.line(`${i === 0 ? before : rest}${line.trim()}`, setting)
		}
	}

	/** Suspends a paragraph for one within it. */
	hold(): Held {
		const { text, letters } = this
		this.text = ''
		this.letters = new Letters()
		return { text, letters }
	}

	/** Resumes the suspended paragraph. */
	release({ text, letters }: Held): void {
		this.flush()
		this.text = text
		this.letters = letters
	}

	/** Starts a list, within a point of another or not. */
	startList(numbered: boolean): void {
		this.flush()
		this.lists.push({ numbered, next: 1 })
	}

	endList(): void {
		this.flush()
		this.lists.pop()
		this.level = this.lists.length
		if (this.lists.length === 0 && !this.cell) {
			this.blank()
		}
	}

	/** Starts a point of the list. */
	startItem(): void {
		this.flush()
		const list = this.lists.at(-1)
		this.beginPoint({ level: this.lists.length, mark: list?.numbered ? `${list.next++}.` : '-' })
	}

	/** A note of the text: a mark at its position, and the note at the end. */
	note(text: string): void {
		this.notes.push(text.replace(/\s+/g, ' ').trim())
		this.text += `[${this.notes.length}]`
	}

	/** Ends a paragraph without an end mark. */
	flush(): void {
		if (this.text.trim() !== '') {
			this.endParagraph()
		}
	}

	startTable(): void {
		this.flush()
		if (this.tables++ === 0) {
			this.rows.length = 0
			this.blank()
		}
	}

	startRow(): void {
		if (this.tables === 1) {
			this.rows.push({ cells: [], setting: { letters: new Letters(), centred: false, level: 0 } })
		}
	}

	startCell(): void {
		if (this.tables === 1) {
			if (this.rows.length === 0) {
				this.startRow()
			}
			this.cell = []
		}
	}

	/** @param span number of columns */
	endCell(span = 1): void {
		this.flush()
		if (this.tables === 1) {
			this.rows.at(-1)?.cells.push((this.cell ?? []).map((part) => part.replaceAll('|', '¦')).join('<br>'), ...Array.from({ length: Math.min(span, 50) - 1 }, () => ''))
			this.cell = null
		}
	}

	/** Removes the row that has ended. */
	dropRow(): void {
		if (this.tables === 1) {
			this.rows.pop()
		}
	}

	endTable(): void {
		if (this.tables > 0 && --this.tables === 0) {
			// A frame around a text is no table.
			const framed = this.rows.every(({ cells }) => cells.length < 2)
			for (const { cells, setting } of this.rows) {
				const lines = framed ? (cells[0] ?? '').split(/<br>|\n/) : [`| ${cells.map((cell) => cell.replace(/[\n\t]+/g, ' ')).join(' | ')} |`]
				lines.forEach((line) => this.line(line, setting))
			}
			this.blank()
		}
	}

	/** The whole text, and the style of each line. */
	get result(): { text: string, style: Styles } {
		while (this.tables > 0) {
			this.endCell()
			this.endTable()
		}
		this.flush()
		this.blank()
		this.notes.splice(0).forEach((note, i) => this.line(`[${i + 1}] ${note}`, { letters: new Letters(), centred: false, level: 0 }))
		// Several blank lines mean the same as one.
		const kept = this.lines.flatMap((line, i) => line !== '' || (i > 0 && this.lines[i - 1] !== '') ? [i] : [])
		if (kept.length > 0 && this.lines[kept.at(-1)!] === '') {
			kept.pop()
		}
		return { text: `${kept.map((i) => this.lines[i]).join('\n').trim()}\n`, style: [...stylesOf(kept.map((i) => this.settings[i]!)), null] }
	}

	private line(text: string, setting: Setting): void {
		const blank = text.trim() === ''
		this.lines.push(blank ? '' : text)
		this.settings.push(blank ? null : setting)
	}

	private blank(): void {
		this.lines.push('')
		this.settings.push(null)
	}

	private beginPoint(point: { level: number, mark: string } | null): void {
		if (!point && this.level > 0 && !this.cell) {
			this.blank()
		}
		this.level = point?.level ?? 0
		this.mark = point && `${'  '.repeat(Math.max(point.level - 1, 0))}${point.mark} `
	}

	private takeMark(): string {
		const mark = this.mark ?? ' '.repeat(this.cell ? 0 : this.lists.length * 2)
		this.mark = null
		return mark
	}
}
