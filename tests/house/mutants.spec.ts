/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collect } from '../../scripts/mutants/collect.mjs'
import { phpRuns } from '../../scripts/mutants/concerned.mjs'
import { draw } from '../../scripts/mutants/draw.mjs'
import { judge } from '../../scripts/mutants/judge.mjs'
import { keyOf, report } from '../../scripts/mutants/report.mjs'
import { mutants } from '../../scripts/mutants/run.mjs'
import { root as project } from './support/files.ts'

let root: string

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'mutants-test-'))
	symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true })
	writeFileSync(join(root, path), text)
}

/** What a line of code becomes, with the operator. */
function changes(path: string, text: string, line = 1): string[] {
	write(path, text)
	return collect(root, [path]).filter((one) => one.line === line).map(({ operator, after, apply }) => {
		expect(apply()).not.toBe(text)
		return `${operator}: ${after.trim()}`
	})
}

describe('mutants of PHP', () => {
	const within = (body: string, answers = 'bool') => changes('a.php', `<?php\nclass A { public function f(array $é, int $n): ${answers} {\n${body}\n} }`, 3)
	it.each([
		['return $n < 1;', 'bool', ['return: return !($n < 1);', 'boundary: return $n <= 1;', 'constant: return $n < 2;', 'constant: return $n < 0;']],
		['return $é === [] && !$this->b;', 'bool', ['return: return !($é === [] && !$this->b);', 'logic: return $é === [] || !$this->b;', 'equality: return $é !== [] && !$this->b;', 'negation: return $é === [] && $this->b;']],
		['return true;', 'bool', ['boolean: return false;']],
		['return $this->all($é);', 'array', ['return: return [];']],
		['return $this->one;', '?A', ['return: return null;']],
		['return [$é, \'é\' => 2 ?? 3,];', 'array', ['return: return [];', 'item: return [\'é\' => 2 ?? 3,];', 'item: return [$é,];', 'fallback: return [$é, \'é\' => 3,];', 'constant: return [$é, \'é\' => 3 ?? 3,];', 'constant: return [$é, \'é\' => 1 ?? 3,];', 'constant: return [$é, \'é\' => 2 ?? 4,];', 'constant: return [$é, \'é\' => 2 ?? 2,];']],
		['throw new A();', 'void', ['throw: ;']],
		['$this->a($é); $this->b = $é;', 'void', ['early return: return; $this->a($é); $this->b = $é;', 'call: ; $this->b = $é;', 'statement: $this->a($é); ;']],
		['if ($this->a) { return 1 + $n; }', 'int', ['negation: if (!($this->a)) { return 1 + $n; }', 'return: if ($this->a) { return 1 + (1 + $n); }', 'arithmetic: if ($this->a) { return 1 - $n; }', 'constant: if ($this->a) { return 2 + $n; }', 'constant: if ($this->a) { return 0 + $n; }']],
		['[$a, $b] = $é;', 'void', []],
		['$a = fn () => $é;', 'void', []],
	])('%s', (body, answers, expected) => {
		expect(within(body, answers)).toEqual(expected)
	})

	it('leave out attributes, declarations, constructors that only assign, and lists of words', () => {
		const words = Array.from({ length: 13 }, (_, n) => `'${n}'`).join(', ')
		expect(changes('a.php', `<?php declare(strict_types=1); #[Limit(60)] class A { public function __construct() { $this->a = $this->b(); } const W = [${words}]; }`)).toEqual([])
	})
})

describe('mutants of TypeScript and Vue', () => {
	it.each([
		['if (a > 1) b()', ['negation: if (!(a > 1)) b()', 'boundary: if (a >= 1) b()', 'constant: if (a > 2) b()', 'constant: if (a > 0) b()', 'call: if (a > 1) ;']],
		['const f = (é: string) => é !== \'x\' && !b', ['logic: const f = (é: string) => é !== \'x\' || !b', 'equality: const f = (é: string) => é === \'x\' && !b', 'negation: const f = (é: string) => é !== \'x\' && b']],
		['function f(): number[] { return [1, ...b] }', ['return: function f(): number[] { return [] }', 'item: function f(): number[] { return [...b] }', 'item: function f(): number[] { return [1] }', 'constant: function f(): number[] { return [2, ...b] }', 'constant: function f(): number[] { return [0, ...b] }']],
		['async function f() { await a(); b.c = d ?? e }', ['early return: async function f() { return; await a(); b.c = d ?? e }', 'call: async function f() { ; b.c = d ?? e }', 'statement: async function f() { await a(); ; }', 'fallback: async function f() { await a(); b.c = e }']],
		['throw new Error()', ['throw: ;']],
		['const f = () => g()', ['return: const f = () => undefined as never']],
		['type A = { b: 1 } | true', []],
		['const f = \'a\' + b', []],
		['import a from \'b\'', []],
	])('%s', (code, expected) => {
		expect(changes('a.ts', code)).toEqual(expected)
	})

	it('include templates: conditions, listeners, and bindings', () => {
		const before = '<script setup lang="ts">\nconst é = true\n</script>\n<template>\n'
		const of = (line: string) => changes('A.vue', `${before}${line}\n</template>`, 5)
		expect(of('<p v-if="a" @click="b()">{{ c ? d : e }}</p>')).toEqual([
			'negation: <p v-if="!(a)" @click="b()">{{ c ? d : e }}</p>',
			'listener: <p v-if="a" >{{ c ? d : e }}</p>',
			'negation: <p v-if="a" @click="b()">{{ !(c) ? d : e }}</p>',
		])
		expect(of('<p :id="a && b" />')).toEqual(['logic: <p :id="a || b" />'])
		expect(changes('A.vue', `${before}<p />\n</template>`, 2)).toEqual(['boolean: const é = false'])
	})
})

describe('the tests for a mutant', () => {
	const test = (file: string, seconds: number, ...reached: string[]) => ({ file: `tests/php/${file}.php`, source: `self::assertSame(9, ${file.split('/')[0]}Rules::LIMIT)`, seconds, reached: new Set(reached) })
	const reached = new Map([
		['T\\FarTest::far', test('Far/FarTest', 1, 'lib/Near/A.php::f')],
		['T\\NearTest::slow', test('Near/NearTest', 30, 'lib/Near/A.php::f', 'lib/Near/A.php::g')],
		['T\\NearTest::quick', test('Near/NearTest', 2, 'lib/Near/A.php::f')],
		['T\\SearchLeakTest::heavy', test('Integration/SearchLeakTest', 90, 'lib/Near/A.php::f')],
		['T\\OtherTest::other', test('Near/OtherTest', 1, 'lib/Near/B.php::f')],
	])
	const filters = (mutant: { path: string, within?: string }) => phpRuns(mutant, reached).map(({ command }) => command[command.indexOf('--filter') + 1])

	it('reach its method, the nearest first; slow ones of another domain are left out', () => {
		expect(filters({ path: 'lib/Near/A.php', within: 'f' })).toEqual([
			'/\\\\(NearTest::quick)( with data set .*)?$/s',
			'/\\\\(NearTest::slow|FarTest::far)( with data set .*)?$/s',
		])
		expect(filters({ path: 'lib/Search/A.php', within: 'f' })).toEqual([])
	})

	it('reach any method of its file if it is in none, or name its class; otherwise none do', () => {
		expect(filters({ path: 'lib/Near/B.php', within: '' })).toEqual(['/\\\\(OtherTest::other)( with data set .*)?$/s'])
		expect(filters({ path: 'lib/Far/FarRules.php', within: '' })).toEqual(['/\\\\(FarTest::far)( with data set .*)?$/s'])
		expect(filters({ path: 'lib/Near/B.php', within: 'h' })).toEqual([])
	})
})

describe('a sample', () => {
	const all = ['lib/Shared/Audience/A.php', 'lib/Member/Token/Claim.php', 'lib/Minutes/A.php', 'lib/Group/A.php', 'lib/Library/A.php', 'lib/Search/A.php', 'src/app/a.ts', 'lib/Migration/A.php', 'src/group/testing/a.ts']
		.flatMap((path) => Array.from({ length: 100 }, (_, line) => ({ path, line })))

	it('is distributed, and the same each time for its seed', () => {
		const drawn = draw(all, 60, 7)
		const count = (part: string) => drawn.filter(({ path }) => path.includes(part)).length
		expect(['Audience', 'Claim', 'Minutes', 'Group', 'Library', 'Search', 'src/app', 'Migration', 'testing'].map(count)).toEqual([10, 10, 10, 10, 5, 5, 10, 0, 0])
		expect(new Set(drawn).size).toBe(60)
		expect(draw(all, 60, 7)).toEqual(drawn)
		expect(draw(all, 60, 8)).not.toEqual(drawn)
	})
})

describe('a run', () => {
	it('distinguishes killed mutants from living ones, and leaves the project unchanged', async () => {
		const php = '<?php\nnamespace OCA\\Reseau\\Sum;\nclass Rules {\n\tpublic static function isLong(string $text): bool {\n\t\treturn strlen($text) > 5;\n\t}\n\n\tpublic static function unused(): string {\n\t\treturn \'x\';\n\t}\n}\n'
		const script = 'export const isLong = (text: string) => text.length > 5\n'
		write('lib/Sum/Rules.php', php)
		write('tests/php/bootstrap.php', '<?php require_once __DIR__ . \'/../../lib/Sum/Rules.php\';')
		write('tests/php/Sum/RulesTest.php', '<?php\nnamespace OCA\\Reseau\\Tests\\Sum;\nuse OCA\\Reseau\\Sum\\Rules;\nclass RulesTest extends \\PHPUnit\\Framework\\TestCase {\n\tpublic function testLong(): void {\n\t\tself::assertTrue(Rules::isLong(\'seventh\'));\n\t\tself::assertFalse(Rules::isLong(\'one\'));\n\t}\n}\n')
		write('phpunit.xml.dist', '<phpunit bootstrap="tests/php/bootstrap.php"><testsuites><testsuite name="php"><directory>tests/php</directory></testsuite></testsuites></phpunit>')
		write('src/sum.ts', script)
		write('src/sum.spec.ts', 'import { expect, it } from \'vitest\'\nimport { isLong } from \'./sum.ts\'\nit(\'is long\', () => expect([isLong(\'sixth!\'), isLong(\'one\')]).toEqual([true, false]))\n')
		write('vitest.config.ts', 'export default { test: { projects: [{ test: { name: \'unit\', include: [\'src/**/*.spec.ts\'] } }] } }\n')
		write('scripts/mutants/equivalent.json', JSON.stringify([{ path: 'src/sum.ts', before: script.trim(), after: script.trim().replace('5', '4'), why: 'nobody has five letters' }]))
		const printed: string[] = []
		const results = await mutants({ root, files: ['lib', 'src'], print: (text: string) => printed.push(text) })
		expect(results.map(({ mutant, outcome }) => `${outcome} ${mutant.after.trim()}`)).toEqual([
			'killed return !(strlen($text) > 5);',
			'survived return strlen($text) >= 5;',
			'survived return strlen($text) > 6;',
			'survived return strlen($text) > 4;',
			'unreached return \'\';',
			'survived export const isLong = (text: string) => text.length >= 5',
			'killed export const isLong = (text: string) => text.length > 6',
			'survived export const isLong = (text: string) => text.length > 4',
		])
		const summary = printed.at(-1)
		expect(summary).toContain('lib/Sum/Rules.php:5 (boundary)\n-\t\treturn strlen($text) > 5;\n+\t\treturn strlen($text) >= 5;')
		expect(summary).toContain('no test reaches it')
		expect(summary).toContain('changes nothing: nobody has five letters')
		expect(summary).toContain('2 killed, 5 survived, 0 timed out, 1 change nothing\n28.6 % of 7 were found')
		expect([readFileSync(join(root, 'lib/Sum/Rules.php'), 'utf8'), readFileSync(join(root, 'src/sum.ts'), 'utf8')]).toEqual([php, script])
		const again = await mutants({ root, files: ['lib'], again: true, print: () => {} })
		expect(again.map(({ outcome }) => outcome)).toEqual(['survived', 'survived', 'survived', 'unreached'])
	}, 600_000)

	it('ends after endless loops, and skips invalid PHP', async () => {
		write('b.php', '<?php $b = 1;')
		const mutant = (text: string) => ({ path: 'b.php', apply: () => text })
		const forever = [{ command: [process.execPath, '-e', 'for (;;);'], seconds: 0 }]
		expect(await judge(root, mutant('<?php $b = 2;'), forever, 1)).toBe('timed out')
		expect(await judge(root, mutant('<?php $b = ;'), forever, 1)).toBe('broken')
		expect(await judge(root, mutant('<?php $b = 2;'), [], 1)).toBe('unreached')
		expect(readFileSync(join(root, 'b.php'), 'utf8')).toBe('<?php $b = 1;')
	})

	it('counts a timeout as found', () => {
		const mutant = { path: 'a.ts', line: 1, operator: 'call', before: 'a()', after: ';' }
		const summary = report([{ mutant, outcome: 'timed out' }, { mutant, outcome: 'survived' }, { mutant, outcome: 'broken' }])
		expect(summary).toContain('0 killed, 1 survived, 1 timed out, 0 change nothing\n50 % of 2 were found')
		expect(keyOf(mutant)).toBe('a.ts\na()\n;')
	})
})
