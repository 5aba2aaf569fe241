/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ExpectedGroup } from '../../scripts/lib/minutes.ts'

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text whose lines say what they are: the letter before a line is its label, the braces hold what is to be read. */
export interface Marked {
	name: string
	/** Documents written alike: they are left out together. */
	manner: string
	text: string
	/** For each line of the text; blank for a blank line. */
	labels: string[]
	/** The lines with their marks. */
	lines: string[]
	expected: ExpectedGroup[]
}

const FOLDER = join(import.meta.dirname, '../fixtures/minutes/manners')
/** `{text}`, `{key:text}`, or `{key=value:text}` where the value differs from the text. */
export const FIELD = /\{(?:([#neopcHIf123abctRN])(?:@([^:=}]+))?(?:=([^:}]*))?:)?([^}]*)\}/g
const COLUMNS = { 1: 'mayAdvance', 2: 'mustNot', 3: 'with' } as const

/** A field of a line. */
interface Field {
	key: string
	under?: string
	value: string
}

class Expected {
	readonly groups: ExpectedGroup[] = []
	/** Adds to what was read last. */
	private more: (text: string) => void = () => undefined

	add(label: string, fields: Field[], line: string): void {
		const all = fields.length === 0 && !'NGabcRFS'.includes(label) ? [{ key: '', value: line.trim().replace(/\s*:$/, '') }] : fields
		if (label === 'T') {
			this.groups.push({ number: null, title: '', sections: [], mandate: { mayAdvance: [], mustNot: [], with: [] }, roster: [], declaredCount: null })
		}
		let person: ExpectedGroup['roster'][number] | undefined = label === '+' ? this.groups.at(-1)?.roster.at(-1) : undefined
		for (const { key, under, value } of all) {
			const group = this.groups.at(-1)
			// Ordinary minutes have no group.
			if (!group) {
				continue
			}
			const own = key !== '' ? key : label
			if (own === '+') {
				this.more(value)
			} else if (own === '#') {
				group.number = value === '' ? null : Number(value)
			} else if (own === 'T' || own === 't') {
				group.title = value
			} else if (own === 'H') {
				group.sections.push({ heading: value, items: [] })
				this.more = (text) => {
					group.sections.at(-1)!.heading += ` ${text}`
				}
			} else if (own === 'I' || own === 'C') {
				this.addItem(group, under, value)
			} else if (own in COLUMNS) {
				const column = group.mandate[COLUMNS[own as '1']]
				const at = column.push(value) - 1
				this.more = (text) => {
					column[at] += ` ${text}`
				}
			} else if (own === 'c' && value !== '' && /^\d+$/.test(value)) {
				group.declaredCount = Number(value)
			} else if ('nepo'.includes(own)) {
				if (own === 'n') {
					person = {}
					group.roster.push(person)
				}
				person ??= group.roster[group.roster.push({}) - 1]!
				person[({ n: 'name', e: 'email', p: 'phone', o: 'note' } as const)[own as 'n']] = value
			}
		}
	}

	private addItem(group: ExpectedGroup, under: string | undefined, value: string): void {
		const named = under === undefined ? group.sections.at(-1) : group.sections.find(({ heading }) => heading === under)
		const section = named ?? group.sections[group.sections.push({ heading: under ?? '', items: [] }) - 1]!
		const at = section.items.push(value) - 1
		this.more = (text) => {
			section.items[at] += ` ${text}`
		}
	}
}

/** The texts of this folder. */
export function markedTexts(): Marked[] {
	return readdirSync(FOLDER).filter((file) => file.endsWith('.marked')).sort().map((file) => readMarked(file.slice(0, -7), readFileSync(join(FOLDER, file), 'utf8')))
}

/** A text without its marks, and what they say. */
export function readMarked(name: string, source: string): Marked {
	const lines = source.replace(/\n$/, '').split('\n').map((line) => ({ label: line.slice(0, 1), line: line.slice(2) }))
	const expected = new Expected()
	for (const { label, line } of lines) {
		expected.add(label, [...line.matchAll(FIELD)].map(([, key = '', under, value, text]) => ({ key, under, value: value ?? text! })), line)
	}
	return {
		name,
		manner: name.replace(/-\d+$/, ''),
		text: `${lines.map(({ line }) => line.replace(FIELD, '$4')).join('\n')}\n`,
		labels: lines.map(({ label }) => label),
		lines: lines.map(({ line }) => line),
		expected: expected.groups,
	}
}
