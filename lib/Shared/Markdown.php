<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** Markdown for pages without scripts, such as pages for people without an account. The app shows it by src/shared/ui/UiMarkdown.vue. */
final class Markdown {
	/** The text without marks of headings, emphasis and links; every word and address is kept. */
	public static function unmarked(string $text): string {
		return preg_replace([
			'/^#{1,6}[ \t]+/m',
			'/(?<![\p{L}\p{N}_\/])(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1(?![\p{L}\p{N}_])/su',
			'/(?<![\p{L}\p{N}*_\/])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/u',
			'/\[([^][\n]+)\]\(((?:https?:\/\/|mailto:)[^\s()]+)\)/',
		], ['', '$2', '$2', '$1 ($2)'], $text) ?? $text;
	}
}
