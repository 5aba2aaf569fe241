/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { strFromU8, unzipSync } from 'fflate'
import { ReadError } from './readError.ts'

/** Most that minutes unpacked can be, in bytes: what is larger was packed to do harm. */
const MOST_UNPACKED = 16 * 1024 * 1024

/** The named parts of a zip, and the names of all. Throws a ReadError where it is damaged or far too large unpacked. */
export function unzip(bytes: Uint8Array, wanted: readonly string[]): { names: Set<string>, parts: Record<string, string> } {
	const names = new Set<string>()
	let size = 0
	try {
		const parts = unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				names.add(name)
				// Pictures are not unpacked.
				size += /\.xml$/.test(name) ? originalSize : 0
				return wanted.includes(name) && size <= MOST_UNPACKED
			},
		})
		if (size <= MOST_UNPACKED) {
			return { names, parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)])) }
		}
	} catch (error) {
		throw new ReadError('unreadable', error)
	}
	throw new ReadError('too_big')
}
