/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Whether two values are equal as JSON, with keys in the same order. */
export function same(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other)
}
