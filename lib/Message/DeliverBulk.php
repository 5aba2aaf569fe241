<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCP\AppFramework\Utility\ITimeFactory;

/** Sends the mails and notifications of messages to many: a few in the request that wrote them, the others in a job. */
class DeliverBulk {
	/** Messages whose mails are sent while the writer waits. */
	private const AT_ONCE = 10;

	public function __construct(
		private readonly MessageMapper $messages,
		private readonly DeliverMessage $delivery,
		private readonly ITimeFactory $clock,
	) {
	}

	/** Sends the first mails of a bulk. */
	public function begin(string $bulkKey): void {
		$sent = 0;
		foreach ($this->delivery->together($this->messages->findWaiting($bulkKey)) as $messages) {
			$sent += count($messages);
			if ($sent <= self::AT_ONCE) {
				$this->send($messages);
			}
		}
	}

	/**
	 * Sends waiting ones of any bulk, the oldest first.
	 *
	 * @param int $until time after which no more are begun
	 */
	public function resume(int $until): void {
		while (($bulkKey = $this->messages->findWaitingBulk()) !== null) {
			foreach ($this->delivery->together($this->messages->findWaiting($bulkKey)) as $messages) {
				if ($this->clock->getTime() >= $until) {
					return;
				}
				$this->send($messages);
			}
		}
	}

	/** @param list<Message> $messages to the same accounts; messages that another process is sending are left out */
	private function send(array $messages): void {
		$this->delivery->deliver(...array_values(array_filter($messages, fn (Message $message): bool => $this->messages->retry($message, $this->clock->getTime()))));
	}
}
