/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { unusedExports } from './support/exports.ts'
import { projectFiles, read } from './support/files.ts'

describe('exports of src/', () => {
	it('are used by another file or by their own', () => {
		const files = ['src/', 'tests/', 'scripts/'].flatMap((folder) => projectFiles(folder)).filter((path) => /\.(ts|vue|mjs)$/.test(path) && !path.endsWith('.d.ts'))
		expect(files.length).toBeGreaterThan(1000)
		expect(unusedExports(Object.fromEntries(files.map((path) => [path, read(path)])))).toEqual([])
	})

	it.each([
		['a function', { 'src/a/model.ts': 'export function one() {}' }, 'src/a/model.ts: one'],
		['a type', { 'src/a/model.ts': 'export type One = 1' }, 'src/a/model.ts: One'],
		['one of several names', { 'src/a/model.ts': 'export const { one, two } = both', 'src/a/b.ts': 'import { one } from \'./model.ts\'' }, 'src/a/model.ts: two'],
		['a name exported again', { 'src/a/index.ts': 'export { one as two } from \'./model.ts\'', 'src/a/model.ts': 'export const one = 1' }, 'src/a/index.ts: two'],
		['a component', { 'src/a/ui/A.vue': '<template><p /></template>' }, 'src/a/ui/A.vue: default'],
		['a namesake of what is imported', { 'src/a/model.ts': 'export const one = 1', 'src/b/model.ts': 'export const one = 1', 'src/c.ts': 'import { one } from \'./a/model.ts\'' }, 'src/b/model.ts: one'],
		['what a namespace is not asked for', { 'src/a/gateway.ts': 'export const one = 1\nexport const two = 2', 'src/a/b.ts': 'import * as gateway from \'./gateway.ts\'\ngateway.one()' }, 'src/a/gateway.ts: two'],
	])('%s without a use is found', (_, files, found) => {
		expect(unusedExports(files as Record<string, string>)).toEqual([found])
	})

	it.each([
		['its own file', { 'src/a/model.ts': 'export const one = 1\nconst two = one + 1' }],
		['a component', { 'src/a/model.ts': 'export const one = 1', 'src/b.vue': '<script setup lang="ts">\nimport { one } from \'./a/model.ts\'\n</script>', 'src/c.ts': 'import b from \'./b.vue\'' }],
		['an import on demand', { 'src/a/A.vue': '<template><p /></template>', 'src/b.ts': 'const later = () => import(\'./a/A.vue\')' }],
		['the type of an import', { 'src/a/model.ts': 'export type One = 1', 'src/b.ts': 'const one: import(\'./a/model.ts\').One = 1' }],
		['a namespace', { 'src/a/gateway.ts': 'export const one = 1', 'src/b.ts': 'import * as gateway from \'./a/gateway.ts\'\ngateway.one()' }],
		['a namespace that is passed on', { 'src/a/gateway.ts': 'export const one = 1', 'src/b.ts': 'import * as gateway from \'./a/gateway.ts\'\nmock(gateway)' }],
		['the attribute of a generic component', { 'src/a/A.vue': '<script setup lang="ts" generic="Entry extends Chip">\nexport interface Chip { key: string }\n</script>', 'src/b.ts': 'import A from \'./a/A.vue\'' }],
		['a test', { 'src/a/model.ts': 'export const one = 1', 'tests/a.spec.ts': 'import { one } from \'../src/a/model.ts\'' }],
	])('a use by %s counts', (_, files) => {
		expect(unusedExports(files as Record<string, string>)).toEqual([])
	})
})
