/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOrdinary } from './readOrdinary.ts'
import { compareFields } from './score.ts'

const FOLDER = join(import.meta.dirname, '../../../../tests/fixtures/minutes/ordinary')
const KNOWN = ['titres-et-tirets', 'majuscules', 'tableau', 'fleches', 'cases', 'phrases', 'numeros', 'gras']
/** Written with the others before the parser, and not used while it was developed; at first 70 of their 72 fields were right, and 3 invented. */
const UNSEEN = ['courriel', 'colonnes', 'au-fil', 'ocr']

function score(names: readonly string[]) {
	const all = names.map((name) => {
		const of = (ending: string) => readFileSync(join(FOLDER, `${name}.${ending}`), 'utf8')
		return compareFields(readOrdinary(of('txt'), [], '2026-01-01'), JSON.parse(of('expected.json')))
	})
	const sum = (count: (one: typeof all[number]) => number) => all.reduce((total, one) => total + count(one), 0)
	return {
		expected: sum(({ expected }) => expected),
		right: sum(({ right }) => right),
		invented: sum(({ invented }) => invented.length),
		wrong: all.flatMap(({ missing, invented }) => [...missing.map((one) => `missing ${one}`), ...invented.map((one) => `invented ${one}`)]),
	}
}

describe('reading ordinary minutes', () => {
	it.each(KNOWN)('%s', (name) => {
		expect(score([name]).wrong).toEqual([])
	})

	it('reads manners it was not made for', () => {
		const { expected, right, invented, wrong } = score(UNSEEN)
		console.info(`ordinary minutes not seen before: ${right} of ${expected} fields, ${invented} invented`)
		expect(wrong).toEqual([])
	})
})
