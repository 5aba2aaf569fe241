/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { arrivals } from './arrivals.ts'
import { sampleRow } from './testing/sample.ts'

const row = (name: string, changes: Parameters<typeof sampleRow>[0]) => sampleRow(changes, { uid: name, name })
const came = (...rows: Parameters<typeof arrivals>[0]) => arrivals(rows, 'me', '2026-11-24').map(({ row: { member }, day }) => [member.name, day])

it('lists who came within thirty days, the last one first', () => {
	expect(came(
		row('before', { entered: '2026-10-24' }),
		row('first', { entered: '2026-10-25' }),
		row('last', { entered: '2026-11-24' }),
		row('middle', { entered: '2026-11-01', from: '2027-01-01' }),
	)).toEqual([['last', '2026-11-24'], ['middle', '2026-11-01'], ['first', '2026-10-25']])
})

it('leaves out me, people who have not come yet or have left, and people who came before arrivals were recorded', () => {
	expect(came(
		row('me', { entered: '2026-11-20' }),
		row('asks', { state: 'requested', entered: null }),
		row('left', { state: 'left', entered: null }),
		row('old', { entered: null }),
		row('outside', {}),
		row('imported', { entered: '2026-11-23', from: '2025-10-01' }),
	)).toEqual([])
})
