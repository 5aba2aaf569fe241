/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Aside } from '../../shared/lib/aside.ts'
import type { MinutesReading, ReadMessage, ReadRequest, Step } from './messages.ts'

import { aside } from '../../shared/lib/aside.ts'
import { ReadError } from '../../shared/lib/readError.ts'

/** How long a person waits for an answer, in ms. */
export const MOST_TIME = 10_000

function ownWorker(): Worker {
	return new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' })
}

/**
 * Reads a file or a pasted text in a worker: the page stays usable, gets the progress, and waits at most MOST_TIME. Throws a ReadError if the file
 * cannot be read.
 */
export function readAside(what: ReadRequest['read'], onStep: (step: Step) => void, make: () => Worker = ownWorker): Aside<MinutesReading> {
	const request: ReadRequest = { read: what }
	const { result, stop, fail } = aside<MinutesReading, Partial<ReadMessage>>(make(), request, 'The worker that reads minutes did not start', (data, ends) => {
		if (data.minutes === 'step' && data.step) {
			onStep(data.step)
		} else if (data.minutes === 'read' && data.reading) {
			ends.end(data.reading)
		} else if (data.minutes === 'refused' && data.reason) {
			ends.fail(new ReadError(data.reason))
		} else if (data.minutes === 'failed') {
			ends.fail(new Error(data.error))
		}
	})
	const timer = setTimeout(() => fail(new ReadError('too_slow')), MOST_TIME)
	return { result: result.finally(() => clearTimeout(timer)), stop }
}
