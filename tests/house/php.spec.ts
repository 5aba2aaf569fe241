/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { projectFiles, root } from './support/files.ts'
import { phpFacts, plantedFacts } from './support/php.ts'

const shipped = [...projectFiles('lib/'), ...projectFiles('templates/')].filter((path) => path.endsWith('.php'))

/** What a file has that older versions of PHP do not know. */
function newer(paths: string[]): string[] {
	return Object.entries(phpFacts(paths)).flatMap(([path, facts]) => facts.newer.map(({ what, line }) => `${path}:${line} ${what}`))
}

describe('PHP 8.2', () => {
	it('parses every shipped file', () => {
		expect(shipped.length).toBeGreaterThan(0)
		// PHP reads as many files as it is given, and starts once for them.
		const read = execFileSync('php', ['-l', ...shipped], { cwd: root, encoding: 'utf8' })
		expect(read.match(/^No syntax errors detected in /gm)).toHaveLength(shipped.length)
		expect(newer(shipped)).toEqual([])
	})

	it('parses the tests, which run on it too', () => {
		const tests = projectFiles('tests/php/').filter((path) => path.endsWith('.php'))
		expect(tests.length).toBeGreaterThan(200)
		expect(newer(tests)).toEqual([])
	})

	it.each([
		['typed constant', 'class A { const int B = 1; }'],
		['dynamic constant', '$a = A::{$name};'],
		['property hook', 'class A { public string $b { get => \'\'; } }'],
		['Multiple access type modifiers are not allowed', 'class A { public private(set) string $b = \'\'; }'],
		['Multiple access type modifiers are not allowed', 'class A { public function __construct(public private(set) string $b) {} }'],
		['new without parentheses', '$a = new A()->b();'],
		['function array_find', '$a = array_find($list, $test);'],
		['function json_validate', 'namespace A; $a = json_validate($text);'],
	])('would not parse: %s', (what, code) => {
		expect(plantedFacts('lib/A.php', `<?php ${code}`)['lib/A.php']!.newer.map((found) => found.what)).toEqual([what])
	})

	it('parses its own syntax', () => {
		const code = 'final readonly class A { public function __construct(private int $b) {} } $c = (new A(1))->d(); enum E: string { case F = \'f\'; const G = self::F; }'
		expect(plantedFacts('lib/A.php', `<?php ${code}`)['lib/A.php']!.newer).toEqual([])
	})
})

describe('regular expressions', () => {
	it('match the end of the text, not of a line', () => {
		const loose = Object.entries(phpFacts(shipped)).flatMap(([path, facts]) => facts.dollars.map(({ text, line }) => `${path}:${line} ${text}: write \\z for $`))
		expect(loose).toEqual([])
	})

	it.each([
		['preg_match(\'/^[a-z]+$/\', $a)', true],
		['preg_match(\'~^/f/(\\\\d+)(?:/|$)~u\', $a)', true],
		['preg_match("/^{$b}[0-9]$/", $a)', true],
		['const A = \'#^a$#\'', true],
		['preg_match(\'/^[a-z]+$/D\', $a)', false],
		['preg_match(\'/^a$/m\', $a)', false],
		['preg_match(\'/^[a-z]+\\\\z/\', $a)', false],
		['preg_match(\'/[$€]\\\\$/\', $a)', false],
		['str_replace(\'a/b\', \'$\', $a)', false],
	])('with an injected fault: %s', (code, loose) => {
		expect(plantedFacts('lib/A.php', `<?php ${code};`)['lib/A.php']!.dollars).toHaveLength(loose ? 1 : 0)
	})
})

describe('tables', () => {
	const calls = Object.values(phpFacts(shipped.filter((path) => path.startsWith('lib/Migration/')))).flatMap((facts) => facts.calls)

	it('have names that fit every database with Nextcloud’s prefix', () => {
		const tables = calls.filter(({ method }) => method === 'createTable').map(({ text }) => text)
		expect(tables.length).toBeGreaterThan(0)
		expect(tables.filter((name) => !/^reseau_[a-z_]+$/.test(name ?? '') || name!.length > 23)).toEqual([])
	})

	it('have indexes with a name of their own', () => {
		const indexes = calls.filter(({ method }) => method === 'addIndex' || method === 'addUniqueIndex').map(({ text }) => text)
		expect(indexes.filter((name) => !/^reseau_[a-z_]+$/.test(name ?? '') || name!.length > 27)).toEqual([])
		expect(new Set(indexes).size).toBe(indexes.length)
	})
})
