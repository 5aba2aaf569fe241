<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

/**
 * A letter composed for readers who see the same parts of it: the source of the mail, its plain text and the page.
 *
 * A slot (slot()) marks an address that differs from reader to reader. No one can type one: texts of people have no control characters.
 */
final class Composed {
	/** The picture within a mail. */
	public const PICTURE = 'letter.jpg';

	/**
	 * @param string $language code
	 * @param string $line below the title: the network and the period
	 * @param ?string $pictureAlt null: no picture
	 * @param list<array{heading: string, parts: list<array{blocks: list<array<string, mixed>>}|array{title: string, line: string, text: string, href: ?string, more: string}>}> $sections
	 *               blocks are those of Markup; `href` null: no link; `more`: the words of a second link to the same page, empty: none
	 */
	public function __construct(
		public readonly string $language,
		public readonly string $title,
		public readonly string $line,
		public readonly ?string $pictureAlt,
		public readonly array $sections,
	) {
	}

	/** Represents a value that differs from reader to reader, until filled() replaces it. */
	public static function slot(string $name): string {
		return "\x02$name\x03";
	}

	/**
	 * @param array<string, string> $values by name of the slot
	 */
	public static function filled(string $text, array $values): string {
		return strtr($text, array_combine(array_map(self::slot(...), array_keys($values)), array_values($values)));
	}
}
