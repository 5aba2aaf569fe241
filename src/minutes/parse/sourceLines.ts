/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The lines of a text; all positions of a reading count them. */
export function sourceLines(text: string): string[] {
	return text.split(/\r\n|\r|\n/)
}
