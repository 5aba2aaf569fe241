/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	define: { appName: '"reseau"', appVersion: '"0.0.0"' },
	plugins: [vue()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.spec.ts'],
					// Generous, for a machine that does other things as well: nothing waits for it.
					testTimeout: 60_000,
					environment: 'happy-dom',
					setupFiles: ['tests/support/popover.ts'],
					css: { modules: { classNameStrategy: 'non-scoped' } },
					// Their modules import .css files, which only vite understands.
					server: { deps: { inline: [/@nextcloud\//] } },
				},
			},
			{
				extends: true,
				test: {
					name: 'house',
					include: ['tests/house/**/*.spec.ts'],
					environment: 'node',
					testTimeout: 60_000,
				},
			},
		],
	},
})
