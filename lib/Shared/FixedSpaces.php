<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/**
 * A text for the screen: the spaces that French writes before `:` `;` `!` `?` `»` and after `«` do not break the line.
 * Only for display: stored texts stay as their author typed them. No space is added, so other languages are unchanged.
 * `src/shared/lib/fixSpaces.ts` does this in the browser.
 */
class FixedSpaces {
	public static function in(string $text): string {
		return str_replace([' :', ' ;', ' !', ' ?', ' »', '« '], ["\u{a0}:", "\u{a0};", "\u{a0}!", "\u{a0}?", "\u{a0}»", "«\u{a0}"], $text);
	}
}
