/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, output } from '../lib/project.mjs'
import { startSandbox } from '../lib/sandbox.mjs'

/** The most memory a PHP below this process has held so far, in MB; 0 where the system does not tell. */
function phpMemory(pid) {
	try {
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
		const status = readFileSync(`/proc/${pid}/status`, 'utf8')
		const own = /^Name:\s*php/m.test(status) ? Number(status.match(/^VmHWM:\s*(\d+) kB/m)?.[1] ?? 0) / 1000 : 0
		return Math.max(own, ...children.map(phpMemory))
	} catch {
		return 0
	}
}

/**
 * Runs one command of `occ`.
 *
 * @param {string} command how occ is called, for a shell
 * @return {Promise<{code: number, printed: string, seconds: number, megabytes: number}>} megabytes 0: not known
 */
function occWith(command, args) {
	return new Promise((resolve, reject) => {
		const start = performance.now()
		const child = spawn('sh', ['-c', `${command} "$@"`, 'occ', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
		let printed = ''
		let megabytes = 0
		const watch = setInterval(() => {
			megabytes = Math.max(megabytes, phpMemory(child.pid))
		}, 50)
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (text) => {
				printed = (printed + text).slice(-20_000)
			})
		}
		child.on('error', reject).on('close', (code) => {
			clearInterval(watch)
			resolve({ code, printed, seconds: (performance.now() - start) / 1000, megabytes })
		})
	})
}

/**
 * Where the app runs: `database` is the file of its SQLite database, where it has one that can be read here; stop() puts back
 * what was changed.
 *
 * @typedef {{url: string, occ: (...args: string[]) => ReturnType<typeof occWith>, database: string | null, stop: () => Promise<void>}} Host
 */

/** @return {Promise<Host>} a sandbox of its own, without rate limits */
export async function sandboxHost() {
	process.env.RESEAU_LIMITS = 'off'
	const { url, stop } = await startSandbox()
	const { port } = new URL(url)
	const command = `'${process.execPath}' '${at('scripts/occ.mjs')}' --port ${port}`
	return { url, occ: (...args) => occWith(command, args), database: at('tests/sandbox/.state', port, 'sandbox.sqlite'), stop }
}

/** @return {Pick<Host, 'url' | 'stop'>} a server that is left as it is; its rate limit must be off */
export const loadedHost = (url) => ({ url, stop: async () => {} })

const LIMIT = 'ratelimit.protection.enabled'

/** @return {Promise<Host>} a Nextcloud that has the app: the demo network is loaded, the rate limit is off until stop() */
export async function nextcloudHost(url, command, password) {
	const occ = (...args) => occWith(command, args)
	const must = async (...args) => {
		const { code, printed } = await occ(...args)
		if (code !== 0) {
			throw new Error(`occ ${args.join(' ')}: ${printed}`)
		}
		return printed.trim()
	}
	const setting = async (key) => (await occ('config:system:get', key)).printed.trim()
	const limited = await setting(LIMIT)
	await must('config:system:set', LIMIT, '--value=false', '--type=boolean')
	await must('reseau:demo', '--create-accounts', `--password=${password}`)
	const file = await setting('dbtype') === 'sqlite3' ? join(await setting('datadirectory'), `${await setting('dbname') || 'owncloud'}.db`) : ''
	return {
		url,
		occ,
		database: existsSync(file) ? file : null,
		stop: async () => {
			const back = limited === '' ? ['config:system:delete', LIMIT] : ['config:system:set', LIMIT, `--value=${limited}`, '--type=boolean']
			await must(...back)
		},
	}
}

const SIZES = `
	$db = new PDO('sqlite:' . $argv[1], options: [PDO::SQLITE_ATTR_OPEN_FLAGS => PDO::SQLITE_OPEN_READONLY]);
	$sql = "SELECT tbl_name, SUM(pgsize) FROM dbstat JOIN sqlite_master USING (name) WHERE aggregate = TRUE AND tbl_name LIKE '%\\_reseau\\_%' ESCAPE '\\' GROUP BY tbl_name";
	print json_encode($db->query($sql)->fetchAll(PDO::FETCH_KEY_PAIR));
`

/** Empties tables of the app, as if nothing had been stored in them yet. */
export function emptyTables(database, tables) {
	const statements = `
		$db = new PDO('sqlite:' . $argv[1]);
		foreach (array_slice($argv, 2) as $table) {
			$db->exec('DELETE FROM ' . $db->query("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%\\_$table' ESCAPE '\\'")->fetchColumn());
		}
	`
	output('php', ['-r', statements, database, ...tables])
}

/** @return {Record<string, number>} bytes of each table of the app with its indexes, by the table's name without prefix */
export function tableSizes(database) {
	const sizes = JSON.parse(output('php', ['-r', SIZES, database]))
	return Object.fromEntries(Object.entries(sizes).map(([name, bytes]) => [name.replace(/^.*?_(?=reseau_)/, ''), Number(bytes)]))
}
