/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '../..')

/** Absolute path of a file of the project. */
export const at = (...parts) => join(root, ...parts)

// What composer installed is run rather than what the system has.
process.env.PATH = [at('vendor/bin'), process.env.PATH].join(delimiter)

/** Whether nothing may be skipped: CI sets the variable, a developer's machine does not. */
export const strict = !['', '0', 'false'].includes(process.env.CI ?? '')

/** The app's version, from its own description. */
export function appVersion(folder = root) {
	return readFileSync(join(folder, 'appinfo/info.xml'), 'utf8').match(/<version>([^<]+)<\/version>/)[1]
}

/** Runs a program in the project and answers its exit code; its output goes where ours goes. */
export function run(command, args, options = {}) {
	return new Promise((resolve, reject) => {
		spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
			.on('error', reject)
			.on('exit', (code) => resolve(code ?? 1))
	})
}

/** The same, its output kept: answers `{ code, text }` with what it wrote to both, in the order it came. */
export function runQuietly(command, args, options = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
		const written = []
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (bytes) => written.push(bytes))
		}
		child.on('error', ({ message }) => resolve({ code: 1, text: message })).on('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(written).toString() }))
	})
}

/** Runs a program to its end and returns its output; throws when it fails. */
export function output(command, args, options = {}) {
	const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20, ...options })
	if (error || status !== 0) {
		throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? (stderr || stdout)}`)
	}
	return stdout
}
