/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { createAppConfig } from '@nextcloud/vite-config'
import { join } from 'node:path'

const entry = (file: string) => join(import.meta.dirname, 'src/entry', file)

export default createAppConfig({
	// A key names the files PHP asks for (js/reseau-main.mjs, css/reseau-main.css): it is never renamed.
	main: entry('main.ts'),
}, {
	appName: 'reseau',
	nodePolyfills: false,
	createEmptyCSSEntryPoints: true,
	emptyOutputDirectory: { additionalDirectories: ['css'] },
	config: {
		build: {
			manifest: 'build/manifest.json',
			sourcemap: false,
			chunkSizeWarningLimit: 1000,
			rollupOptions: {
				output: {
					// Nextcloud asks for an entry with a version behind its name; a page loaded later that imported from
					// the entry by its bare name would start the app a second time. So entries hold nothing to import.
					manualChunks: (id: string) => id.endsWith('/src/app/start.ts') ? 'app' : undefined,
				},
			},
		},
	},
})
