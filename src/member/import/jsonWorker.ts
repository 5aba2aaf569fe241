/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readJson } from './readJson.ts'

// Runs in a worker, so that the page stays usable while a large file is read.
self.addEventListener('message', ({ data }: MessageEvent<{ json?: string }>) => {
	if (data.json !== undefined) {
		self.postMessage({ read: readJson(data.json) })
	}
})
