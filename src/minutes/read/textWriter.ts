/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * A document as lines the parser knows: headings behind `#`, points behind `-` or their number, deeper ones set further in, tables between bars.
 */
export class TextWriter {
	private readonly lines: string[] = []
	private text = ''
	private readonly lists: { numbered: boolean, next: number }[] = []
	/** The mark of the point whose text comes next. */
	private mark: string | null = null
	private readonly rows: string[][] = []
	private tables = 0
	private cell: string[] | null = null

	/** Takes in a piece of a paragraph, with its line breaks. */
	write(text: string): void {
		this.text += text
	}

	/** Ends a paragraph: an empty one is a blank line. */
	endParagraph(heading = 0): void {
		const text = this.text.replace(/[^\S\n\t]+/g, ' ').trim()
		this.text = ''
		if (this.cell) {
			if (text !== '') {
				this.cell.push(`${this.takeMark()}${text}`.trim())
			}
			return
		}
		if (text === '') {
			if (this.lists.length === 0) {
				this.lines.push('')
			}
			return
		}
		const before = heading > 0 ? `${'#'.repeat(Math.min(heading, 6))} ` : this.takeMark()
		if (heading > 0 && this.lines.at(-1) !== '') {
			this.lines.push('')
		}
		const rest = ' '.repeat(before.length)
		for (const [i, line] of text.split('\n').entries()) {
			this.lines.push(`${i === 0 ? before : rest}${line.trim()}`)
		}
	}

	/** A list begins, within a point of another or not. */
	startList(numbered: boolean): void {
		this.flush()
		this.lists.push({ numbered, next: 1 })
	}

	endList(): void {
		this.flush()
		this.lists.pop()
		if (this.lists.length === 0 && !this.cell) {
			this.lines.push('')
		}
	}

	startItem(): void {
		this.flush()
		const list = this.lists.at(-1)
		const depth = Math.max(this.lists.length - 1, 0)
		this.mark = `${'  '.repeat(depth)}${list?.numbered ? `${list.next++}.` : '-'} `
	}

	/** Ends what was written of a paragraph that has no end of its own. */
	flush(): void {
		if (this.text.trim() !== '') {
			this.endParagraph()
		}
	}

	startTable(): void {
		this.flush()
		if (this.tables++ === 0) {
			this.rows.length = 0
			this.lines.push('')
		}
	}

	startRow(): void {
		if (this.tables === 1) {
			this.rows.push([])
		}
	}

	startCell(): void {
		if (this.tables === 1) {
			this.cell = []
		}
	}

	/** @param span how many columns it is wide */
	endCell(span = 1): void {
		this.flush()
		if (this.tables === 1) {
			this.rows.at(-1)?.push((this.cell ?? []).map((part) => part.replaceAll('|', '¦')).join('<br>'), ...Array.from({ length: Math.min(span, 50) - 1 }, () => ''))
			this.cell = null
		}
	}

	endTable(): void {
		if (--this.tables === 0) {
			// A frame around a text is no table.
			const framed = this.rows.every((row) => row.length < 2)
			for (const row of this.rows) {
				this.lines.push(...framed ? (row[0] ?? '').split('<br>') : [`| ${row.map((cell) => cell.replace(/[\n\t]+/g, ' ')).join(' | ')} |`])
			}
			this.lines.push('')
		}
	}

	/** All that was written. */
	get result(): string {
		this.flush()
		return `${this.lines.join('\n').replace(/\n{3,}/g, '\n\n').trim()}\n`
	}

	private takeMark(): string {
		const mark = this.mark ?? ' '.repeat(this.cell ? 0 : this.lists.length * 2)
		this.mark = null
		return mark
	}
}
