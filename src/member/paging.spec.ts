/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { membersOf } from './paging.ts'
import { sampleMember, samplePage } from './testing/sample.ts'

const member = (id: number) => sampleMember({ id })

it('joins pages, with nobody twice', () => {
	const pages = [samplePage([member(1), member(2)], 4, 'b'), samplePage([member(2), member(3)], 4)]
	expect(membersOf(pages).map(({ id }) => id)).toEqual([1, 2, 3])
	expect(membersOf(undefined)).toEqual([])
})
