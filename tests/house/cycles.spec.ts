/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { classCycles, folderCycles } from './support/cycles.ts'
import { projectFiles } from './support/files.ts'
import { phpFacts, plantedFacts } from './support/php.ts'

/** Two classes may name each other, such as an entity and its parts. */
const PAIR = 2

function planted(files: Record<string, string>) {
	return Object.assign({}, ...Object.entries(files).map(([path, code]) => plantedFacts(path, `<?php\n${code}\n`)))
}

describe('lib/ has no circular dependencies', () => {
	it('no folder depends on one that depends on it', () => {
		const facts = phpFacts(projectFiles('lib/').filter((path) => path.endsWith('.php')))
		expect(folderCycles(facts)).toEqual([])
		expect(classCycles(facts, PAIR)).toEqual([])
	})

	it('finds folders that depend on each other', () => {
		expect(folderCycles(planted({
			'lib/A/One.php': 'namespace OCA\\Reseau\\A; use OCA\\Reseau\\B\\Two; new Two();',
			'lib/B/Two.php': 'namespace OCA\\Reseau\\B; use OCA\\Reseau\\C\\Three; new Three();',
			'lib/C/Three.php': 'namespace OCA\\Reseau\\C; use OCA\\Reseau\\A\\One; new One();',
		}))).toEqual([['A', 'B', 'C']])
	})

	it('but not those connected by an event or by the wiring', () => {
		expect(folderCycles(planted({
			'lib/A/One.php': 'namespace OCA\\Reseau\\A; use OCA\\Reseau\\B\\Two; new Two();',
			'lib/B/Two.php': 'namespace OCA\\Reseau\\B; use OCA\\Reseau\\A\\Event\\Done; use OCA\\Reseau\\AppInfo\\Application; new Done(Application::ID);',
			'lib/A/Event/Done.php': 'namespace OCA\\Reseau\\A\\Event; class Done {}',
			'lib/AppInfo/Application.php': 'namespace OCA\\Reseau\\AppInfo; use OCA\\Reseau\\B\\Two; new Two();',
		}))).toEqual([])
	})

	it('finds three classes of one folder that depend on each other', () => {
		const three = planted({
			'lib/A/One.php': 'namespace OCA\\Reseau\\A; new Two();',
			'lib/A/Two.php': 'namespace OCA\\Reseau\\A; new Three();',
			'lib/A/Three.php': 'namespace OCA\\Reseau\\A; new One();',
		})
		expect(classCycles(three, PAIR)).toEqual([['A/One', 'A/Three', 'A/Two']])
		expect(classCycles(three, 3)).toEqual([])
	})
})
