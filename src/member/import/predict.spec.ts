/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CheckedRow } from './model.ts'

import { expect, it } from 'vitest'
import { mayBeMadeAnyway, predict } from './predict.ts'

const row = (position: number, name: string, email?: string) => ({ position, name, row: { name, contact: { email } }, notes: [], doubts: [] })
const answers = (...checked: CheckedRow[]) => new Map(checked.map((one) => [one.position, one]))

it('a person listed twice in a file is imported once', () => {
	const rows = [row(2, 'Ana', 'ana@example.org'), row(3, 'Ána', 'ANA@example.org'), row(4, 'ÀNA'), row(5, 'Léo')]
	const checked = answers(
		{ position: 2, outcome: 'made', person: 'a' },
		{ position: 3, outcome: 'made', person: 'a' },
		{ position: 4, outcome: 'made', person: 'b' },
		{ position: 5, outcome: 'skipped', why: 'has_account', member: 7, person: 'c' },
	)
	expect(predict(rows, checked, new Set())).toEqual([
		{ position: 2, outcome: 'made' },
		{ position: 3, outcome: 'skipped', why: 'duplicate_row', first: 2 },
		{ position: 4, outcome: 'skipped', why: 'has_card', first: 2 },
		{ position: 5, outcome: 'skipped', why: 'has_account', member: 7 },
	])
	expect(predict(rows, checked, new Set([4]))[2]).toEqual({ position: 4, outcome: 'made' })
})

it('two people who share an address both come, and the doubt is shown', () => {
	const rows = [row(2, 'Josette Bru', 'les.bru@example.org'), row(3, 'Marcel Bru', 'Les.Bru@example.org '), row(4, 'Zoé', 'néant'), row(5, 'Xéna', 'néant')]
	const none = { why: 'bad_address', field: 'contact.email' }
	const checked = answers(
		{ position: 2, outcome: 'made', person: 'a' },
		{ position: 3, outcome: 'made', person: 'b' },
		{ position: 4, outcome: 'made', ...none, person: 'c' },
		{ position: 5, outcome: 'made', ...none, person: 'd' },
	)
	expect(predict(rows, checked, new Set())).toEqual([
		{ position: 2, outcome: 'made' },
		{ position: 3, outcome: 'made', why: 'same_address', first: 2 },
		{ position: 4, outcome: 'made', ...none },
		{ position: 5, outcome: 'made', ...none },
	])
})

it('the first of two counts only if it is imported, and rows not checked yet are left out', () => {
	const rows = [row(2, 'Ana'), row(3, 'Ana'), row(4, 'Léo')]
	expect(predict(rows, answers(
		{ position: 2, outcome: 'skipped', why: 'too_long', person: 'a' },
		{ position: 3, outcome: 'made', person: 'a' },
	), new Set())).toMatchObject([{ outcome: 'skipped' }, { outcome: 'made' }])
})

it.each([
	[{ why: 'has_account', member: 3 }, true],
	[{ why: 'has_card', first: 3 }, true],
	[{ why: 'has_account' }, false],
	[{ why: 'duplicate_row', first: 3 }, false],
])('%j can still be imported: %s', (answer, may) => {
	expect(mayBeMadeAnyway({ position: 1, outcome: 'skipped', ...answer })).toBe(may)
})
