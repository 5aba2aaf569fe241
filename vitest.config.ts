/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import vue from '@vitejs/plugin-vue'
import { configDefaults, defineConfig } from 'vitest/config'
import { pureSpecs } from './scripts/lib/pureSpecs.mjs'

const pure = pureSpecs()

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
					exclude: [...configDefaults.exclude, ...pure],
					// Generous, for a machine that does other things as well: nothing waits for it.
					testTimeout: 60_000,
					environment: 'happy-dom',
					setupFiles: ['tests/support/popover.ts', 'tests/support/unmount.ts'],
					css: { modules: { classNameStrategy: 'non-scoped' } },
					// Their modules import .css files, which only vite understands.
					server: { deps: { inline: [/@nextcloud\//] } },
				},
			},
			{
				// Starting a page and a process for each takes longer than most of these tests: they have neither.
				extends: true,
				test: {
					name: 'pure',
					include: pure,
					environment: 'node',
					isolate: false,
					testTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'house',
					include: ['tests/house/**/*.spec.ts'],
					environment: 'node',
					testTimeout: 60_000,
					// Some of these tests read what the build makes.
					globalSetup: ['tests/support/built.ts'],
				},
			},
		],
	},
})
