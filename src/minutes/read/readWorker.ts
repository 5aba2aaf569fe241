/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ReadMessage, ReadRequest } from './messages.ts'

import { readMinutes } from './readMinutes.ts'

// Runs in a worker, so that the page stays usable while a large file is read, and can stop it.

const say = (message: ReadMessage) => self.postMessage(message)

self.addEventListener('message', async ({ data }: MessageEvent<Partial<ReadRequest>>) => {
	// pdf.js, which works in this worker too, has its own messages.
	if (data.read !== undefined) {
		say(await readMinutes(data.read, (step) => say({ minutes: 'step', step })))
	}
})
