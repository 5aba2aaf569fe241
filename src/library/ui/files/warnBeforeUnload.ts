/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Has the browser ask before the tab is closed, while something is on its way.
 *
 * @return ends it
 */
export function warnBeforeUnload(): () => void {
	// A function of its own each time: two that hold the page at once end by themselves.
	const hold = (event: BeforeUnloadEvent) => event.preventDefault()
	window.addEventListener('beforeunload', hold)
	return () => window.removeEventListener('beforeunload', hold)
}
