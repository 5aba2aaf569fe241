<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Delivery\Choices;
use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Settings\Network;

/**
 * Nextcloud notifications about conversations. A notification holds the number of the conversation; its text is created when it is read
 * (Integration\Notifications\MessageNotifier).
 */
class MessageNotifications {
	/** There is a message they have not seen. */
	public const MESSAGE = 'message';
	/** To the facilitators: a conversation was reported. */
	public const REPORTED = 'message_reported';

	public function __construct(
		private readonly Notifications $notifications,
		private readonly Choices $choices,
		private readonly Network $network,
	) {
	}

	/**
	 * Replaces an earlier one about the same conversation.
	 *
	 * @return bool false if it could not be sent
	 */
	public function tell(int $conversationId, string $uid): bool {
		return $this->notifications->send(Kind::Message, self::MESSAGE, self::MESSAGE, (string)$conversationId, $uid);
	}

	/** Whether this account gets a mail for each message, beside the notification. */
	public function wantsMails(string $uid): bool {
		return $this->choices->of($uid, Kind::Message) === Timing::Now;
	}

	public function tellFacilitators(int $conversationId): void {
		foreach ($this->network->facilitating() as $uid) {
			$this->notifications->send(Kind::Message, self::REPORTED, self::REPORTED, (string)$conversationId, $uid);
		}
	}

	/** They have read it. */
	public function seen(int $conversationId, string $uid): void {
		$this->notifications->withdraw(self::MESSAGE, (string)$conversationId, $uid);
	}

	/** The report was taken back or settled. */
	public function settled(int $conversationId): void {
		$this->notifications->withdraw(self::REPORTED, (string)$conversationId);
	}
}
