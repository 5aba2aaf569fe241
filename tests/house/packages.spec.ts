/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './support/files.ts'

// Each keeps what components share by injection: with a second copy a component of @nextcloud/vue finds nothing and says nothing.
it.each(['vue', 'vue-router', 'pinia'])('there is one copy of %s', (name) => {
	const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
	const copies = Object.keys(packages).filter((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
	expect(copies).toEqual([`node_modules/${name}`])
})
