/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { createServer } from 'vite'
import { root } from './project.mjs'

/**
 * Makes the groups of the demonstration network live: a team, a board with cards and a folder each (live.ts), on the server at an address.
 *
 * @param {string} url
 * @param {object} options
 * @param {string} [options.accounts] file that says what the accounts are called
 * @param {(line: string) => void} [options.print] gets a line for each group
 */
export async function makeLive(url, { accounts, print = () => {} } = {}) {
	process.env.RESEAU_URL = url
	if (accounts) {
		process.env.RESEAU_ACCOUNTS = accounts
	} else {
		// The same user may have others on another server.
		delete process.env.RESEAU_ACCOUNTS
	}
	const server = await createServer({ root, configFile: false, logLevel: 'silent', appType: 'custom', server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true, include: [] } })
	try {
		const { live } = await server.ssrLoadModule('/scripts/lib/live.ts')
		await live(print)
	} finally {
		await server.close()
	}
}
