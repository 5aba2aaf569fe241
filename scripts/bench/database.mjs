/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// The database below the app, queried without the app.
import { pdoOf } from '../lib/databases.mjs'
import { output } from '../lib/project.mjs'

/** As `--database` and stored runs name them, and as people do. */
export const DATABASES = { sqlite: 'SQLite', pgsql: 'PostgreSQL', mysql: 'MariaDB' }

/**
 * `prefix`: what the names of its tables begin with. A server can be reached by a proxy: `link` is a link to its socket by which PHP
 * reaches it, otherwise proxies have a port; route() lets PHP go by a proxy, or as before with null.
 *
 * @typedef {import('../lib/databases.mjs').Server & {prefix: string, link?: string, route?: (proxy: import('./proxy.mjs').Proxy | null) => Promise<void>}} Database
 */

const ASK = `
	$db = new PDO(...json_decode(getenv('BENCH_PDO')));
	foreach (array_slice($argv, 1) as $sql) {
		$result = $db->query($sql);
	}
	print json_encode($result->columnCount() > 0 ? $result->fetchAll(PDO::FETCH_NUM) : []);
`

/** Runs statements in one connection and answers the rows of the last one, without the names of their columns. */
export function ask(database, ...statements) {
	return JSON.parse(output('php', ['-r', ASK, '--', ...statements], { env: { ...process.env, BENCH_PDO: JSON.stringify(pdoOf(database)) } }))
}

const SIZES = {
	sqlite: 'SELECT tbl_name, SUM(pgsize) FROM dbstat JOIN sqlite_master USING (name) WHERE aggregate = TRUE GROUP BY tbl_name',
	pgsql: "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace",
	mysql: 'SELECT table_name, data_length + index_length FROM information_schema.tables WHERE table_schema = DATABASE()',
}

/** @return {Record<string, number>} bytes of each table of the app with its indexes, by its name without prefix; of MariaDB an estimate */
export function tableSizes(database) {
	const { kind, prefix } = database
	return Object.fromEntries(ask(database, SIZES[kind]).filter(([name]) => name.startsWith(`${prefix}reseau_`)).map(([name, bytes]) => [name.slice(prefix.length), Number(bytes)]))
}

/** Empties tables of the app, as if nothing had been stored in them yet. */
export function emptyTables(database, tables) {
	ask(database, ...tables.map((table) => `${database.kind === 'sqlite' ? 'DELETE FROM' : 'TRUNCATE TABLE'} ${database.prefix}${table}`))
}

/** What is to be done to each table of the app. */
const each = (database, statement) => ask(database, ...Object.keys(tableSizes(database)).map((table) => statement(database.prefix + table)))

/** Does immediately what PostgreSQL does by itself within minutes after much was written, but for the statistics of columns. */
export function vacuum(database) {
	if (database.kind === 'pgsql') {
		each(database, (table) => `VACUUM ${table}`)
	}
}

const BY_ITSELF = {
	pgsql: { off: 'SET (autovacuum_enabled = false)', on: 'RESET (autovacuum_enabled)' },
	mysql: { off: 'STATS_AUTO_RECALC = 0', on: 'STATS_AUTO_RECALC = DEFAULT' },
}

/** Whether the server keeps the statistics of the app's tables up to date by itself: 'on' or 'off'. */
export function keepStatistics(database, on) {
	each(database, (table) => `ALTER TABLE ${table} ${BY_ITSELF[database.kind][on]}`)
}

const READ = {
	// Of the app's and Nextcloud's tables: how much a new connection reads of the system's depends on what others left in memory.
	pgsql: 'SELECT (SELECT SUM(seq_tup_read) FROM pg_stat_user_tables) + (SELECT SUM(idx_tup_read) FROM pg_stat_user_indexes)',
	mysql: "SELECT SUM(variable_value) FROM information_schema.global_status WHERE variable_name LIKE 'Handler_read%'",
}

/** Rows of tables and entries of indexes read so far in connections that have ended; the question itself counts on MariaDB. */
export const rowsRead = (database) => Number(ask(database, READ[database.kind])[0][0])
