/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** File of a link request that the tab has not handled yet. */
let requested: string | null = null
let listener: ((file: string) => void) | null = null

/** Requests linking a file: the sidebar tab starts now if it is open, otherwise once it opens. */
export function requestLinking(file: string): void {
	requested = file
	listener?.(file)
}

/** Whether linking this file was requested; clears the request. */
export function takeLinkRequest(file: string): boolean {
	const is = requested === file
	requested = is ? null : requested
	return is
}

/** Sets the listener for link requests; null removes it. */
export function onLinkRequest(callback: ((file: string) => void) | null): void {
	listener = callback
}
