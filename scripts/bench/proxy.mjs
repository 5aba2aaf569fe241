/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// What PHP and a database say to each other, passed on: counted, later by some milliseconds, or without what is to stay unsaid.
import { connect, createServer } from 'node:net'

/** What a client of PostgreSQL asks first, if it would rather be encrypted: the answer is no, so that it can be read. */
const ENCRYPTION = [80877103, 80877104]
const QUERY = 0x03
const EXECUTE = 0x17

/**
 * Takes apart what a client sends, however the network cuts it.
 *
 * @param {'pgsql' | 'mysql'} kind
 * @param {() => void} onStatement called for each statement that is to be run
 * @param {() => void} onEncryption called for each request to encrypt, which is left out
 * @param {boolean} withoutAnalyze ANALYZE of a table becomes a SELECT of the same length
 * @return {(chunk: Buffer) => Buffer} the whole messages that are there by now
 */
export function messages(kind, onStatement, onEncryption = () => {}, withoutAnalyze = false) {
	const isMysql = kind === 'mysql'
	let rest = Buffer.alloc(0)
	// The first message of PostgreSQL has no letter before its length.
	let begun = isMysql
	const sizeOf = () => isMysql ? 4 + rest.readUIntLE(0, 3) : begun ? 1 + rest.readUInt32BE(1) : rest.readUInt32BE(0)
	const isStatement = (message) => isMysql ? message[3] === 0 && [QUERY, EXECUTE].includes(message[4]) : 'QE'.includes(String.fromCharCode(message[0]))
	return (chunk) => {
		rest = Buffer.concat([rest, chunk])
		const whole = []
		while (rest.length >= (begun && !isMysql ? 5 : 4) && rest.length >= sizeOf()) {
			const message = rest.subarray(0, sizeOf())
			rest = rest.subarray(message.length)
			if (!begun && message.length === 8 && ENCRYPTION.includes(message.readUInt32BE(4))) {
				onEncryption()
				continue
			}
			if (begun && isStatement(message)) {
				onStatement()
			}
			begun = true
			whole.push(withoutAnalyze ? mute(message) : message)
		}
		return Buffer.concat(whole)
	}
}

/** A message of the same length that selects one row under the table's name instead of analyzing the table. */
function mute(message) {
	// In PostgreSQL's 'P' a name comes before the statement.
	const at = message[0] === 0x50 ? message.indexOf(0, 5) + 1 : 5
	const [found, table] = message.toString('latin1', at, at + 20).match(/^ANALYZE (TABLE )?(?=["`])/) ?? []
	if (!found) {
		return message
	}
	const muted = Buffer.from(message)
	muted.write(table ? 'SELECT 1 AS   ' : 'SELECT 1', at, 'latin1')
	return muted
}

/**
 * `counts` grow; idle() waits until nobody is connected.
 *
 * @typedef {{port?: number, path?: string, counts: {connections: number, statements: number}, idle: () => Promise<void>, stop: () => Promise<void>}} Proxy
 */

/**
 * @param {'pgsql' | 'mysql'} kind
 * @param {import('node:net').NetConnectOpts} server
 * @param {{delay?: number, withoutAnalyze?: boolean, path?: string}} how `delay`: milliseconds more for each round trip, connecting
 *        included; `path`: the socket's file, otherwise it takes a port of this machine
 * @return {Promise<Proxy>}
 */
export async function startProxy(kind, server, { delay = 0, withoutAnalyze = false, path } = {}) {
	const counts = { connections: 0, statements: 0 }
	const open = new Set()
	const later = (work) => delay > 0 ? setTimeout(work, delay) : work()
	const listener = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
		counts.connections++
		// A connection is ready a round trip after it was asked for.
		client.pause()
		later(() => {
			const upstream = connect({ noDelay: true, ...server })
			open.add(upstream)
			const read = messages(kind, () => counts.statements++, () => client.write('N'), withoutAnalyze)
			client.on('data', (chunk) => {
				const whole = read(chunk)
				if (whole.length > 0) {
					later(() => upstream.write(whole))
				}
			}).on('end', () => later(() => upstream.end())).on('error', () => upstream.destroy()).resume()
			upstream.on('data', (chunk) => client.write(chunk)).on('end', () => client.end()).on('error', () => client.destroy()).on('close', () => {
				open.delete(upstream)
				client.destroy()
			})
		})
	})
	await new Promise((resolve, reject) => {
		listener.on('error', reject).listen(path ? { path } : { port: 0, host: '127.0.0.1' }, resolve)
	})
	const idle = async () => {
		while (open.size > 0) {
			await new Promise((resolve) => {
				setTimeout(resolve, 5)
			})
		}
	}
	const stop = () => new Promise((resolve) => {
		listener.close(resolve)
		open.forEach((upstream) => upstream.destroy())
	})
	return { port: listener.address().port, path, counts, idle, stop }
}
