/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { defineConfig } from 'vitest/config'

// Apart from the other tests because it needs a running server: RESEAU_URL, which scripts/test.mjs sets.
export default defineConfig({
	test: {
		name: 'contract',
		include: ['tests/contract/**/*.spec.ts'],
		// A real Nextcloud takes half a second to know a password, for each request.
		testTimeout: 60_000,
		// They share one network.
		fileParallelism: false,
	},
})
