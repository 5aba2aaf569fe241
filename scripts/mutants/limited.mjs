/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawn } from 'node:child_process'

/** Milliseconds that a program has to end by itself. */
const GRACE = 10_000

/** Times its seconds of computing that a program may last: on a busy machine it waits for its turn. */
const WAITING = 20

/**
 * Runs a program in a folder for a number of seconds of CPU time at most of any of its processes, then ends it and all it started. What
 * waits for ever ends too, later.
 *
 * @return {Promise<{ code: number | null, text: string }>} code null: its time was up
 */
export function limited(folder, [program, ...args], seconds, env = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn('sh', ['-c', `ulimit -t ${Math.ceil(seconds)}; exec "$@"`, 'sh', program, ...args], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', ...env } })
		const end = (signal = 'SIGTERM') => {
			try {
				process.kill(-child.pid, signal)
			} catch {
				// All of it has ended already.
			}
		}
		// Asked first, so that what it started in groups of their own goes too.
		const leaving = () => end()
		process.once('exit', leaving)
		let late = false
		let last
		const timer = setTimeout(() => {
			late = true
			end()
			last = setTimeout(end, GRACE, 'SIGKILL')
		}, seconds * WAITING * 1000)
		const written = []
		child.stdout.on('data', (bytes) => written.push(bytes))
		child.stderr.on('data', (bytes) => written.push(bytes))
		child.on('error', reject).on('close', (code, signal) => {
			clearTimeout(timer)
			clearTimeout(last)
			process.off('exit', leaving)
			late ||= ['SIGXCPU', 'SIGKILL'].includes(signal)
			resolve({ code: late ? null : code ?? 1, text: Buffer.concat(written).toString() })
		})
	})
}
