/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run ready: installs the packages and builds the app, each only where it is needed.
// node --import ./scripts/ready.mjs PROGRAM: the same before PROGRAM.
import { ensureBuilt } from './lib/ready.mjs'

import './lib/packages.mjs'

try {
	await ensureBuilt()
} catch (error) {
	console.error(error.message)
	process.exit(1)
}
