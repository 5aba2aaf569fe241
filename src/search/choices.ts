/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A choice of one criterion with its number of results. */
export interface Choice {
	id: string
	label: string
	count: number
}

/**
 * Choices in their displayed order while a person views them: those that no longer exist stay with a count of zero, and new ones
 * come last.
 */
export function keepOrder<C extends Choice>(shown: readonly C[], now: readonly C[]): C[] {
	const current = new Map(now.map((choice) => [choice.id, choice]))
	const places = new Set(shown.map(({ id }) => id))
	return [
		...shown.map((choice) => current.get(choice.id) ?? { ...choice, count: 0 }),
		...now.filter(({ id }) => !places.has(id)),
	]
}
