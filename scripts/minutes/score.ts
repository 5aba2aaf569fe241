/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Reading } from '../../src/minutes/parse/reading.ts'
import type { Styles } from '../../src/minutes/read/lineStyle.ts'
import type { ExpectedGroup } from '../lib/minutes.ts'

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from '../../src/minutes/read/readFile.ts'
import { fold } from '../../src/shared/lib/fold.ts'
import { markedTexts } from '../../tests/support/marked.ts'
import { fixtures } from '../../tests/support/minutes.ts'
import { score } from '../../tests/support/minutesScore.ts'
import { asExpected } from '../lib/minutes.ts'

export const FORMATS = ['txt', 'docx', 'odt', 'pdf', 'ocr.txt'] as const
export type Format = typeof FORMATS[number]

/** A text with what is to be read in it. */
export interface Sample {
	name: string
	manner: string
	format: Format
	text: string
	/** Of its lines, where its document says how they are set. */
	style?: Styles
	expected: ExpectedGroup[]
}

/** What was measured over some texts. */
export interface Figures {
	right: number
	expected: number
	invented: number
	/** Wrong or missing, and those of them where the reading has no doubt. */
	wrong: number
	silent: number
}

const DOCUMENTS = join(import.meta.dirname, '../../tests/fixtures/minutes/manners/documents')

/** All texts of the corpus in all their forms, as the app gets them. */
export async function samples(): Promise<Sample[]> {
	const found: Sample[] = []
	for (const { name, manner, text, expected } of markedTexts()) {
		for (const format of FORMATS) {
			const path = join(DOCUMENTS, `${name}.${format}`)
			if (format === 'txt') {
				found.push({ name, manner, format, text, expected })
			} else if (existsSync(path) && statSync(path).size > 0) {
				const { text: read, style } = await readFile({ name: path, bytes: new Uint8Array(readFileSync(path)) })
				found.push({ name, manner, format, expected, text: read, ...style && { style } })
			}
		}
	}
	return found
}

/** The minutes the parser was made with. */
export function known(): Sample[] {
	return fixtures.map(({ name, text, expected }) => ({ name, manner: 'known', format: 'txt', text, expected }))
}

/** Measures one reading. */
export function measure({ text, expected }: Sample, reading: Reading): Figures & { missed: string[], inventions: string[] } {
	const { right, expected: fields, missed, invented, wrong } = score(asExpected(reading).groups, expected)
	const lines = text.split('\n').map(fold)
	const doubted = new Set(reading.groups.flatMap(({ warnings }) => warnings.flatMap(({ lines: { from, to } }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))))
	// Where no group was found at all, the page says so.
	const silent = reading.groups.length === 0
		? []
		: wrong.filter(({ text: about }) => {
				const words = fold(about)
				const place = lines.findIndex((line) => words.length > 2 && line.includes(words.slice(0, 30)))
				return place === -1 ? doubted.size === 0 : !doubted.has(place)
			})
	return { right, expected: fields, invented: invented.length, wrong: wrong.length, silent: silent.length, missed, inventions: invented }
}

/** The sum of some figures. */
export function sum(all: readonly Figures[]): Figures {
	return all.reduce((one, other) => ({
		right: one.right + other.right,
		expected: one.expected + other.expected,
		invented: one.invented + other.invented,
		wrong: one.wrong + other.wrong,
		silent: one.silent + other.silent,
	}), { right: 0, expected: 0, invented: 0, wrong: 0, silent: 0 })
}

/** Figures as a line: what part was read, inventions for each hundred expected, what part of the wrong ones has no doubt. */
export function figuresLine(name: string, { right, expected, invented, wrong, silent }: Figures): string {
	return `${name.padEnd(28)} ${(right / expected).toFixed(3)} right  ${(invented * 100 / expected).toFixed(1).padStart(5)} invented  ${(wrong === 0 ? 0 : silent / wrong).toFixed(2)} silent  (${expected} fields, ${wrong} wrong)`
}
