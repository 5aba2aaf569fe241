/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run ready: installs the packages and builds the app, each only where it is needed.
import { ensureBuilt, ensureNode, ensurePackages } from './lib/ready.mjs'

try {
	ensureNode()
	await ensurePackages()
	await ensureBuilt()
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
}
