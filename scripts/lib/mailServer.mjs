/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/**
 * Starts a mail server that delivers nothing: each mail becomes a file of the folder, as the sandbox writes them
 * (tests/sandbox/Service/Mailer.php).
 *
 * @param {number} port on this machine
 * @param {string} folder for the files, emptied first
 */
export async function startMailServer(port, folder) {
	rmSync(folder, { recursive: true, force: true })
	mkdirSync(folder, { recursive: true })
	let last = 0
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		async onData(stream, { envelope }, done) {
			const { subject, text, html } = await PostalMime.parse(await bytes(stream))
			const mail = { to: Object.fromEntries(envelope.rcptTo.map(({ address }) => [address, ''])), subject, plain: text, html }
			last += 1
			const file = join(folder, `${String(last).padStart(6, '0')}.json`)
			// The tests may read at any moment: a file is there when it is whole.
			writeFileSync(`${file}.tmp`, JSON.stringify(mail))
			renameSync(`${file}.tmp`, file)
			done()
		},
	})
	await new Promise((resolve, reject) => {
		server.once('error', reject).listen(port, '127.0.0.1', resolve)
	})
	return () => new Promise((resolve) => {
		server.close(resolve)
	})
}

async function bytes(stream) {
	const parts = []
	for await (const part of stream) {
		parts.push(part)
	}
	return Buffer.concat(parts)
}
