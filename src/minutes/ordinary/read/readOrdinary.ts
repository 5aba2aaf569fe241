/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Line } from '../../parse/lines.ts'
import type { Head, Role } from './heads.ts'
import type { OrdinaryReading } from './reading.ts'
import type { Head as TableHead } from './tables.ts'

import { fold } from '../../../shared/lib/fold.ts'
import { bullet } from '../../parse/bullets.ts'
import { readLines } from '../../parse/lines.ts'
import { withoutEmphasis, withoutMarkup } from '../../parse/markup.ts'
import { isPromise, readAction } from './actions.ts'
import { findDays } from './days.ts'
import { headOf } from './heads.ts'
import { readMeeting } from './meeting.ts'
import { Names, namesOf } from './names.ts'
import { readRow, rowOf, tableHead } from './tables.ts'

const NUMBER = /^(?:\d{1,2}\s?[.)/]|\d{1,2}(?:\.\d{1,2})+\s?[.)/]?|[A-Z]\d{1,2}\s?[.)]|(?:I{1,3}|IV|V|VI{1,3}|IX|X)\s?[.)])\s+(?=\S)/u
const ARROW = /^(?:→|=+>|-+>|➔|➜|►)\s*/u
/** « Décision : … » and « Action : … » within a text, with the English word “todo” that French minutes often use. */
const INLINE = /^(d[ée]cisions?|actions?|à faire|todo)\s*(?:n°\s*\d+\s*)?:\s*(\S.*)$/isu
const DECIDED = /(?<!\p{L})(?:il (?:est|a été) (?:décidé|acté|convenu)|(?:nous|on) (?:décidons|avons décidé|décide|a décidé|actons|acte|convenons)|est (?:adopté|acté|validé)e?)(?!\p{L})/iu

/** How many of the first lines may contain the day of the meeting. */
const BEGINNING = 10

class Reader {
	private readonly reading: OrdinaryReading = { date: null, present: [], decisions: [], actions: [], meeting: null }
	private readonly names = new Names()
	private role: Role | null = null
	private table: TableHead | null = null
	/** Whether the last line of the section had a mark before it. */
	private marked = false
	private gap = true
	/** The last line outside a section, for « → Odile, fin mai » below it. */
	private before: Line | null = null
	private meeting: { text: string, from: number, to: number } | null = null
	private around: string

	constructor(private readonly lines: readonly Line[], people: readonly string[], today: string) {
		this.names.add(people)
		this.reading.date = this.dateOfMeeting(today)
		this.around = this.reading.date ?? today
	}

	read(): OrdinaryReading {
		for (const [at, line] of this.lines.entries()) {
			this.line(line, at)
		}
		if (this.meeting) {
			const { text, from, to } = this.meeting
			this.reading.meeting = readMeeting(text, this.around, { from, to })
		}
		return this.reading
	}

	private dateOfMeeting(today: string): string | null {
		for (const { text } of this.lines.filter(({ text }) => text !== '').slice(0, BEGINNING)) {
			const [day] = headOf(withoutMarkup(text).text)?.role === 'meeting' ? [] : findDays(text, today).filter(({ whole }) => whole)
			if (day) {
				return day.day
			}
		}
		return null
	}

	private line(line: Line, at: number): void {
		if (line.text === '') {
			this.gap = true
			this.table = null
			if (this.role === 'meeting' && this.meeting?.text) {
				this.role = null
			}
			return
		}
		const markup = withoutMarkup(line.text)
		const mark = bullet(markup.text)
		const text = withoutEmphasis((mark?.text ?? markup.text).replace(NUMBER, '')).trim()
		const head = this.headAt(line, text, markup.heading)
		if (head) {
			this.begin(head, line)
		} else if (this.isOtherHeading(line, at, markup.heading)) {
			this.role = 'other'
			this.before = null
		} else {
			this.content(line, text, mark !== null || NUMBER.test(markup.text))
		}
		this.gap = false
	}

	private headAt(line: Line, text: string, heading: boolean): Head | null {
		if (this.table || line.text.startsWith('|')) {
			return null
		}
		const inline = INLINE.exec(text)
		if (inline && !heading && (this.role === 'other' || this.role === null || ARROW.test(line.text))) {
			return null
		}
		const head = headOf(text)
		return head && (head.rest === '' || head.role !== this.role) ? head : null
	}

	private begin(head: Head, line: Line): void {
		this.role = head.role
		this.marked = false
		this.before = null
		if (head.role === 'meeting') {
			this.meeting = { text: head.rest, from: line.index, to: line.index }
			this.role = head.rest === '' ? 'meeting' : null
		} else if (head.rest !== '') {
			this.content(line, head.rest, false)
		}
	}

	/** An unknown heading ends a section. */
	private isOtherHeading({ text, index }: Line, at: number, heading: boolean): boolean {
		if (heading || /^[IVX]+\s?[.)]\s+\p{Lu}/u.test(text)) {
			return true
		}
		const plain = text.replace(NUMBER, '')
		const alone = this.gap || index === 0
		const isShort = plain.length <= 60 && !/[.,;!?]$/.test(plain) && !text.startsWith('|') && !/^[-*•→>[]/.test(text)
		const next = this.lines[at + 1]
		if (!alone || !isShort) {
			return false
		}
		if (plain === plain.toUpperCase() && /\p{Lu}{3}/u.test(plain)) {
			return true
		}
		// « 3) La fête » and « Échanges » above lines that are indented or marked.
		return (NUMBER.test(text) && !/\s[–—-]\s|:/.test(plain)) || (this.role !== null && next !== undefined && next.text !== '' && bullet(text) === null && !/[:–—]/.test(plain) && plain.split(' ').length <= 5 && this.role !== 'present')
	}

	private content(line: Line, text: string, marked: boolean): void {
		if (this.inTable(line)) {
			return
		}
		const inline = INLINE.exec(text)
		if (inline && this.role !== 'decisions' && this.role !== 'actions') {
			this.take(fold(inline[1]!).startsWith('decision') ? 'decisions' : 'actions', line, inline[2]!)
			return
		}
		const continues = this.marked && !marked && !this.gap
		switch (this.role) {
			case 'present':
				this.attend(line, text)
				break
			case 'decisions':
			case 'actions':
				if (!(continues && this.goOn(this.role, line, text))) {
					this.take(this.role, line, text)
				}
				this.marked = marked
				break
			case 'meeting':
				if (this.meeting) {
					this.meeting = { text: `${this.meeting.text} , ${text}`, from: this.meeting.from, to: line.index }
				}
				break
			case 'absent':
				break
			default:
				this.prose(line, text)
		}
	}

	private inTable(line: Line): boolean {
		const head = this.role === 'absent' || this.role === 'present' ? null : tableHead(line.whole)
		if (head) {
			this.table = head
			return true
		}
		const cells = this.table && rowOf(line.whole, this.table)
		if (!this.table || !cells) {
			this.table = null
			return false
		}
		const row = readRow(cells, this.table, this.names, this.around, line.index)
		if (row && 'decision' in row) {
			this.reading.decisions.push({ text: row.decision, lines: { from: line.index, to: line.index } })
		} else if (row) {
			this.reading.actions.push(row)
		}
		return true
	}

	private attend(line: Line, text: string): void {
		const lines = { from: line.index, to: line.index }
		const names = namesOf(text.replace(/^(?:[^:,]{0,30}:\s*)/, ''))
		// A list that is no list of names is text.
		if (names.some((name) => name.split(' ').length > 4 || !/^[\p{Lu}'’]/u.test(name))) {
			this.role = 'other'
			this.prose(line, text)
			return
		}
		this.names.add(names)
		this.reading.present.push(...names.map((name) => ({ name, lines })))
	}

	private take(role: 'decisions' | 'actions', line: Line, text: string): void {
		const lines = { from: line.index, to: line.index }
		if (role === 'decisions') {
			this.reading.decisions.push({ text, lines })
		} else {
			this.reading.actions.push(readAction(text, this.names, this.around, lines))
		}
	}

	/** The line continues the previous one. */
	private goOn(role: 'decisions' | 'actions', line: Line, text: string): boolean {
		const last = this.reading[role].at(-1)
		if (!last || last.lines.to !== line.index - 1) {
			return false
		}
		const lines = { from: last.lines.from, to: line.index }
		const whole = this.lines.filter(({ index }) => index >= lines.from && index <= lines.to)
			.map(({ text }) => withoutEmphasis((bullet(text)?.text ?? text).replace(NUMBER, ''))).join(' ')
		this.reading[role].pop()
		if (role === 'decisions') {
			this.reading.decisions.push({ text: whole, lines })
		} else {
			this.reading.actions.push(readAction(whole, this.names, this.around, lines))
		}
		this.marked = true
		return text !== ''
	}

	/** Text outside the known sections: decisions and promises in sentences, arrows. */
	private prose(line: Line, text: string): void {
		const lines = { from: line.index, to: line.index }
		if (ARROW.test(line.text)) {
			this.arrow(line, line.text.replace(ARROW, ''))
			return
		}
		for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
			const head = headOf(sentence)
			if (head?.role === 'meeting' && head.rest !== '' && !this.meeting) {
				this.meeting = { text: head.rest, from: line.index, to: line.index }
			} else if (head?.role === 'present' && head.rest !== '' && this.reading.present.length === 0) {
				this.attend(line, head.rest)
			} else if (DECIDED.test(sentence)) {
				this.reading.decisions.push({ text: sentence, lines })
			} else if (isPromise(sentence, this.names)) {
				this.reading.actions.push(readAction(sentence.replace(/\.$/, ''), this.names, this.around, lines))
			}
		}
		this.before = line
	}

	private arrow(line: Line, text: string): void {
		const inline = INLINE.exec(text)
		if (inline) {
			this.take(fold(inline[1]!).startsWith('decision') ? 'decisions' : 'actions', line, inline[2]!)
			return
		}
		const lines = { from: line.index, to: line.index }
		const action = readAction(text, this.names, this.around, lines)
		if (action.who.length === 0 && this.names.mayBe(action.what) && this.before) {
			// Only a person and a date: the action is the last sentence above.
			const what = this.before.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1)!
			this.reading.actions.push({ ...action, who: namesOf(action.what), what, lines: { from: this.before.index, to: line.index } })
		} else {
			this.reading.actions.push(action)
		}
	}
}

/**
 * Reads the minutes of one group's meeting.
 *
 * @param text the minutes
 * @param people names of the members of the group
 * @param today YYYY-MM-DD, for days without a year if the text has no day of the meeting
 */
export function readOrdinary(text: string, people: readonly string[], today: string): OrdinaryReading {
	return new Reader(readLines(text), people, today).read()
}
