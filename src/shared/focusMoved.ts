/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Focuses a list item moved by a button of UiMoves: the same button, so that the person can continue, at an end of the list the other one,
 * else the first focusable element of the row.
 */
export function focusMoved(row: Element | null | undefined, by: -1 | 1): void {
	const [way, back] = by < 0 ? ['up', 'down'] : ['down', 'up']
	const target = [`.ui-moves__${way}:not(:disabled)`, `.ui-moves__${back}:not(:disabled)`, ':is(button, textarea, input):not(:disabled)']
		.map((selector) => row?.querySelector<HTMLElement>(selector))
		.find(Boolean)
	target?.focus()
}
