/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { serverOf, SOCKET, startMariadb, startPostgresql } from '../lib/databases.mjs'
import { at } from '../lib/project.mjs'
import { startSandbox } from '../lib/sandbox.mjs'
import { ensurePhp, FOR_DATABASES } from '../php.mjs'

/** The most memory a PHP below this process has held so far, in MB; 0 if the system does not report it. */
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
 * Where the app runs. `database` is null where it cannot be asked from here; stop() puts back what was changed.
 *
 * @typedef {{url: string, name: 'sandbox' | 'nextcloud', occ?: (...args: string[]) => ReturnType<typeof occWith>, database: import('./database.mjs').Database | null,
 *         undo: (work: () => Promise<void>) => void, stop: () => Promise<void>}} Host
 */

/** What is to be put back, the latest first, also when the run is interrupted. */
function undoing() {
	const works = []
	const stop = async () => {
		for (let work = works.pop(); work; work = works.pop()) {
			await work()
		}
	}
	let stopping = null
	for (const signal of ['SIGINT', 'SIGTERM']) {
		// Often sent twice, as by npm: the second one must not end what the first has begun.
		process.on(signal, () => {
			stopping ??= stop().finally(() => process.exit(130))
		})
	}
	return { undo: (work) => works.push(work), stop }
}

const SERVERS = { pgsql: startPostgresql, mysql: startMariadb }

/** @return {Promise<Host>} a sandbox of its own on a database of its own, without rate limits */
export async function sandboxHost(kind = 'sqlite') {
	const { undo, stop } = undoing()
	process.env.RESEAU_LIMITS = 'off'
	delete process.env.RESEAU_DSN
	let database = null
	try {
		if (SERVERS[kind]) {
			ensurePhp(FOR_DATABASES)
			const server = await SERVERS[kind]()
			undo(server.stop)
			const { name, user, at: real } = serverOf(server.dsn)
			// PHP goes by a link, which can lead it to a proxy without a new start.
			const folder = mkdtempSync(join(tmpdir(), 'bench-'))
			process.once('exit', () => rmSync(folder, { recursive: true }))
			const link = join(folder, basename(real.path))
			const route = async (proxy) => {
				symlinkSync(proxy?.path ?? real.path, `${link}.new`)
				renameSync(`${link}.new`, link)
			}
			await route(null)
			process.env.RESEAU_DSN = server.dsn.replace(/=.*/, `=${kind === 'pgsql' ? folder : link}`)
			database = { kind, name, user, at: real, prefix: 'oc_', link, route }
		}
		const sandbox = await startSandbox()
		undo(sandbox.stop)
		const { port } = new URL(sandbox.url)
		const command = `'${process.execPath}' '${at('scripts/occ.mjs')}' --port ${port}`
		database ??= { kind, name: at('tests/sandbox/.state', port, 'sandbox.sqlite'), prefix: 'oc_' }
		return { url: sandbox.url, name: 'sandbox', occ: (...args) => occWith(command, args), database, undo, stop }
	} catch (error) {
		await stop()
		throw error
	}
}

const LIMIT = 'ratelimit.protection.enabled'
/** How long a web server may keep an old configuration, in ms: PHP's cache of files checks them now and then. */
const KEPT = 150_000

/** @return {object} where a database listens, as Nextcloud's `dbhost` names it */
export function placeOf(kind, dbhost, dbport = '') {
	const [, host, rest] = dbhost.match(/^([^:]*):?(.*)$/)
	const path = [host, rest].find((part) => part.startsWith('/'))
	if (path) {
		return { path: kind === 'pgsql' && !path.includes('.s.PGSQL') ? `${path}/${SOCKET}` : path }
	}
	// MariaDB's clients take this name for the socket.
	return kind === 'mysql' && host === 'localhost' && !rest && !dbport
		? { path: '/run/mysqld/mysqld.sock' }
		: { host: host || '127.0.0.1', port: Number(rest || dbport || { pgsql: 5432, mysql: 3306 }[kind]) }
}

/** What a Nextcloud says of its database, and how it can be led to it by a proxy. */
async function databaseOf(url, must, setting, undo) {
	const kind = (await setting('dbtype')).replace('sqlite3', 'sqlite')
	const prefix = await setting('dbtableprefix') || 'oc_'
	const name = await setting('dbname') || 'owncloud'
	if (kind === 'sqlite') {
		const file = join(await setting('datadirectory'), `${name}.db`)
		return { kind, name: existsSync(file) ? file : null, prefix }
	}
	const dbhost = await setting('dbhost')
	let routed = null
	async function route(proxy) {
		if (!proxy && !routed) {
			return
		}
		console.error(proxy ? `… dbhost is for a while a proxy instead of ${dbhost}` : `… dbhost is ${dbhost} again`)
		await must('config:system:set', 'dbhost', `--value=${proxy ? `127.0.0.1:${proxy.port}` : dbhost}`)
		// From now on it has to be put back, even if PHP does not follow.
		routed = proxy ?? routed
		const { counts } = routed
		for (let [same, end] = [0, Date.now() + KEPT]; same < 5;) {
			const before = counts.connections
			await fetch(`${url}/index.php/login`).then((answer) => answer.text())
			same = (counts.connections > before) === Boolean(proxy) ? same + 1 : 0
			if (Date.now() > end) {
				throw new Error(`${url} does not take another dbhost: PHP may keep config.php in memory (opcache.validate_timestamps)`)
			}
			await new Promise((resolve) => {
				setTimeout(resolve, 200)
			})
		}
		routed = proxy
	}
	undo(() => route(null))
	// PHP that keeps its connections never comes to another address.
	const kept = await setting('dbpersistent') === 'true'
	return { kind, name, user: await setting('dbuser'), password: await setting('dbpassword'), at: placeOf(kind, dbhost, await setting('dbport')), prefix, route: kept ? undefined : route }
}

/**
 * @param {string} url
 * @param {string} command how its occ is called
 * @param {string | null} password of the demo network's accounts, which is loaded; null: it is there
 * @return {Promise<Host>} a Nextcloud that has the app; its rate limit is off until stop()
 */
export async function nextcloudHost(url, command, password) {
	const { undo, stop } = undoing()
	const occ = (...args) => occWith(command, args)
	const must = async (...args) => {
		const { code, printed } = await occ(...args)
		if (code !== 0) {
			throw new Error(`occ ${args.join(' ')}: ${printed}`)
		}
		return printed.trim()
	}
	const setting = async (key) => {
		const { code, printed } = await occ('config:system:get', key)
		return code === 0 ? printed.trim() : ''
	}
	const limited = await setting(LIMIT)
	await must('config:system:set', LIMIT, '--value=false', '--type=boolean')
	undo(() => must(...limited === '' ? ['config:system:delete', LIMIT] : ['config:system:set', LIMIT, `--value=${limited}`, '--type=boolean']))
	if (password !== null) {
		process.env.OC_PASS = password
		await must('reseau:demo', '--create-accounts', '--password-from-env')
	}
	return { url, name: 'nextcloud', occ, database: await databaseOf(url, must, setting, undo), undo, stop }
}

/** @return {Promise<Host>} a server that is left as it is; its rate limit must be off */
export async function loadedHost(url, kind) {
	const { status } = await fetch(`${url}/status.php`)
	return { url, name: status === 200 ? 'nextcloud' : 'sandbox', database: { kind }, ...undoing() }
}
