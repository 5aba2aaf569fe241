/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The running work of a worker. */
export interface Aside<Result> {
	/** Null if it was stopped. Throws its error. */
	result: Promise<Result | null>
	stop: () => void
}

interface Ends<Result> {
	end: (result: Result) => void
	fail: (error: Error) => void
}

/**
 * Gives a message to a worker, which ends with its result.
 *
 * @param worker used only for this
 * @param message the work
 * @param unstarted error message if it does not start and the browser does not say why
 * @param hear receives its answers, and ends the work or lets it fail
 */
export function aside<Result, Answer>(worker: Worker, message: unknown, unstarted: string, hear: (answer: Answer, ends: Ends<Result>) => void): Aside<Result> & Pick<Ends<Result>, 'fail'> {
	let end!: (result: Result | null) => void
	let fail!: (error: Error) => void
	const result = new Promise<Result | null>((resolve, reject) => {
		end = (value) => {
			worker.terminate()
			resolve(value)
		}
		fail = (error) => {
			worker.terminate()
			reject(error)
		}
	})
	worker.onerror = (event) => fail(new Error(event.message || unstarted))
	worker.onmessage = ({ data }: MessageEvent<Answer>) => hear(data, { end, fail })
	worker.postMessage(message)
	return { result, stop: () => end(null), fail }
}
