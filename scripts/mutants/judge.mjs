/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTRACT, failedOne } from './concerned.mjs'
import { limited } from './limited.mjs'

/** Times a run's usual seconds, and seconds more, after which a mutant is taken to go round for ever. */
const PATIENCE = 10
const MORE = 90

/** Times vitest may fail to start. */
const TRIES = 5

/**
 * What becomes of a mutant in a copy of the project, which is as it was afterwards.
 *
 * @param {string} folder of the copy
 * @param {{ path: string, apply: () => string }} mutant
 * @param {{ command: string[], seconds: number, env?: object }[]} runs of tests, one after the other until one fails
 * @param {number} more seconds for each run
 * @return {Promise<'killed' | 'survived' | 'timed out' | 'unreached' | 'broken'>} unreached: no test concerns it; broken: no valid PHP
 */
export async function judge(folder, { path, apply }, runs, more = MORE) {
	const file = join(folder, path)
	const before = readFileSync(file)
	const { atime, mtime } = statSync(file)
	const write = (code) => {
		writeFileSync(file, code)
		// With its old modification time, so that no bundle is rebuilt for it.
		utimesSync(file, atime, mtime)
	}
	write(apply())
	try {
		if (path.endsWith('.php') && (await limited(folder, ['php', '-l', path], MORE)).code !== 0) {
			return 'broken'
		}
		let ran = false
		for (const { command, seconds, env } of runs) {
			const { code, text } = await started(folder, command, more + PATIENCE * seconds, env)
			if (code === null) {
				return 'timed out'
			}
			const none = /No tests executed|No test files found/.test(text)
			if (code !== 0 && !none && (await isSound(folder, command, text, () => write(before)))) {
				return 'killed'
			}
			ran ||= !none
		}
		return ran ? 'survived' : 'unreached'
	} finally {
		write(before)
	}
}

/** Runs tests, and repeats the run if a busy machine kept vitest from starting any. */
async function started(folder, command, seconds, env) {
	for (let tries = 1; ; tries++) {
		const run = await limited(folder, command, seconds, env)
		if (run.code === null || tries === TRIES || failedOne(command, run.text) !== null || !/Failed to start \w+ worker|Timeout waiting for worker/.test(run.text)) {
			return run
		}
	}
}

/**
 * Whether a failure is the mutant's: one by chance, or by what ran before it, kills nothing. A test of PHPUnit, all of which passed before,
 * has to fail again, alone; one of vitest has to pass where nothing is broken.
 */
async function isSound(folder, command, text, mend) {
	const alone = failedOne(command, text)
	if (alone === null && command === CONTRACT.command) {
		throw new Error(`The contract suite did not run:\n${text}`)
	} else if (alone === null) {
		return true
	}
	const php = command[0] === 'phpunit'
	if (!php) {
		mend()
	}
	const { code, text: said } = await started(folder, alone, MORE * PATIENCE)
	if (!php && code !== 0) {
		throw new Error(`vitest fails as it is:\n${said}`)
	}
	return php ? code !== 0 : true
}
