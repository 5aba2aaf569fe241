/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { projectFiles } from './files.mjs'
import { at } from './project.mjs'

/** Packages that only compute. */
const PACKAGES = /^(?:node:.+|vitest|fast-check|valibot|papaparse|chardet|ical\.js|markdown-it|fflate)$/
/** What browsers have and Node does not. */
const PAGE = /\b(?:window|document|navigator|location|localStorage|sessionStorage|DOMParser|FileReader|XMLHttpRequest|matchMedia|requestAnimationFrame|\w*Element|\w*Event|\w*Observer)\b/
const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm
const TYPES = /\b(?:im|ex)port type [^'"]*?from\s*['"][^'"]*['"]/g
const MODULES = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

/** @type {Map<string, string[] | null>} */
const known = new Map()

/** The files that a file runs with; null if it asks for a page. */
function uses(path) {
	const code = readFileSync(at(path), 'utf8').replace(COMMENTS, '').replace(TYPES, '')
	const modules = [...code.matchAll(MODULES)].map(([, module]) => module)
	const own = modules.filter((module) => module.startsWith('.')).map((module) => posix.join(posix.dirname(path), module))
	const pure = !PAGE.test(code.replace(/'[^'\n]*'/g, '')) && own.every((file) => !file.endsWith('.vue')) && modules.every((module) => module.startsWith('.') || PACKAGES.test(module))
	return pure ? own.filter((file) => /\.(?:ts|mjs)$/.test(file) && existsSync(at(file))) : null
}

function isPure(start) {
	const found = new Set([start])
	for (const path of found) {
		known.has(path) || known.set(path, uses(path))
		const files = known.get(path)
		if (!files) {
			return false
		}
		files.forEach((file) => found.add(file))
	}
	return true
}

/**
 * The tests of what only computes: neither they nor what they import ask for a page. In doubt one is left out.
 *
 * @return {string[]}
 */
export function pureSpecs() {
	return projectFiles('src/').filter((path) => path.endsWith('.spec.ts')).filter(isPure)
}
