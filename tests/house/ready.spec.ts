/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isBehind } from '../../scripts/lib/ready.mjs'

let folder: string
function file(path: string, seconds: number) {
	writeFileSync(join(folder, path), '')
	utimesSync(join(folder, path), seconds, seconds)
}

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'ready-'))
	mkdirSync(join(folder, 'src/a'), { recursive: true })
	file('src/a/b.ts', 100)
	file('config.ts', 90)
})
afterEach(() => rmSync(folder, { recursive: true }))

it.each([
	['nothing was built', null, 100, true],
	['a build began after the last edit', 101, 100, false],
	['a file was edited while the build ran', 101, 102, true],
	['only a test was edited', 101, 100, false],
])('%s', (_, begun, edited, behind) => {
	file('src/a/b.ts', edited)
	file('src/a/b.spec.ts', 200)
	if (begun !== null) {
		file('made', begun)
	}
	expect(isBehind(join(folder, 'made'), ['src', 'config.ts'].map((path) => join(folder, path)))).toBe(behind)
})
