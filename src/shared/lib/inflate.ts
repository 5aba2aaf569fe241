/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ReadError } from './readError.ts'

/** Input bytes per step: at most a thousand times as much comes out. */
const STEP = 16 * 1024

/**
 * Inflates data, piece by piece.
 *
 * @yields {Uint8Array} each piece
 */
async function* pieces(data: Uint8Array, format: CompressionFormat): AsyncGenerator<Uint8Array> {
	let at = 0
	const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
		pull(controller) {
			if (at >= data.length) {
				controller.close()
			} else {
				controller.enqueue(data.slice(at, at += STEP))
			}
		},
	})
	const reader = source.pipeThrough(new DecompressionStream(format)).getReader()
	try {
		for (let piece; (piece = (await reader.read()).value);) {
			yield piece
		}
	} finally {
		// Without a consumer, nothing more is inflated.
		await reader.cancel().catch(() => undefined)
	}
}

/** Inflates data to this size; throws a ReadError if it is more. */
export async function inflated(data: Uint8Array, size: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(size)
	let length = 0
	for await (const piece of pieces(data, 'deflate-raw')) {
		if (length + piece.length > size) {
			throw new ReadError('unreadable')
		}
		bytes.set(piece, length)
		length += piece.length
	}
	return bytes.subarray(0, length)
}

/** Whether inflated data is larger than this. Damaged data counts as far as it goes. */
export async function isLarger(data: Uint8Array, most: number): Promise<boolean> {
	let length = 0
	try {
		for await (const piece of pieces(data, 'deflate')) {
			length += piece.length
			if (length > most) {
				return true
			}
		}
	} catch {
		return false
	}
	return false
}
