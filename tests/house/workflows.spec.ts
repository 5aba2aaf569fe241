/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFiles, read, root } from './support/files.ts'

const workflows = projectFiles('.github/workflows/')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const composer = JSON.parse(read('composer.json'))

/** Commands that a text names and that do not exist. */
function unknownCommands(text: string): string[] {
	const npm = [...text.matchAll(/\bnpm (?:run (?:-s )?)?([\w:]+)/g)].map(([, name]) => name!).filter((name) => !['ci', 'run', 'install'].includes(name) && !(name in scripts))
	const php = [...text.matchAll(/\bcomposer ([\w:]+)/g)].map(([, name]) => name!).filter((name) => !['install', 'require'].includes(name) && !(name in composer.scripts))
	const files = [...text.matchAll(/\b(?:node|bash|sh) ((?:[\w-]+\/|\.)[\w./-]+)/g)].map(([, path]) => path!).filter((path) => !existsSync(join(root, path)))
	return [...npm, ...php, ...files]
}

/** The packages that a file imports as soon as it is started, itself or through other files. */
function packagesOf(path: string, seen = new Set<string>()): string[] {
	if (seen.has(path)) {
		return []
	}
	seen.add(path)
	const imported = [...read(path).matchAll(/^(?:(?:import|export) .* from|import) '([^']+)'/gm)].map(([, module]) => module!)
	return imported.filter((module) => !module.startsWith('node:'))
		.flatMap((module) => module.startsWith('.') ? packagesOf(posix.join(posix.dirname(path), module), seen) : [module])
}

/** What keeps a command of package.json from running in a clone without node_modules. */
function missingSetUp(command: string): string[] {
	const [, preloaded, program] = command.match(/^node (?:--import \.\/(\S+) )?(\S+)/) ?? []
	if (!program) {
		return [`${command} is not run by node`]
	}
	// What is loaded first installs the packages for what comes behind it.
	const start = preloaded ?? program
	const packages = start.startsWith('node_modules/') ? [start] : packagesOf(start)
	return packages.map((name) => `${start} needs ${name}`)
}

describe('the commands', () => {
	it('of workflows, the guide and compose.yaml exist', () => {
		expect(workflows.length).toBeGreaterThan(3)
		const texts = [...workflows, 'compose.yaml', 'README.md'].map((path) => read(path))
		// In the guide, only what is written as code is a command.
		const guide = [...read('CONTRIBUTING.md').matchAll(/`([^`\n]+)`|^ {4}(.+)$/gm)].map(([, inline, block]) => inline ?? block)
		expect([...texts, ...guide].flatMap((text) => unknownCommands(text!))).toEqual([])
	})

	it('of package.json have their file', () => {
		const files = Object.values(scripts).flatMap((command) => [...command.matchAll(/ (?:\.\/)?((?:scripts|node_modules)\/\S+)/g)].map(([, path]) => path!))
		expect(files.length).toBeGreaterThan(Object.keys(scripts).length)
		expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
	})

	it('of package.json need no package that they do not install', () => {
		expect(Object.values(scripts).flatMap((command) => missingSetUp(command))).toEqual([])
	})

	it('of package.json are reported if they do', () => {
		expect(missingSetUp('node scripts/live.mjs')).toEqual(['scripts/live.mjs needs vite'])
		expect(missingSetUp('node scripts/build.mjs')).toEqual(['scripts/build.mjs needs vite'])
		expect(missingSetUp('node node_modules/vitest/vitest.mjs run')).toEqual(['node_modules/vitest/vitest.mjs needs node_modules/vitest/vitest.mjs'])
		expect(missingSetUp('eslint .')).toEqual(['eslint . is not run by node'])
	})

	it('are reported if they do not exist', () => {
		expect(unknownCommands('run: npm run tset\nrun: npm ci && npm test\nrun: composer fix\nrun: bash .ci/walk')).toEqual(['tset', 'fix', '.ci/walk'])
	})
})

describe('the workflows', () => {
	it.each(workflows)('%s refers to actions by their major version', (path) => {
		const used = [...read(path).matchAll(/\buses: (\S+)/g)].map(([, action]) => action!)
		expect(used.filter((action) => !/^[\w-]+\/[\w-]+@v\d+$/.test(action))).toEqual([])
	})

	it('test each Nextcloud and database in info.xml', () => {
		const info = read('appinfo/info.xml')
		const [, min, max] = info.match(/<nextcloud min-version="(\d+)" max-version="(\d+)"/)!
		const versions = Array.from({ length: Number(max) - Number(min) + 1 }, (_, index) => Number(min) + index)
		const databases = [...info.matchAll(/<database>(\w+)</g)].map(([, name]) => name)
		const workflow = read('.github/workflows/nextcloud.yml')
		expect(workflow).toContain(`nextcloud: [${versions.join(', ')}]`)
		expect(workflow).toContain(`database: [${databases.join(', ')}]`)
	})
})

describe('composer.json', () => {
	it('adds nothing to the app', () => {
		expect(Object.keys(composer.require)).toEqual(['php'])
		expect(composer.autoload).toBeUndefined()
	})
})
