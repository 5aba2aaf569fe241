<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

/** Who a person shows a thing to, from the fewest to the most people. */
enum Level: string {
	case Me = 'me';
	case Groups = 'groups';
	case Members = 'members';
	case Public = 'public';

	/** The one of the two that fewer people see. */
	public function narrower(self $other): self {
		$order = array_column(self::cases(), 'value');
		return array_search($this->value, $order, true) <= array_search($other->value, $order, true) ? $this : $other;
	}
}
