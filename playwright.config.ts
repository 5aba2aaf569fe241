/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { defineConfig, devices } from '@playwright/test'

// One suite for two hosts: scripts/e2e.mjs sets RESEAU_URL to the sandbox or to a real Nextcloud.
export default defineConfig({
	testDir: 'tests/e2e',
	// Pages of Nextcloud and of its other apps are on a real one only.
	testIgnore: process.env.RESEAU_REAL ? [] : ['**/surfaces/**'],
	outputDir: 'test-results',
	// Files run side by side, the tests of one file in their order: they may go on from each other.
	workers: 2,
	// Generous, for a machine that does much else, or a real Nextcloud behind PHP's own server: nothing waits for it but what fails. Tests
	// wait for what somebody sees and give no number of their own (tests/house/patience.spec.ts).
	timeout: 600_000,
	expect: { timeout: 60_000 },
	forbidOnly: true,
	// What failed is tried again for its trace alone, which would take a fifth of the time of all that pass: it has failed all the same.
	retries: 1,
	failOnFlakyTests: true,
	reporter: [['list'], ['json', { outputFile: 'build/e2e.json' }]],
	use: {
		...devices['Desktop Chrome'],
		baseURL: process.env.RESEAU_URL,
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		trace: 'on-first-retry',
		screenshot: 'only-on-failure',
		// A page that draws no frame any more fails its test, and does not keep the others waiting for ten minutes.
		actionTimeout: 60_000,
		navigationTimeout: 60_000,
		launchOptions: {
			// Without a locale Chromium does not read files whose names have accents.
			env: { ...process.env, LANG: 'C.UTF-8' } as Record<string, string>,
			// Chromium without a window of its own, which takes a fifth less time.
			executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium-headless-shell',
			args: [
				'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
				'--disable-component-update', '--disable-sync',
			],
		},
	},
})
