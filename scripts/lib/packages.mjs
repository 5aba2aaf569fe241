/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// node --import ./scripts/lib/packages.mjs PROGRAM: installs the packages where they are missing, before PROGRAM and what it imports are looked up.
import { ensureNode, ensurePackages } from './ready.mjs'

try {
	ensureNode()
	await ensurePackages()
} catch (error) {
	console.error(error.message)
	process.exit(1)
}
