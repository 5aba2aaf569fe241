/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Attack } from './support/attacks.ts'
import type { Pattern, PhpPattern } from './support/patterns.ts'

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { growth } from '../../src/shared/testing/growth.ts'
import { attacks, textOf } from './support/attacks.ts'
import { projectFiles, read, root } from './support/files.ts'
import { fromPhp, madeBy, phpPatterns, scriptPatterns, slow } from './support/patterns.ts'
import { phpFacts, plantedFacts } from './support/php.ts'

// Every regular expression runs in linear time on any text: otherwise a line of minutes or the field of a card freezes a tab,
// and PHP gives up in the middle. First checked on the pattern itself, then on texts made to be hard for it.

/** Length of a text that is tried, in characters: long enough for the square of it to be seen. */
const LENGTH = 20_000
/** What one text takes at most before it is checked again, in ms; in proportion to its length it takes less than one. */
const BUDGET = 15
/** The same in PHP without its compiler of patterns. */
const BUDGET_OF_PHP = 40

const files = projectFiles('src/').filter((path) => /\.(ts|vue)$/.test(path) && !/\.spec\.ts$|\/testing\//.test(path))
const php = [...projectFiles('lib/'), ...projectFiles('templates/')].filter((path) => path.endsWith('.php'))

let patterns: Pattern[]
let made: string[]
beforeAll(() => {
	const found = files.map((path) => scriptPatterns(path, read(path)))
	patterns = unique(found.flatMap(({ literals }) => literals))
	made = found.flatMap((one) => one.made)
}, 120_000)

function unique(all: readonly Pattern[]): Pattern[] {
	return [...new Map(all.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values()]
}

/** The patterns that take too long, each with the first text it does for. */
async function allFrozen(all: readonly Pattern[]): Promise<string[]> {
	const found: string[] = []
	for (const pattern of all) {
		found.push(...await frozen(pattern))
	}
	return found
}

async function frozen(pattern: Pattern): Promise<string[]> {
	const own = new RegExp(pattern.source, pattern.flags.replace('g', ''))
	const test = (attack: Attack) => (length: number) => {
		own.lastIndex = 0
		own.test(textOf(attack, length))
	}
	for (const attack of attacks(pattern)) {
		const start = performance.now()
		test(attack)(LENGTH)
		if (performance.now() - start > BUDGET && await growth(test(attack), LENGTH / 10, BUDGET / 10) > 3) {
			return [`${pattern.place} /${pattern.source}/${pattern.flags} on ${JSON.stringify(attack)}`]
		}
	}
	return []
}

/** The patterns of PHP that take too long or need too many steps. */
function givingUp(all: readonly PhpPattern[]): string[] {
	const input = JSON.stringify(all.map((one) => ({ pattern: one.pattern, attacks: attacks(fromPhp(one)) })))
	const found: { pattern: string, on: Attack, why: string }[] = JSON.parse(execFileSync('php', ['-d', 'pcre.jit=0', join(import.meta.dirname, 'support/attack.php'), String(LENGTH), String(BUDGET_OF_PHP)], { cwd: root, input, encoding: 'utf8' }))
	return found.map(({ pattern, on, why }) => `${all.find((one) => one.pattern === pattern)!.place} ${pattern} on ${JSON.stringify(on)}: ${why}`)
}

describe('the regular expressions of the browser', () => {
	it('are linear by their syntax', () => {
		expect(patterns.length).toBeGreaterThan(300)
		expect(patterns.flatMap(slow)).toEqual([])
	})

	it('and on hard texts', async () => {
		expect(await allFrozen(patterns)).toEqual([])
	}, 120_000)

	it('and so are those built at run time, which are all known here', async () => {
		const makers = [...new Set(made.map((place) => place.replace(/:\d+$/, '')))]
		const found = await madeBy(async () => {
			for (const path of makers) {
				await import(join(root, path))
			}
			// The only one made of user input: addresses as they are, the digits of phone numbers with separators between them.
			const { planOf } = await import('../../src/minutes/review/plan.ts')
			planOf({ groups: [], people: [{ id: 'p', name: '', email: 'a.b@example.org', phone: '00 00 00 00 00 00' }], doubts: [], answered: [], given: {}, merged: {}, next: 0 }, [])
		})
		for (const path of makers) {
			const here = made.filter((place) => place.startsWith(`${path}:`))
			expect(unique(found.filter(({ place }) => place === path)).length, `${path}: each is made when the file is read, or above`).toBeGreaterThanOrEqual(here.length)
		}
		expect([...unique(found).flatMap(slow), ...await allFrozen(unique(found))]).toEqual([])
	}, 120_000)
})

describe('the regular expressions of PHP', () => {
	it('are linear by their syntax', () => {
		const { known, unknown } = phpPatterns(phpFacts(php))
		expect(unknown).toEqual([])
		expect(known.length).toBeGreaterThan(50)
		expect(unique(known.map(fromPhp)).flatMap(slow)).toEqual([])
	})

	it('and need few steps on hard texts', () => {
		expect(givingUp(phpPatterns(phpFacts(php)).known)).toEqual([])
	}, 120_000)
})

describe('the check of regular expressions', () => {
	const planted = (source: string, flags = ''): Pattern => ({ place: 'planted', source, flags })

	it.each([
		['(a+)+$', ''], ['^\\|?(?:\\s*:?-+:?\\s*\\|?)+$', ''], ['\\s+$', ''], ['\\s*,', 'g'], ['^#\\s*(.*?)\\s*#*$', ''], ['^\\S+@\\S+\\.\\S+$', ''], ['\\p{L}+:', 'u'],
	])('/%s/ is found by its syntax', (source, flags) => {
		expect(slow(planted(source, flags))).not.toEqual([])
	})

	it.each([
		['\\s+$', ''], ['(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1', 'g'], ['"(.*),', 'gs'],
	])('/%s/ is found on a text', async (source, flags) => {
		expect(await allFrozen([planted(source, flags)])).not.toEqual([])
	})

	it.each(['/\\s+$/u', '~<!--.*?-->~s', '/^(a+)+$/'])('%s is found in PHP', (pattern) => {
		expect(givingUp([{ place: 'planted', pattern }])).not.toEqual([])
	})

	it('finds them in each notation', () => {
		expect(scriptPatterns('src/a.ts', 'export const a = (b: string) => b.replace(/\\s+$/u, "") + new RegExp(b)')).toEqual({ literals: [{ place: 'src/a.ts:1', source: '\\s+$', flags: 'u' }], made: ['src/a.ts:1'] })
		expect(scriptPatterns('src/a.vue', '<script setup lang="ts">const a = "b"</script><template><p>{{ a.replace(/c+$/, "") }}</p></template>').literals).toMatchObject([{ source: 'c+$' }])
		const code = 'namespace A; class B { const C = "/a+$/"; function d(string $e) { preg_match(self::C, $e); preg_split("~b~", $e); preg_replace(["/c/", $e], "", $e); preg_match(self::f($e), $e); } static function f($e) { return "/^[" . $e . "]+$/"; } }'
		const { known, unknown } = phpPatterns(plantedFacts('lib/B.php', `<?php ${code}`))
		expect(known.map(({ pattern }) => pattern)).toEqual(['/a+$/', '~b~', '/c/', '/^[xyz]+$/'])
		expect(unknown).toEqual(['lib/B.php:1'])
	})
})
