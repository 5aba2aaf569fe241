<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;

/** The notification of a person to meet. It holds the number of their card; its text is created when it is read (Integration\Notifications\MatchNotifier). */
class MatchNotifications {
	/** Notifications are stored under the older name. */
	public const MATCH = 'meeting';

	public function __construct(
		private readonly Notifications $notifications,
	) {
	}

	/** @return bool false if it could not be sent */
	public function tell(int $memberId, string $uid): bool {
		return $this->notifications->send(Kind::Match, self::MATCH, self::MATCH, (string)$memberId, $uid);
	}
}
