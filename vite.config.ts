/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GetModuleInfo } from 'rollup'

import { createAppConfig } from '@nextcloud/vite-config'
import { join } from 'node:path'

const entry = (file: string) => join(import.meta.dirname, 'src/entry', file)

const known = new Map<string, Set<string>>()

/**
 * The modules of one of the two pages, the one that starts it among them.
 *
 * @param start file that starts the page
 * @param later also those it asks for only later
 */
function modulesOf(start: string, later: boolean, getModuleInfo: GetModuleInfo): Set<string> {
	const key = `${start} ${later}`
	if (!known.has(key)) {
		const ids = new Set<string>()
		const visit = (id: string): void => {
			const info = ids.has(id) ? null : getModuleInfo(id)
			ids.add(id)
			info?.importedIds.forEach(visit)
			if (later) {
				info?.dynamicallyImportedIds.forEach(visit)
			}
		}
		visit(join(import.meta.dirname, 'src/app', start))
		known.set(key, ids)
	}
	return known.get(key)!
}

export default createAppConfig({
	// A key names the files PHP asks for (js/reseau-main.mjs, css/reseau-main.css): it is never renamed.
	main: entry('main.ts'),
	admin: entry('admin.ts'),
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
					// the entry by its bare name would start the app a second time. So entries hold nothing to import,
					// and what another page needs as well stands in no chunk that starts one.
					manualChunks(id, { getModuleInfo }) {
						const app = modulesOf('start.ts', false, getModuleInfo).has(id)
						if (!modulesOf('startAdmin.ts', false, getModuleInfo).has(id)) {
							return app ? 'app' : undefined
						}
						return app ? 'common' : modulesOf('start.ts', true, getModuleInfo).has(id) ? 'fields' : 'administration'
					},
				},
			},
		},
	},
})
