<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

/** An address in a form that its holder recognises and others do not learn. */
final class Masked {
	/** @return string such as `c…@example.org` */
	public static function address(string $address): string {
		$at = (int)mb_strrpos($address, '@');
		return mb_substr($address, 0, min(1, $at)) . '…' . mb_substr($address, $at);
	}
}
