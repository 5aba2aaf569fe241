/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { glob, projectFiles, read } from './support/files.ts'

const files = projectFiles()
/** Files whose text is ours; the lock file is npm's, the demo network's texts speak of other things. */
const ours = files.filter((path) => !/^(package-lock\.json$|LICENSES\/|tests\/fixtures\/network\/)/.test(path))
const isText = (path: string) => !/\.(png|ico|woff2?|docx|odt|pdf)$/.test(path)

// REUSE-IgnoreStart: what the heads of files are compared with.
describe('licences', () => {
	const annotated = [...read('REUSE.toml').matchAll(/^path = \[?([^\]]+)\]?$/gm)]
		.flatMap(([, list]) => [...list!.matchAll(/"([^"]+)"/g)].map(([, pattern]) => glob(pattern!)))

	it('are at the top of every code file', () => {
		const code = files.filter((path) => /\.(ts|vue|js|mjs|php|css|scss|html|sh)$|^\.ci\/|^bin\//.test(path))
		expect(code.length).toBeGreaterThan(20)
		const bare = code.filter((path) => {
			const head = read(path).slice(0, 400)
			return !head.includes('SPDX-FileCopyrightText: 2026 Réseau contributors')
				|| !head.includes('SPDX-License-Identifier: AGPL-3.0-or-later')
		})
		expect(bare.filter((path) => !annotated.some((pattern) => pattern.test(path)))).toEqual([])
	})

	it('are in REUSE.toml for every other file', () => {
		const bare = files.filter((path) => !path.startsWith('LICENSES/'))
			.filter((path) => !isText(path) || !read(path).slice(0, 400).includes('SPDX-License-Identifier:'))
		expect(bare.filter((path) => !annotated.some((pattern) => pattern.test(path)))).toEqual([])
	})

	it('are there in full', () => {
		const named = new Set(ours.filter(isText).flatMap((path) => [...read(path)
			.matchAll(/^.{0,4}SPDX-License-Identifier: ([\w.-]+)|^SPDX-License-Identifier = "([\w.-]+)"/gm)].map(([, a, b]) => a ?? b)))
		expect(files.filter((path) => path.startsWith('LICENSES/')).sort())
			.toEqual([...named].map((licence) => `LICENSES/${licence}.txt`).sort())
	})
})
// REUSE-IgnoreEnd

describe('the files of the project', () => {
	// Written so that none of them finds itself.
	it.each([
		['a path of a developer’s machine', /(?:^|[\s"'`(=:])\/(?:[w]ork|[r]oot|[h]ome|[f]arm|[s]rv|[U]sers)\/\w/],
		['a registry or a mirror', /registry[.](?:npmjs|yarnpkg)|npm[m]irror|verd[a]ccio|artif[a]ctory/],
		['the makers’ tools', /\b(?:cl[a]ude|anthr[o]pic|open[a]i|chat[g]pt|c[o]pilot|sub[a]gents?|L[L]M)\b/i],
		['something unfinished', /\b(?:TO[D]O|FIX[M]E|XX[X])\b|for[ ]now\b|not[ ]implemented/],
		['a test switched off', /\b(?:it|test|describe)[.](?:skip|only|todo|fixme)\b|markTest[S]kipped|markTest[I]ncomplete/],
		['a check switched off without a word why', /@ts-[i]gnore|eslint-[d]isable(?!.* -- \S)/],
	])('contain no %s', (_, pattern) => {
		const found = ours.filter(isText).flatMap((path) => read(path).split('\n')
			.map((line, index) => ({ where: `${path}:${index + 1}`, line }))
			.filter(({ line }) => pattern.test(line))
			.map(({ where, line }) => `${where} ${line.trim().slice(0, 100)}`))
		expect(found).toEqual([])
	})

	it('have no trailing spaces, carriage returns or indentation with spaces', () => {
		const code = ours.filter((path) => /\.(ts|vue|js|mjs|php|css|scss)$/.test(path))
		expect(code.filter((path) => /\r| +$|^ +\S.*[;{]$/m.test(read(path).replace(/^ \*.*$/gm, '')))).toEqual([])
	})
})

describe('file names', () => {
	it('are valid on every system', () => {
		// eslint-disable-next-line no-control-regex -- a control character in a name is what is looked for
		expect(files.filter((path) => /[<>:"\\|?*\u0000-\u001f]|[ .](?:\/|$)/.test(path) || path.length > 140)).toEqual([])
		const lower = files.map((path) => path.toLowerCase())
		expect(new Set(lower).size).toBe(lower.length)
	})

	it.each([
		['components', /^src\/.*\.vue$/, /^[A-Z][A-Za-z0-9]*\.vue$/],
		['scripts', /^(?:src|scripts|tests)\/.*\.m?[tj]s$/, /^[a-z][A-Za-z0-9-]*(?:\.(?:spec|d|config))?\.m?[tj]s$/],
		['classes', /^lib\/.*\.php$/, /^[A-Z][A-Za-z0-9]*\.php$/],
		['templates', /^templates\/.*\.php$/, /^[a-z][a-z0-9-]*\.php$/],
	])('of %s have one form', (_, which, form) => {
		expect(files.filter((path) => which.test(path) && !form.test(path.split('/').at(-1)!))).toEqual([])
	})
})
