/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { output } from '../lib/project.mjs'
import { scriptMutants } from './script.mjs'

/** Files of a project that have mutants, in these files and folders. */
function files(root, paths) {
	return paths.flatMap((path) => {
		if (!existsSync(join(root, path))) {
			throw new Error(`${path} is missing`)
		}
		return statSync(join(root, path)).isDirectory() ? files(root, readdirSync(join(root, path)).sort().map((name) => `${path.replace(/\/$/, '')}/${name}`)) : [path]
	}).filter((path) => /\.(php|ts|vue)$/.test(path) && !/\.(spec|d)\.ts$/.test(path))
}

/**
 * The mutants of these files and folders: each one edit of a file, with `line` and `before` for the report, and `apply(code)`.
 *
 * @param {string} root
 * @param {string[]} paths
 * @return {{ path: string, operator: string, line: number, within?: string, before: string, after: string, apply: () => string }[]}
 */
export function collect(root, paths) {
	const all = files(root, paths)
	const php = all.filter((path) => path.endsWith('.php'))
	const found = php.length > 0 ? JSON.parse(output('php', [join(import.meta.dirname, 'mutants.php')], { cwd: root, input: php.join('\n'), maxBuffer: 512 << 20 })) : {}
	return all.flatMap((path) => {
		// PHP counts bytes, TypeScript UTF-16 units.
		const code = path.endsWith('.php') ? readFileSync(join(root, path)) : readFileSync(join(root, path), 'utf8')
		return (found[path] ?? scriptMutants(path, code)).map((mutant) => described(path, code, mutant))
	})
}

function described(path, code, { operator, start, end, text, line, within }) {
	const apply = () => typeof code === 'string'
		? code.slice(0, start) + text + code.slice(end)
		: Buffer.concat([code.subarray(0, start), Buffer.from(text), code.subarray(end)]).toString()
	// Its lines, before and after.
	const from = code.lastIndexOf('\n', start - 1) + 1
	const to = code.indexOf('\n', Math.max(end - 1, start))
	const last = to === -1 ? code.length : to
	const before = code.slice(from, last).toString()
	const after = code.slice(from, start).toString() + text + code.slice(end, last).toString()
	return { path, operator, line, within, before, after, apply }
}
