/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { limited } from './limited.mjs'

/** Times a run's usual seconds, and seconds more, after which a mutant is taken to go round for ever. */
const PATIENCE = 10
const AT_LEAST = 90

/**
 * What becomes of a mutant in a copy of the project, which is as it was afterwards.
 *
 * @param {string} folder of the copy
 * @param {{ path: string, apply: () => string }} mutant
 * @param {{ command: string[], seconds: number, env?: object }[]} runs of tests, one after the other until one fails
 * @return {Promise<'killed' | 'survived' | 'timed out' | 'unreached' | 'broken'>} unreached: no test concerns it; broken: no valid PHP
 */
export async function judge(folder, { path, apply }, runs) {
	const file = join(folder, path)
	const before = readFileSync(file)
	writeFileSync(file, apply())
	try {
		if (path.endsWith('.php') && (await limited(folder, ['php', '-l', path], AT_LEAST)).code !== 0) {
			return 'broken'
		}
		let ran = false
		for (const { command, seconds, env } of runs) {
			const { code, text } = await limited(folder, command, AT_LEAST + PATIENCE * seconds, env)
			if (code === null) {
				return 'timed out'
			}
			const none = /No tests executed|No test files found/.test(text)
			if (code !== 0 && !none && (await again(folder, command, text))) {
				return 'killed'
			}
			ran ||= !none
		}
		return ran ? 'survived' : 'unreached'
	} finally {
		writeFileSync(file, before)
	}
}

/** Whether a test of PHPUnit that failed does so once more, alone: one that fails by chance, or by what ran before it, kills nothing. */
async function again(folder, command, text) {
	const [, name, method] = text.match(/^1\) (?:[\w\\]+\\)?(\w+)::(\w+)/m) ?? []
	if (command[0] !== 'phpunit' || name === undefined) {
		return true
	}
	const file = command.find((one) => one.endsWith(`/${name}.php`))
	return (await limited(folder, ['phpunit', '--no-progress', '--do-not-cache-result', '--filter', `/\\\\${name}::${method}( with data set .*)?$/s`, file], AT_LEAST * PATIENCE)).code !== 0
}
