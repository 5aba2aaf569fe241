/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Makes the browser ask before the tab is closed, while something is in progress.
 *
 * @return stops it
 */
export function warnBeforeUnload(): () => void {
	// A new function each time, so that two holders of the page are released separately.
	const hold = (event: BeforeUnloadEvent) => event.preventDefault()
	window.addEventListener('beforeunload', hold)
	return () => window.removeEventListener('beforeunload', hold)
}
