<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** What people wrote, for a mail to somebody who does not know them: without anything that a mail program makes a link of (docs/decisions/0016). */
final class PlainText {
	/** What stands in place of an address. */
	private const LEFT_OUT = '[…]';

	/** An address with its scheme, one of a mailbox, one that begins with `www.`, or the name of a host with what follows. */
	private const ADDRESS = '~[a-z][a-z0-9+.-]{1,19}://\S*|(?:mailto|tel|javascript|data):\S+|[^\s@]{1,64}@[^\s@]+|www[.．。｡]\S+|(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[.．。｡]){1,9}+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})(?![\p{L}\p{N}])(?:[:/?#]\S*)?|(?<!\d)(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?/\S*~iu';

	public static function text(string $text): string {
		// An invisible sign in its midst does not hide an address from whom it is for.
		$visible = preg_replace('/[\p{Cf}\x00-\x08\x0B-\x1F\x7F]/u', '', $text) ?? '';
		return preg_replace(self::ADDRESS, self::LEFT_OUT, $visible) ?? self::LEFT_OUT;
	}
}
