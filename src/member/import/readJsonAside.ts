/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { JsonRead } from './readJson.ts'

/** A reading that goes on. */
export interface JsonAside {
	/** Null when it was stopped. Throws where no worker starts. */
	result: Promise<JsonRead | null>
	stop: () => void
}

function ownWorker(): Worker {
	return new Worker(new URL('./jsonWorker.ts', import.meta.url), { type: 'module' })
}

/** Reads a large JSON file in a worker: the page can be used meanwhile. */
export function readJsonAside(text: string, make: () => Worker = ownWorker): JsonAside {
	const worker = make()
	let stop: () => void = () => undefined
	const result = new Promise<JsonRead | null>((resolve, reject) => {
		worker.onerror = (event) => {
			reject(new Error(event.message || 'The worker that reads JSON did not start'))
			worker.terminate()
		}
		worker.onmessage = ({ data }: MessageEvent<{ read?: JsonRead }>) => {
			if (data.read) {
				end(data.read)
			}
		}
		stop = () => end(null)

		function end(read: JsonRead | null): void {
			worker.terminate()
			resolve(read)
		}
	})
	worker.postMessage({ json: text })
	return { result, stop }
}
