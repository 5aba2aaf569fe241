/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './support/files.ts'

const run = (...files: string[]) => spawnSync(process.execPath, [join(root, 'scripts/minutes.mjs'), ...files], { encoding: 'utf8' })

it('npm run minutes prints what is read, in the schema of the fixtures', () => {
	const path = join(root, 'tests/fixtures/network/minutes/01-annuaire-propre')
	const { status, stdout } = run(`${path}.txt`)
	expect([status, JSON.parse(stdout)]).toEqual([0, JSON.parse(readFileSync(`${path}.expected.json`, 'utf8'))])
})

it.each([
	['nothing to read', [], 2, 'npm run -s minutes -- FILE | --score | --left-out | --train | --documents'],
	['a file that does not exist', ['nowhere.txt'], 1, 'nowhere.txt is missing'],
	['a picture', ['docs/images/members.png'], 1, 'members.png is no text'],
	['a text about something else', ['README.md'], 1, 'README.md speaks of no group'],
])('%s: it shows an error', (_, files, code, sentence) => {
	const { status, stdout, stderr } = run(...files.map((file) => join(root, file)))
	expect([status, stdout, stderr.trim()]).toEqual([code, '', sentence])
})
