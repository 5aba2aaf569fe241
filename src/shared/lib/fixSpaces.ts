// SPDX-FileCopyrightText: 2026 Réseau contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * A text for the screen: the spaces that French writes before `:` `;` `!` `?` `»` and after `«` do not break the line.
 * Only for display: what is stored stays as its author typed it. No space is added, so other languages stay as they are.
 * `lib/Shared/FixedSpaces.php` does the same for pages rendered by the server.
 */
export function fixSpaces(text: string): string {
	return text.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/« /g, '«\u00a0')
}
