/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fingerprint } from '../../shared/lib/fingerprint.ts'
import { NO_ANSWERS, parseAnswers } from './answers.ts'
import { batches, outcomesOf, reportOf } from './report.ts'
import { rowSentences } from './words.ts'

it('lists every row in the order of the file', () => {
	const rows = [{ position: 2, name: 'Ana', row: {}, notes: [{ kind: 'more_cells' as const }], doubts: [] }]
	const report = reportOf(rows, [{ position: 3, outcome: 'made' }, { position: 2, outcome: 'skipped', why: 'erased' }], [1])
	expect(report.map(({ position, name, why, notes }) => [position, name, why, notes.length])).toEqual([
		[1, '', 'broken_card', 0], [2, 'Ana', 'erased', 1], [3, '', undefined, 0],
	])
	expect(outcomesOf(report)).toEqual([{ outcome: 'made', count: 1 }, { outcome: 'skipped', count: 2 }])
})

it('says which address a card comes without, as it is in the file', () => {
	const rows = [{ position: 2, name: 'Ana', row: { contact: { email: 'ana(at)example', website: 'ici', phone: '05' } }, notes: [], doubts: [] }]
	const [row] = reportOf(rows, [{ position: 2, outcome: 'made', why: 'bad_address', field: 'contact.email contact.website' }])
	expect(rowSentences(row!)).toEqual(['Not a valid address, left out of the card: ana(at)example', 'Not a valid address, left out of the card: ici'])
	const [shared] = reportOf(rows, [{ position: 2, outcome: 'made', why: 'same_address', field: 'contact.website' }])
	expect(shared!.notes).toContainEqual({ kind: 'bad_address', word: 'ici' })
	expect(rowSentences(reportOf(rows, [{ position: 2, outcome: 'skipped', why: 'bad_address', field: 'contact.email' }])[0]!)).toEqual(['This is not a valid address: “Email address”.'])
})

it('rows are split into requests, none lost', () => {
	fc.assert(fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 60 }), (rows, size) => {
		const cut = batches(rows, size)
		expect(cut.flat()).toEqual(rows)
		expect(cut.every((some) => some.length > 0 && some.length <= size)).toBe(true)
	}))
})

it('a file is recognised by its content, and no other file matches', () => {
	fc.assert(fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
		expect(fingerprint(one)).toMatch(/^[0-9a-f]{64}$/)
		expect(fingerprint(one) === fingerprint(Uint8Array.from(one))).toBe(true)
		expect(fingerprint(one) === fingerprint(other)).toBe(one.join() === other.join())
	}))
})

it('invalid answers are ignored', () => {
	expect(parseAnswers('')).toEqual(NO_ANSWERS)
	expect(parseAnswers('{"anyway": "x"}')).toEqual(NO_ANSWERS)
	const answers = { agreement: { date: '2026-11-01', how: 'oral' }, choices: { Ici: null }, anyway: [3] }
	expect(parseAnswers(JSON.stringify(answers))).toEqual({ ...answers, dropped: [], mended: [] })
	expect(parseAnswers(JSON.stringify({ ...answers, dropped: [4], mended: [5] }))).toEqual({ ...answers, dropped: [4], mended: [5] })
})
