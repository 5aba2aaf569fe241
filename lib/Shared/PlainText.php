<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** People's text for a mail to a stranger: without anything that a mail program turns into a link (docs/decisions/0016). */
final class PlainText {
	/** Replaces an address. */
	private const LEFT_OUT = '[…]';

	/** A URL with scheme, a mail address, one that begins with `www.`, or a host name with what follows. */
	private const ADDRESS = '~[a-z][a-z0-9+.-]{1,19}://\S*|(?:mailto|tel|javascript|data):\S+|[^\s@]{1,64}@[^\s@]+|www[.．。｡]\S+|(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[.．。｡]){1,9}+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})(?![\p{L}\p{N}])(?:[:/?#]\S*)?|(?<!\d)(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?/\S*~iu';

	public static function text(string $text): string {
		return preg_replace(self::ADDRESS, self::LEFT_OUT, self::visible($text)) ?? self::LEFT_OUT;
	}

	public static function hasAddress(string $text): bool {
		return preg_match(self::ADDRESS, self::visible($text)) !== 0;
	}

	/** An invisible character inside must not hide an address. */
	private static function visible(string $text): string {
		return preg_replace('/[\p{Cf}\x00-\x08\x0B-\x1F\x7F]/u', '', $text) ?? '';
	}
}
