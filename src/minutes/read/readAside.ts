/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MinutesReading, ReadMessage, ReadRequest, Step } from './messages.ts'

import { ReadError } from '../../shared/lib/readError.ts'

/** How long a person waits for an answer, in ms. */
export const MOST_TIME = 10_000

/** A reading that goes on. */
export interface Aside {
	/** Null when it was stopped. Throws a ReadError where the file cannot be read. */
	result: Promise<MinutesReading | null>
	stop: () => void
}

function ownWorker(): Worker {
	return new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' })
}

/** Reads a file or a pasted text in a worker: the page lives on, hears how far it is, and waits no longer than MOST_TIME. */
export function readAside(what: ReadRequest['read'], onStep: (step: Step) => void, make: () => Worker = ownWorker): Aside {
	const worker = make()
	let stop: () => void = () => undefined
	const result = new Promise<MinutesReading | null>((resolve, reject) => {
		const timer = setTimeout(() => fail(new ReadError('too_slow')), MOST_TIME)
		worker.onerror = (event) => fail(new Error(event.message || 'The worker that reads minutes did not start'))
		worker.onmessage = ({ data }: MessageEvent<Partial<ReadMessage>>) => {
			if (data.minutes === 'step' && data.step) {
				onStep(data.step)
			} else if (data.minutes === 'read' && data.reading) {
				end(data.reading)
			} else if (data.minutes === 'refused' && data.reason) {
				fail(new ReadError(data.reason))
			} else if (data.minutes === 'failed') {
				fail(new Error(data.error))
			}
		}
		stop = () => end(null)

		function end(reading: MinutesReading | null): void {
			clearTimeout(timer)
			worker.terminate()
			resolve(reading)
		}

		function fail(error: Error): void {
			reject(error)
			end(null)
		}
	})
	worker.postMessage({ read: what } satisfies ReadRequest)
	return { result, stop }
}
