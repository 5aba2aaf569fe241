<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Settings\Network;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Nextcloud notifications about conversations. A notification holds the number of the conversation; its text is created when it is read
 * (Integration\MessageNotifier).
 */
class MessageNotice {
	/** There is a message they have not seen. */
	public const MESSAGE = 'message';
	/** To the facilitators: a conversation was reported. */
	public const REPORTED = 'message_reported';

	public function __construct(
		private readonly IManager $notifications,
		private readonly Network $network,
		private readonly ITimeFactory $clock,
		private readonly LoggerInterface $logger,
	) {
	}

	/**
	 * Replaces an earlier one about the same conversation.
	 *
	 * @return bool false if it could not be sent
	 */
	public function tell(int $conversationId, string $uid): bool {
		return $this->notify(self::MESSAGE, $conversationId, $uid);
	}

	public function tellFacilitators(int $conversationId): void {
		foreach ($this->network->facilitating() as $uid) {
			$this->notify(self::REPORTED, $conversationId, $uid);
		}
	}

	/** They have read it. */
	public function seen(int $conversationId, string $uid): void {
		$this->attempt(fn () => $this->notifications->markProcessed($this->about(self::MESSAGE, $conversationId)->setUser($uid)));
	}

	/** The report was taken back or settled. */
	public function settled(int $conversationId): void {
		$this->attempt(fn () => $this->notifications->markProcessed($this->about(self::REPORTED, $conversationId)));
	}

	private function notify(string $what, int $conversationId, string $uid): bool {
		return $this->attempt(function () use ($what, $conversationId, $uid): void {
			$this->notifications->markProcessed($this->about($what, $conversationId)->setUser($uid));
			$this->notifications->notify($this->about($what, $conversationId)->setUser($uid)->setDateTime($this->clock->getDateTime())->setSubject($what));
		});
	}

	private function about(string $what, int $conversationId): INotification {
		return $this->notifications->createNotification()->setApp(Application::APP_ID)->setObject($what, (string)$conversationId);
	}

	/** @param callable(): void $step */
	private function attempt(callable $step): bool {
		try {
			$step();
			return true;
		} catch (Throwable $e) {
			// The exception's message may contain a name: only its class is logged.
			$this->logger->warning('Could not send or withdraw a notification about a message', ['app' => Application::APP_ID, 'exceptionClass' => $e::class]);
			return false;
		}
	}
}
