/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawn } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { output } from './project.mjs'

const VERSIONS = '/usr/lib/postgresql'
/** What PostgreSQL calls its socket in the folder that it is given. */
export const SOCKET = '.s.PGSQL.5432'

/** Folder of the newest PostgreSQL server that Debian's packages put here, null without one. */
export function postgresqlFolder() {
	const folders = (path) => readdirSync(path, { withFileTypes: true }).map(({ name }) => name)
	try {
		const [newest] = folders(VERSIONS).sort((a, b) => Number(b) - Number(a)).filter((version) => folders(join(VERSIONS, version, 'bin')).includes('postgres'))
		return newest ? join(VERSIONS, newest, 'bin') : null
	} catch {
		return null
	}
}

/**
 * A MariaDB with an empty database, as Nextcloud sets it up; reached by a socket, without a password.
 *
 * @return {Promise<{dsn: string, stop: () => Promise<void>}>} `dsn` as RESEAU_DSN names it
 */
export async function startMariadb() {
	const folder = mkdtempSync(join(tmpdir(), 'mariadb-'))
	const socket = join(folder, 'socket')
	// It runs as root only if asked to.
	const user = process.getuid() === 0 ? ['--user=root'] : []
	writeFileSync(join(folder, 'init.sql'), 'CREATE DATABASE reseau CHARACTER SET utf8mb4;\n')
	output('mariadb-install-db', [
		'--no-defaults', `--datadir=${join(folder, 'data')}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user,
	])
	return serve('/usr/sbin/mariadbd', [
		'--no-defaults', `--datadir=${join(folder, 'data')}`, `--socket=${socket}`, '--skip-networking', `--init-file=${join(folder, 'init.sql')}`,
		'--innodb-flush-log-at-trx-commit=0', '--transaction-isolation=READ-COMMITTED', `--log-error=${join(folder, 'log')}`, ...user,
	], { folder, signal: 'TERM', dsn: `mysql://root@localhost/reseau?unix_socket=${socket}` })
}

/**
 * A PostgreSQL with an empty database that orders texts as a French dictionary does; reached by a socket, without a password.
 *
 * @return {Promise<{dsn: string, stop: () => Promise<void>}>} as of startMariadb()
 */
export async function startPostgresql() {
	const bin = postgresqlFolder()
	const folder = mkdtempSync(join(tmpdir(), 'postgresql-'))
	// It never runs as root: then as the user that its package made.
	const id = (flag) => Number(output('id', [flag, 'postgres']))
	const user = process.getuid() === 0 ? { uid: id('-u'), gid: id('-g') } : {}
	if (user.uid !== undefined) {
		chownSync(folder, user.uid, user.gid)
	}
	output(join(bin, 'initdb'), [
		'-D', join(folder, 'data'), '-U', 'reseau', '-A', 'trust', '-E', 'UTF8', '--no-sync',
		'--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=fr',
	], { cwd: folder, ...user })
	// Tables are analyzed only on request: autovacuum would do it after a minute, longer than anything here runs.
	// Queries on tables that were not analyzed look expensive enough to compile, which takes longer than running them.
	return serve(join(bin, 'postgres'), [
		'-D', join(folder, 'data'), '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'full_page_writes=off',
		'-c', 'autovacuum=off', '-c', 'jit=off',
	], { folder, user, signal: 'INT', dsn: `pgsql://reseau@localhost/postgres?host=${folder}` })
}

/**
 * Runs a server until it is stopped or this process is gone, however it goes: the shell around it waits for the end of the
 * pipe that we hold, then stops the server and takes its folder away.
 */
async function serve(program, args, { folder, user = {}, signal, dsn }) {
	const script = `"$@" & cat > /dev/null; kill -${signal} $!; wait; rm -rf '${folder}'`
	const shell = spawn('sh', ['-c', script, 'sh', program, ...args], { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'], detached: true, ...user })
	let printed = ''
	shell.stderr.on('data', (text) => {
		printed = (printed + text).slice(-4000)
	})
	const gone = new Promise((resolve) => {
		shell.on('exit', resolve)
	})
	const stop = async () => {
		shell.stdin.end()
		await gone
		rmSync(folder, { recursive: true, force: true })
	}
	for (const end = Date.now() + 60_000; Date.now() < end;) {
		if (answers(dsn)) {
			return { dsn, stop }
		}
		await new Promise((resolve) => {
			setTimeout(resolve, 100)
		})
	}
	await stop()
	throw new Error(`${program} did not start:\n${printed}`)
}

/**
 * A server, in the terms of PDO and net.connect(). `name` is that of the database; of SQLite its file.
 *
 * @typedef {{kind: 'sqlite' | 'pgsql' | 'mysql', name: string, user?: string, password?: string, at?: {path: string} | {host: string, port: number}}} Server
 */

/** @return {Server} what the DSN of a server started here says */
export function serverOf(dsn) {
	const [, kind, user, name, value] = dsn.match(/^(\w+):\/\/(\w+)@localhost\/(\w+)\?\w+=(.*)$/)
	return { kind, name, user, at: { path: kind === 'pgsql' ? join(value, SOCKET) : value } }
}

/**
 * @param {Server} server
 * @return {string[]} arguments for PDO
 */
export function pdoOf({ kind, name, user = '', password = '', at }) {
	if (kind === 'sqlite') {
		return [`sqlite:${name}`]
	}
	const place = !at.path ? `host=${at.host};port=${at.port}` : kind === 'pgsql' ? `host=${dirname(at.path)}` : `unix_socket=${at.path}`
	return [`${kind}:dbname=${name};${place}`, user, password]
}

/** Whether a database can be reached. */
function answers(dsn) {
	try {
		output('php', ['-r', 'new PDO(...array_slice($argv, 1));', '--', ...pdoOf(serverOf(dsn))])
		return true
	} catch {
		return false
	}
}
