/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { News, Work } from './model.ts'

import { expect, it } from 'vitest'
import { inOrder } from './work.ts'

const group = { id: 4, title: 'Manger d’ici' }
const joined: News = { kind: 'joined', group, day: '2026-11-20', names: ['Ida'], others: 0 }
const mandate: News = { kind: 'mandate', group, day: '2026-11-22' }
const due = (day: string): Work => ({ kind: 'due', group, day, title: `For ${day}`, board: 1, card: 2 })
const file = (day: string): Work => ({ kind: 'file', group, day, title: `Of ${day}`, file: '9', sheet: false })

it('puts cards first, and what happened after them, the latest first', () => {
	const work = [due('2026-11-19'), due('2026-11-26'), file('2026-11-24'), file('2026-11-21')]
	expect(inOrder([mandate, joined], work).map(({ kind, day }) => `${kind} ${day}`)).toEqual([
		'due 2026-11-19', 'due 2026-11-26', 'file 2026-11-24', 'mandate 2026-11-22', 'file 2026-11-21', 'joined 2026-11-20',
	])
})

it('leaves the order of one day as it is', () => {
	expect(inOrder([{ ...mandate, day: joined.day }, joined], []).map(({ kind }) => kind)).toEqual(['mandate', 'joined'])
})
