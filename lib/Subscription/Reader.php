<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

/** A reader of a list. Their address is read when the mail is sent: Subscriptions::address(). */
final class Reader {
	/**
	 * @param int $id of the subscription
	 * @param ?int $memberId of their card, if they have one
	 * @param ?string $uid of their account, if they have one
	 * @param string $name may be empty for a person who gave only an address
	 * @param ?string $on YYYY-MM-DD, the day of their yes; null for the statutory list
	 * @param string $manner how they agreed, in the words of the person who recorded it; empty if they did it themselves
	 */
	public function __construct(
		public readonly int $id,
		public readonly ?int $memberId,
		public readonly ?string $uid,
		public readonly string $name,
		public readonly Why $why,
		public readonly ?string $on,
		public readonly string $manner,
	) {
	}
}
