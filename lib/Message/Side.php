<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

/** The two sides of a conversation: the person who began it, and the one they wrote to. */
enum Side: string {
	case From = 'from';
	case To = 'to';

	public function other(): self {
		return $this === self::From ? self::To : self::From;
	}
}
