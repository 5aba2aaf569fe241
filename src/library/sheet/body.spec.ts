/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { bodyOf, withoutTitle } from './body.ts'
import { sampleSheet } from './testing/sample.ts'

const file = sampleSheet().file!

it.each([
	['a text', {}, 'text'],
	['a long one', { size: 300_000 }, 'file'],
	['an empty one', { size: 0 }, null],
	['a picture', { mime: 'image/jpeg' }, 'picture'],
	['a drawing that may have scripts', { mime: 'image/svg+xml' }, 'file'],
	['a folder', { mime: 'httpd/unix-directory', folder: true, size: 0 }, 'file'],
])('%s is read so', (_, changes, how) => {
	expect(bodyOf({ ...file, ...changes })).toBe(how)
})

it('what is gone is not read', () => {
	expect(bodyOf(null)).toBeNull()
})

it.each([
	['# Le four\n\nOn allume.\n', 'On allume.\n'],
	['Le four \r\nOn allume.', 'On allume.'],
	['# Un four\n\nOn allume.', '# Un four\n\nOn allume.'],
	['# Le four', ''],
	['', ''],
])('%j says its title once', (text, rest) => {
	expect(withoutTitle(text, 'Le four')).toBe(rest)
})
