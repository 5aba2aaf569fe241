/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { createAppConfig } from '@nextcloud/vite-config'
import { join } from 'node:path'
import { leanEndpoints } from './scripts/lib/endpoints.ts'
import { modulesOf } from './scripts/lib/pages.ts'

const entry = (file: string) => join(import.meta.dirname, 'src/entry', file)

/** What starts on pages of other apps, as small as it can be, and what these ask for when somebody looks at something of ours. */
const HOOKS = { 'startFiles.ts': 'files/tab.ts', 'startReference.ts': 'reference/card.ts', 'startProfile.ts': null }

export default createAppConfig({
	// A key names the files PHP asks for (js/reseau-main.mjs, css/reseau-main.css): it is never renamed.
	main: entry('main.ts'),
	admin: entry('admin.ts'),
	'files-own-l10n': entry('files.ts'),
	'reference-own-l10n': entry('reference.ts'),
	'profile-own-l10n': entry('profile.ts'),
}, {
	appName: 'reseau',
	nodePolyfills: false,
	createEmptyCSSEntryPoints: true,
	emptyOutputDirectory: { additionalDirectories: ['css'] },
	config: {
		plugins: [leanEndpoints()],
		// The worker that reads files, with the parts it loads later.
		worker: {
			format: 'es',
			rollupOptions: {
				output: { entryFileNames: 'js/[name]-[hash].mjs', chunkFileNames: 'js/[name]-[hash].chunk.mjs' },
			},
		},
		build: {
			manifest: 'build/manifest.json',
			sourcemap: false,
			chunkSizeWarningLimit: 1000,
			rollupOptions: {
				// What only a domain's index.ts leads to comes with the page that uses it, not with the first that asks that index for something else.
				treeshake: { moduleSideEffects: (id) => !/\/src\/(?!entry\/|app\/start)[^?]*\.(?:ts|vue)(?:$|\?(?!.*\.css$))/.test(id) },
				output: {
					onlyExplicitManualChunks: true,
					// Nextcloud asks for an entry with a version behind its name; a page loaded later that imported from
					// the entry by its bare name would start the app a second time. So entries hold nothing to import,
					// what another page needs as well stands in no chunk that starts one, and what a hook needs stands in none
					// that holds more than that.
					manualChunks(id, { getModuleInfo }) {
						const within = (start: string, later = false) => modulesOf(start, later, getModuleInfo).has(id)
						const hooks = Object.keys(HOOKS).filter((start) => within(start)).length
						const part = Object.values(HOOKS).some((start) => start !== null && within(start))
						if (hooks > 0) {
							return hooks > 1 || part || within('start.ts', true) || within('startAdmin.ts', true) ? 'hook' : undefined
						}
						if (!within('startAdmin.ts')) {
							return within('start.ts') ? part ? 'part' : 'app' : undefined
						}
						// Small, and needed by pages that need nothing of the fields.
						return within('start.ts') || id.endsWith('/src/shared/scrolling.ts') ? 'common' : part || within('start.ts', true) ? 'fields' : 'administration'
					},
				},
			},
		},
	},
})
