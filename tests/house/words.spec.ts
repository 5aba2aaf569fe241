/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'

const FOLDERS = ['lib', 'src', 'templates', 'tests', 'scripts', 'docs', '.'] as const

/**
 * Words that are not the plain English of Nextcloud's developers: an example, what to write instead, and how often each folder has them at most.
 * Some uses are right (“beside the text”), so not every number becomes 0. Remove a word, lower its number; never raise one.
 */
const WORDS: [example: string, instead: string, pattern: RegExp, most: readonly number[]][] = [
	['told', 'notified, or the name of the thing', /(?<![a-z])told(?![a-z])|Told(?![a-z])/g, [9, 22, 0, 9, 0, 3, 0]],
	['said', 'given, recorded, words, mentions', /\bsaid\b/gi, [77, 133, 1, 144, 16, 25, 0]],
	['somebody', 'someone, anyone, no one else', /\b(?:some|any)body\b|nobody else/gi, [0, 14, 0, 4, 0, 4, 2]],
	['whom', 'the people to ask, anyone who', /\b(?:whom|whoever)\b/gi, [27, 12, 0, 4, 0, 9, 0]],
	['for who sees', 'the viewer, the author, the person who', /\b(?:to|of|for|by|with|from) who\b/g, [7, 0, 0, 1, 1, 5, 1]],
	['beside', 'in addition to, next to', /\bbeside\b/gi, [8, 28, 0, 30, 2, 1, 0]],
	['anew', 'again', /\banew\b/gi, [0, 0, 0, 0, 0, 0, 0]],
	['at once', 'immediately, at the same time', /\bat once\b/gi, [1, 0, 0, 6, 0, 3, 0]],
	['once more', 'again', /\bonce more\b/gi, [0, 0, 0, 0, 0, 0, 0]],
	['stands', 'is, is in', /\bstands\b/gi, [0, 1, 0, 0, 0, 0, 2]],
	['looked at', 'previewed, viewed, checked', /\blook(?:s|ed)? at\b/gi, [1, 4, 0, 1, 0, 0, 1]],
	['be it', 'plain words', /\bbe (?:it|they)\b|\bnothing of it\b|\bby turns\b/gi, [1, 0, 0, 1, 0, 4, 0]],
	['is not there', 'does not exist, is missing', /\b(?:is|are) not there\b|\bthere (?:is|are) none\b/gi, [13, 29, 0, 0, 0, 1, 0]],
	['puts away', 'clears, undoes, reveals, introduces', /\b(?:puts? away|t(?:akes?|ook) back|gives? away|brings? together|goes with it|tells? apart)\b/gi, [0, 3, 0, 0, 0, 1, 0]],
	['the words of which', 'the name of the thing', /\b(?:of|to|in|for|with|from) which\b/gi, [55, 45, 1, 8, 2, 12, 1]],
]

/** This list, the demo network's texts, the changes of old versions and French pages have words of their own. */
const lines = projectFiles()
	.filter((path) => /\.(?:ts|vue|php|mjs|css|md)$/.test(path) && !/^tests\/fixtures\/|\/fr\.md$|^CHANGELOG\.md$|\/words\.spec\.ts$/.test(path))
	.flatMap((path) => read(path).split('\n').map((line, index) => ({ folder: path.includes('/') ? path.split('/')[0] : '.', where: `${path}:${index + 1}`, line })))

describe.each(WORDS)('“%s”', (example, instead, pattern, most) => {
	it('is what its pattern finds', () => {
		expect(example.match(pattern)).not.toBeNull()
		expect(most).toHaveLength(FOLDERS.length)
	})

	const found = lines.flatMap(({ folder, where, line }) => Array.from(line.matchAll(pattern), () => ({ folder, text: `${where} ${line.trim()}` })))

	it.each(FOLDERS.map((folder, index) => [folder, most[index]!] as const))('is in %s %d times at most', (folder, ceiling) => {
		const here = found.filter((one) => one.folder === folder).map(({ text }) => text)
		expect(here.length, `write instead: ${instead}\n${here.join('\n')}`).toBeLessThanOrEqual(ceiling)
	})
})
