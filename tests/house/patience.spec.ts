/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'

const specs = projectFiles('tests/e2e/').filter((path) => path.endsWith('.ts') && path !== 'tests/e2e/support/patience.ts')

/** Limits of its own that a browser test gives: on a machine that does much else they break first. */
function numbers(path: string, text: string): string[] {
	return text.split('\n').flatMap((line, index) => /\btimeout:\s*\d|setTimeout\(\d|waitForTimeout|expect\.poll\([^\n]*\d{3}/.test(line) ? [`${path}:${index + 1}`] : [])
}

/** Accounts whose cards a test puts back: two that do it to one of them side by side take it from each other. */
function restored(text: string): string[] {
	const named = new Map([...text.matchAll(/^const (\w+) = '([\w-]+)'/gm)].map(([, name, uid]) => [name!, uid!]))
	const lists = [...text.matchAll(/for \(const uid of \[([^\]]+)\]\) \{\s*await restoreCard\(uid\)/g)].flatMap(([, list]) => list!.split(/,\s*/))
	const single = [...text.matchAll(/restoreCard\((\w+|'[\w-]+')\)/g)].map(([, name]) => name!).filter((name) => name !== 'uid')
	return [...new Set([...lists, ...single].map((name) => named.get(name) ?? name.replaceAll('\'', '')))]
}

describe('browser tests', () => {
	it('wait for visible changes, with the one timeout of the suite', () => {
		expect(specs.length).toBeGreaterThan(30)
		expect(specs.flatMap((path) => numbers(path, read(path)))).toEqual([])
	})

	it('share no card that one of them restores', () => {
		const by = new Map<string, string[]>()
		for (const path of specs.filter((one) => one.endsWith('.spec.ts'))) {
			restored(read(path)).forEach((uid) => by.set(uid, [...by.get(uid) ?? [], path]))
		}
		expect(by.size).toBeGreaterThan(10)
		expect([...by].filter(([, paths]) => paths.length > 1)).toEqual([])
	})
})

describe('the check of browser tests', () => {
	it('finds limits', () => {
		expect(numbers('a.spec.ts', 'await expect(a).toBeVisible({ timeout: 30_000 })\ntest.setTimeout(180_000)\nawait page.waitForTimeout(50)')).toHaveLength(3)
		expect(numbers('a.spec.ts', 'await expect(a).toBeVisible(A_TRY)')).toEqual([])
	})

	it('finds which card is restored', () => {
		expect(restored('const UID = \'odile-marcenac\'\nconst B = \'peire\'\nawait restoreCard(UID)\nfor (const uid of [UID, B]) {\n\tawait restoreCard(uid)')).toEqual(['odile-marcenac', 'peire'])
	})
})
