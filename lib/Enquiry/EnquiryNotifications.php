<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;

/** Nextcloud notifications about messages of visitors. Their text is created when they are read (Integration\Notifications\EnquiryNotifier). */
class EnquiryNotifications {
	public const WRITTEN = 'enquiry';

	public function __construct(
		private readonly Notifications $notifications,
	) {
	}

	public function tell(int $id, string $uid): void {
		$this->notifications->send(Kind::Message, self::WRITTEN, self::WRITTEN, (string)$id, $uid);
	}

	/** It was answered, or deleted. */
	public function settled(int $id): void {
		$this->notifications->withdraw(self::WRITTEN, (string)$id);
	}
}
