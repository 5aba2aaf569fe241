/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { at, root } from './project.mjs'
import { ensureBuilt, ensurePackages } from './ready.mjs'

/** How long the demo network may take, in ms, on a machine that does much else. */
const LOADING = 600_000

/** A port nobody listens on. */
export function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer().on('error', reject)
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address()
			server.close(() => resolve(port))
		})
	})
}

/**
 * Starts a sandbox of its own with the demo network as it was; answers its address, its `occ`, the folder of its mails and how to stop it.
 *
 * @param {object} options how
 * @param {string} [options.accounts] file that says what the accounts are called (see start.mjs)
 * @param {boolean} [options.built] the app is built: within the time limit of a test nothing is
 * @param {boolean} [options.live] the groups have teams, boards and folders
 */
export async function startSandbox({ accounts, built = false, live = false } = {}) {
	if (!built) {
		await ensurePackages()
		await ensureBuilt()
	}
	const port = await freePort()
	const url = `http://127.0.0.1:${port}`
	const child = spawn(process.execPath, [at('scripts/start.mjs'), '--port', String(port), '--fresh', '--built', ...live ? [] : ['--bare'], ...accounts ? ['--accounts', accounts] : []], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	})
	let printed = ''
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text) => {
			printed = (printed + text).slice(-4000)
		})
	}
	const gone = new Promise((resolve) => {
		child.on('exit', resolve)
	})
	const stop = async () => {
		if (child.exitCode === null) {
			process.kill(-child.pid, 'SIGTERM')
		}
		await gone
		rmSync(at('tests/sandbox/.state', String(port)), { recursive: true, force: true })
	}
	process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
	process.once('exit', () => child.exitCode === null && process.kill(-child.pid, 'SIGTERM'))

	// It listens only once the demo network is loaded.
	for (const end = Date.now() + LOADING; child.exitCode === null && Date.now() < end;) {
		if (await fetch(`${url}/index.php/login`).then(({ ok }) => ok, () => false) && (!live || existsSync(at('tests/sandbox/.state', String(port), 'live')))) {
			const occ = `RESEAU_STATE='${at('tests/sandbox/.state', String(port))}' RESEAU_URL=${url} php '${at('tests/sandbox/console.php')}'`
			return { url, stop, occ, mails: at('tests/sandbox/.state', String(port), 'mail') }
		}
		await new Promise((resolve) => {
			setTimeout(resolve, 200)
		})
	}
	await stop()
	throw new Error(`The sandbox did not start:\n${printed}`)
}
