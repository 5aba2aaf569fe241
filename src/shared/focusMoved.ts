/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Focuses what was moved in a list by a button of UiMoves: the button of that way, so that one can go on, at an end of the list the other one,
 * else the first thing in the row that takes the focus.
 */
export function focusMoved(row: Element | null | undefined, by: -1 | 1): void {
	const [way, back] = by < 0 ? ['up', 'down'] : ['down', 'up']
	const target = [`.ui-moves__${way}:not(:disabled)`, `.ui-moves__${back}:not(:disabled)`, ':is(button, textarea, input):not(:disabled)']
		.map((selector) => row?.querySelector<HTMLElement>(selector))
		.find(Boolean)
	target?.focus()
}
