/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const PARTS = 8
const PRIME = 0x01000193

/**
 * Identifies a file when it is given a second time: 64 hexadecimal digits, by FNV-1a with eight initial values.
 * Not cryptographic: browsers have secure hashes only on secure addresses.
 */
export function fingerprint(bytes: Uint8Array): string {
	const parts = Uint32Array.from({ length: PARTS }, (_, part) => Math.imul(0x811c9dc5 + part, 0x9e3779b1))
	for (let part = 0; part < PARTS; part++) {
		let hash = parts[part]!
		for (let i = 0; i < bytes.length; i++) {
			hash = Math.imul(hash ^ bytes[i]!, PRIME)
		}
		parts[part] = hash ^ bytes.length
	}
	return [...parts].map((part) => part.toString(16).padStart(8, '0')).join('')
}
