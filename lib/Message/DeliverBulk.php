<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCP\AppFramework\Utility\ITimeFactory;

/** Sends the mails and notifications of messages that went to many at once: a few in the request that wrote them, the others in a job. */
class DeliverBulk {
	/** Messages for whose mails a person waits. */
	private const AT_ONCE = 10;

	public function __construct(
		private readonly MessageMapper $messages,
		private readonly DeliverMessage $delivery,
		private readonly ITimeFactory $clock,
	) {
	}

	/** The first of a bulk. */
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
	 * The next ones, of whatever bulk.
	 *
	 * @return bool false if none waits
	 */
	public function next(): bool {
		$bulkKey = $this->messages->findWaitingBulk();
		$messages = $bulkKey === null ? null : $this->delivery->together($this->messages->findWaiting($bulkKey))[0] ?? null;
		if ($messages !== null) {
			$this->send($messages);
		}
		return $messages !== null;
	}

	/** @param list<Message> $messages to the same accounts; those that another process is sending are left out */
	private function send(array $messages): void {
		$this->delivery->deliver(...array_values(array_filter($messages, fn (Message $message): bool => $this->messages->retry($message, $this->clock->getTime()))));
	}
}
