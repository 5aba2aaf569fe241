/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Downloads a file. */
export function saveFile(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
	const link = document.createElement('a')
	link.href = URL.createObjectURL(new Blob([content], { type }))
	link.download = name
	link.click()
	// The browser reads it after the click; a minute is more than enough.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
