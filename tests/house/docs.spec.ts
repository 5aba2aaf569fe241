/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { posix } from 'node:path'
import { expect, it } from 'vitest'
import { glob, projectFiles, read } from './support/files.ts'

const files = projectFiles()
const pages = files.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md')

/** Whether a file or folder exists; `*` as in REUSE.toml, and a script may be named without its extension. */
function exists(path: string): boolean {
	const pattern = glob(path.replace(/\/$/, ''))
	return files.some((file) => pattern.test(file) || pattern.test(file.replace(/\.[^./]+$/, '')) || file.split('/').some((_, end, parts) => pattern.test(parts.slice(0, end).join('/'))))
}

/** Paths that a page names in backticks; data/, js/, css/ and l10n/ are built. */
function pathsIn(markdown: string): string[] {
	return Array.from(markdown.matchAll(/`((?:appinfo|docs|img|lib|scripts|src|templates|tests|translations)\/[\w./*-]*)`/g), ([, path]) => path!)
}

/** Files that a page links to. */
function linksIn(path: string, markdown: string): string[] {
	return Array.from(markdown.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g), ([, link]) => posix.join(posix.dirname(path), link!))
}

it.each(pages)('%s names and links to files that exist', (path) => {
	const markdown = read(path)
	expect([...pathsIn(markdown), ...linksIn(path, markdown)].filter((named) => !exists(named))).toEqual([])
})

it('finds a path that does not exist', () => {
	expect(pathsIn('See `lib/Link/LinkRules.php`, `src/link/`, `npm test` and `tests/*/LinkTest.php`.')).toEqual(['lib/Link/LinkRules.php', 'src/link/', 'tests/*/LinkTest.php'])
	expect(linksIn('docs/users/en.md', '[a](../images/map.png) [b](https://example.org) [c](#top)')).toEqual(['docs/images/map.png'])
	expect(['lib', 'src/link/', 'tests/house/docs.spec', 'docs/*/fr.md', 'lib/*/Event', 'src/shared/documents', 'src/group/space.ts', 'docs/images'].map(exists)).toEqual([true, true, true, true, true, false, false, true])
})
