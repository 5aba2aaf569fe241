/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { everything, extended, NONE, toggled } from './selection.ts'

const order = [...'abcdefgh']
const ids = ({ ids }: { ids: ReadonlySet<string> }) => order.filter((id) => ids.has(id)).join('')

it('adds one, and removes it', () => {
	const one = toggled(toggled(NONE, 'b'), 'e')
	expect(ids(one)).toBe('be')
	expect(ids(toggled(one, 'b'))).toBe('e')
})

it('selects a range in both directions, and lets it shrink', () => {
	const begun = toggled(NONE, 'd')
	expect(ids(extended(begun, order, 'f'))).toBe('def')
	expect(ids(extended(extended(begun, order, 'f'), order, 'e'))).toBe('de')
	expect(ids(extended(extended(begun, order, 'f'), order, 'b'))).toBe('bcd')
})

it('keeps what was selected elsewhere, starts again if the anchor is gone, and from the row with the focus if there is none', () => {
	expect(ids(extended(toggled(toggled(NONE, 'h'), 'a'), order, 'b'))).toBe('abh')
	expect(ids(extended(toggled(NONE, 'z'), order, 'c'))).toBe('c')
	expect(ids(extended(NONE, order, 'c', 'b'))).toBe('bc')
})

it('after any action contains only entries of the list, and the last range as a whole', () => {
	const id = fc.constantFrom(...order)
	fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), id)), id, (steps, last) => {
		const before = steps.reduce((selection, [alone, one]) => alone ? toggled(selection, one) : extended(selection, order, one), everything([]))
		const after = extended(before, order, last)
		const [low, high] = [order.indexOf(after.anchor!), order.indexOf(last)].sort()
		return order.slice(low, high! + 1).every((one) => after.ids.has(one)) && [...after.ids].every((one) => order.includes(one))
	}))
})
