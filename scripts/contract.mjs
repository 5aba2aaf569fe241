/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Holds every endpoint to its schema, and the gateways of other apps to what those do, on a sandbox of its own; or on the Nextcloud
// that RESEAU_URL names (with the demo network, and with Teams and Deck), whose occ is RESEAU_OCC. Other arguments are passed to vitest.
import { at, run } from './lib/project.mjs'
import { startSandbox } from './lib/sandbox.mjs'

// Names that are hard on addresses; on a Nextcloud, RESEAU_ACCOUNTS says how they are called, if not like their members.
const accounts = at('tests/fixtures/accounts.json')
const sandbox = process.env.RESEAU_URL ? null : await startSandbox({ accounts })
try {
	process.exitCode = await run(process.execPath, [
		at('node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.contract.config.ts', ...process.argv.slice(2),
	], { env: { ...process.env, ...sandbox && { RESEAU_URL: sandbox.url, RESEAU_OCC: sandbox.occ, RESEAU_ACCOUNTS: accounts, RESEAU_SANDBOX: '1' } } })
} finally {
	await sandbox?.stop()
}
