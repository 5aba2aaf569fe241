/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { keepOrder } from './choices.ts'

const choice = (id: string, count: number) => ({ id, label: id.toUpperCase(), count })

it('keeps choices in place, with their current counts', () => {
	const shown = [choice('a', 5), choice('b', 3), choice('c', 1)]
	expect(keepOrder(shown, [choice('c', 4), choice('d', 2), choice('a', 1)]))
		.toEqual([choice('a', 1), choice('b', 0), choice('c', 4), choice('d', 2)])
	expect(keepOrder([], shown)).toEqual(shown)
	expect(keepOrder(shown, [])).toEqual([choice('a', 0), choice('b', 0), choice('c', 0)])
})
