/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Aside } from '../../shared/lib/aside.ts'
import type { JsonRead } from './readJson.ts'

import { aside } from '../../shared/lib/aside.ts'

function ownWorker(): Worker {
	return new Worker(new URL('./jsonWorker.ts', import.meta.url), { type: 'module' })
}

/** Reads a large JSON file in a worker: the page stays usable. Throws if no worker starts. */
export function readJsonAside(text: string, make: () => Worker = ownWorker): Aside<JsonRead> {
	return aside<JsonRead, { read?: JsonRead }>(make(), { json: text }, 'The worker that reads JSON did not start', ({ read }, { end }) => {
		if (read) {
			end(read)
		}
	})
}
