/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'

/** Vue joins the parts of its own ids by hyphens too: `v-2-4` with `-0` is also the id of something in a part that was loaded later. */
const JOINED = /\$\{id\}-(?:\$\{|`)/

it('an id of useId() is joined to a number by an underscore', () => {
	const pages = projectFiles('src/').filter((path) => path.endsWith('.vue'))
	expect(pages.length).toBeGreaterThan(200)
	expect(pages.filter((path) => JOINED.test(read(path)))).toEqual([])
	expect(JOINED.test('`${id}-${index}`')).toBe(true)
})
