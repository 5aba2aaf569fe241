/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { basePath } from './router.ts'

it.each([
	['/apps/reseau/', '/apps/reseau'],
	['/apps/reseau/members/4', '/apps/reseau'],
	['/index.php/apps/reseau/me', '/index.php/apps/reseau'],
	['/cloud/index.php/apps/reseau', '/cloud/index.php/apps/reseau'],
])('at %s the app begins at %s', (path, base) => {
	expect(basePath(path)).toBe(base)
})
