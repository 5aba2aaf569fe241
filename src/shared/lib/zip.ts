/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { inflated } from './inflate.ts'
import { ReadError } from './readError.ts'

/** Maximum size of the unpacked parts of a document, in bytes: larger ones are malicious. */
const MOST_UNPACKED = 16 * 1024 * 1024
/** Maximum number of parts to read: a document has a few dozen. */
const MOST_PARTS = 20_000

const END = 0x06054b50
const ENTRY = 0x02014b50
const HEADER = 0x04034b50
/** Length of the end of a zip without its comment, and the longest comment. */
const END_LENGTH = 22
const MOST_COMMENT = 0xffff

/** A part in the central directory of the zip. */
interface Entry {
	locked: boolean
	/** 0: stored, 8: deflated. */
	method: number
	sum: number
	packed: number
	size: number
	/** Offset of its header. */
	at: number
}

/**
 * The parts of a zip by name, unpacked on demand. Pictures and other unused parts are never unpacked.
 *
 * @throws {ReadError} if it is damaged
 */
export class Zip {
	private readonly view: DataView
	private readonly entries: ReadonlyMap<string, Entry>
	/** Bytes unpacked so far. */
	private unpacked = 0

	constructor(private readonly bytes: Uint8Array) {
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
		try {
			this.entries = this.directory()
		} catch (error) {
			throw error instanceof ReadError ? error : new ReadError('unreadable', error)
		}
	}

	/** The name of the first matching part. */
	find(pattern: RegExp): string | null {
		return [...this.entries.keys()].find((name) => pattern.test(name)) ?? null
	}

	has(name: string): boolean {
		return this.entries.has(name)
	}

	/**
	 * The text of a part; empty if it does not exist.
	 *
	 * @throws {ReadError} if it is locked, damaged or far too large
	 */
	async text(name: string | null): Promise<string> {
		const entry = this.entries.get(name ?? '')
		if (!entry) {
			return ''
		}
		if (entry.locked) {
			throw new ReadError('password')
		}
		if (this.unpacked + entry.size > MOST_UNPACKED) {
			throw new ReadError('too_much')
		}
		let bytes: Uint8Array
		try {
			bytes = await this.unpack(entry)
		} catch (error) {
			throw error instanceof ReadError ? error : new ReadError('unreadable', error)
		}
		const [a, b] = bytes
		return new TextDecoder(a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8').decode(bytes)
	}

	private directory(): Map<string, Entry> {
		const { view } = this
		let end = view.byteLength - END_LENGTH
		const last = Math.max(end - MOST_COMMENT, 0)
		while (end >= last && view.getUint32(end, true) !== END) {
			end--
		}
		if (end < last) {
			throw new ReadError('unreadable')
		}
		const count = view.getUint16(end + 10, true)
		if (count > MOST_PARTS) {
			throw new ReadError('too_much')
		}
		const entries = new Map<string, Entry>()
		const names = new TextDecoder()
		let at = view.getUint32(end + 16, true)
		for (let i = 0; i < count; i++) {
			if (view.getUint32(at, true) !== ENTRY) {
				throw new ReadError('unreadable')
			}
			const from = at + 46
			const to = from + view.getUint16(at + 28, true)
			entries.set(names.decode(this.bytes.subarray(from, to)), {
				locked: (view.getUint16(at + 8, true) & 1) === 1,
				method: view.getUint16(at + 10, true),
				sum: view.getUint32(at + 16, true),
				packed: view.getUint32(at + 20, true),
				size: view.getUint32(at + 24, true),
				at: view.getUint32(at + 42, true),
			})
			at = to + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
		}
		return entries
	}

	private async unpack({ method, sum, packed, size, at }: Entry): Promise<Uint8Array> {
		if (this.view.getUint32(at, true) !== HEADER || (method !== 0 && method !== 8)) {
			throw new ReadError('unreadable')
		}
		const from = at + 30 + this.view.getUint16(at + 26, true) + this.view.getUint16(at + 28, true)
		const data = this.bytes.subarray(from, from + packed)
		const bytes = method === 0 ? data : await inflated(data, size)
		this.unpacked += bytes.length
		if (bytes.length !== size || checksum(bytes) !== sum) {
			throw new ReadError('unreadable')
		}
		return bytes
	}
}

let table: Uint32Array | undefined

/** CRC-32, which detects a damaged part. */
function checksum(bytes: Uint8Array): number {
	table ??= Uint32Array.from({ length: 256 }, (_, i) => {
		let value = i
		for (let bit = 0; bit < 8; bit++) {
			value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
		}
		return value
	})
	let sum = 0xffffffff
	for (const byte of bytes) {
		sum = table[(sum ^ byte) & 0xff]! ^ (sum >>> 8)
	}
	return ~sum >>> 0
}
