/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Brings a checkout into a state where it runs: packages installed, bundles built. What is there already is left alone.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KNOWLEDGE, KNOWLEDGE_SOURCES, writeKnowledge } from '../knowledge.mjs'
import { languages, writePhpTexts } from '../texts.mjs'
import { at, run } from './project.mjs'

/** What the bundles and the demo network are made of. */
const SOURCES = ['src', 'translations', 'tests/fixtures/network', 'vite.config.ts', 'package-lock.json', 'scripts/build.mjs', 'scripts/territories.mjs', 'scripts/texts.mjs', 'scripts/lib/endpoints.ts', 'scripts/lib/pages.ts']
/** What the build writes last, with the time it began: what was edited meanwhile is newer. */
const BUILT = 'data/vocabulary.json'
/** What the texts of PHP are made of. */
const TEXTS = ['translations', 'lib', 'templates', 'scripts/texts.mjs']

/** Throws where Node is too old. */
export function ensureNode() {
	const [major, minor] = process.versions.node.split('.').map(Number)
	if (major < 20 || (major === 20 && minor < 19)) {
		throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}`)
	}
}

/** Installs node_modules where it is not what package-lock.json says. */
export async function ensurePackages() {
	const installed = at('node_modules/.package-lock.json')
	if (!existsSync(installed) || !sameVersions(at('package-lock.json'), installed)) {
		await must(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'])
	}
}

/** Builds where a source was changed since the last build began, and writes the texts of PHP and the knowledge where only these are behind. */
export async function ensureBuilt() {
	if (isBehind(at(BUILT), SOURCES.map((path) => at(path))) || !existsSync(at('js/reseau-main.mjs'))) {
		await must(process.execPath, [at('scripts/build.mjs')])
	}
	ensurePhpTexts()
	ensureKnowledge()
}

/** Builds where nothing was built yet: for tests that read what the build makes, whether or not it is behind. */
export async function ensureBuiltOnce() {
	if (!existsSync(at(BUILT))) {
		await ensurePackages()
		await ensureBuilt()
	}
	ensurePhpTexts()
	ensureKnowledge()
}

/** Compiles the knowledge where one of its files is newer. */
function ensureKnowledge() {
	if (isBehind(at(KNOWLEDGE), KNOWLEDGE_SOURCES.map((path) => at(path)))) {
		writeKnowledge()
	}
}

/** Writes the texts of PHP where one of its files is newer; needs neither packages nor bundles. */
export function ensurePhpTexts() {
	if (languages().some((language) => isBehind(at('l10n', `${language}.json`), TEXTS.map((path) => at(path))))) {
		writePhpTexts()
	}
}

/** Whether a file is missing, or something it is made of was changed since its making began. Takes absolute paths. */
export function isBehind(made, sources) {
	return !existsSync(made) || Math.max(...sources.map(newest)) > statSync(made).mtimeMs
}

async function must(command, args) {
	const code = await run(command, args)
	if (code !== 0) {
		throw new Error(`${command} ${args.join(' ')} failed`)
	}
}

/** Whether everything wanted is installed in its version; what belongs to other platforms may be absent. */
function sameVersions(wanted, installed) {
	const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
	const have = packages(installed)
	return Object.entries(packages(wanted)).every(([path, { version, optional, devOptional, peer }]) => {
		return path === '' || optional || devOptional || peer || have[path]?.version === version
	})
}

/** Time of the last change in a folder or of a file, without specs, which no bundle holds. */
function newest(path) {
	const stat = statSync(path)
	if (!stat.isDirectory()) {
		return path.endsWith('.spec.ts') ? 0 : stat.mtimeMs
	}
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
