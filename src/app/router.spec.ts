/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { basePath, pathInApp } from './router.ts'

it.each([
	['/apps/reseau/', '/apps/reseau'],
	['/apps/reseau/members/4', '/apps/reseau'],
	['/index.php/apps/reseau/me', '/index.php/apps/reseau'],
	['/cloud/index.php/apps/reseau', '/cloud/index.php/apps/reseau'],
])('at %s the app begins at %s', (path, base) => {
	expect(basePath(path)).toBe(base)
})

it.each([
	['https://cloud.example.org/apps/reseau/members/4', '/members/4'],
	['https://cloud.example.org/cloud/index.php/apps/reseau/groups/2?a=b#c', '/groups/2?a=b#c'],
	['https://cloud.example.org/apps/deck/board/3', null],
	['https://elsewhere.example.org/apps/reseau/members/4', null],
	['mailto:odile@example.org', null],
])('behind %s stands %s', (href, path) => {
	expect(pathInApp(href, 'https://cloud.example.org')).toBe(path)
})
