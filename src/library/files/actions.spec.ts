/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { sampleEntry } from '../testing/entry.ts'
import { actionsOf, canPreview } from './actions.ts'
import { rightsOf } from './model.ts'

it.each([
	['a file of mine', '/a.md', 'RGDNVW', false, ['open', 'sheet', 'rename', 'move', 'copy', 'remove']],
	['a folder of mine', '/a/', 'RGDNVCK', false, ['open', 'files', 'rename', 'move', 'remove']],
	['a file to read', '/a.md', 'SG', false, ['open', 'sheet', 'copy']],
	['a folder to read', '/a/', 'SG', false, ['open', 'files']],
	['a file to change, not to delete', '/a.md', 'SGNVW', false, ['open', 'sheet', 'rename', 'copy']],
	['a folder from elsewhere', '/a/', 'SRGDNVCK', true, ['open', 'files']],
	['a folder of a Team folder', '/a/', 'RMGDNVCK', false, ['open', 'files', 'rename', 'move', 'remove']],
])('%s', (_, path, letters, mounted, actions) => {
	expect(actionsOf(sampleEntry(path, { rights: rightsOf(letters, mounted) }))).toEqual(actions)
})

it.each([
	['image/png', true, true],
	['image/png', false, false],
	['image/svg+xml', true, false],
	['text/html', true, false],
	['text/markdown', true, false],
])('%s with a preview (%s) is shown small: %s', (mime, preview, shown) => {
	expect(canPreview({ mime, preview })).toBe(shown)
})
