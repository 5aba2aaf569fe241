<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Sends and withdraws Nextcloud notifications. Their delivery depends on other apps and, for phones, on other servers: a failure is logged and breaks
 * nothing here.
 */
class Notices {
	private const APP = 'reseau';

	public function __construct(
		private readonly IManager $notifications,
		private readonly ITimeFactory $clock,
		private readonly LoggerInterface $logger,
	) {
	}

	/**
	 * Replaces an earlier notification of this account about the same object.
	 *
	 * @param string $type of the object
	 * @param string $id of the object
	 * @return bool false if it could not be sent
	 */
	public function send(string $subject, string $type, string $id, string $uid): bool {
		return $this->attempt(function () use ($subject, $type, $id, $uid): void {
			$this->notifications->markProcessed($this->about($type, $id)->setUser($uid));
			$this->notifications->notify($this->about($type, $id)->setUser($uid)->setDateTime($this->clock->getDateTime())->setSubject($subject));
		});
	}

	/** @param ?string $uid null: of every account */
	public function withdraw(string $type, string $id, ?string $uid = null): void {
		$this->attempt(function () use ($type, $id, $uid): void {
			$notification = $this->about($type, $id);
			$this->notifications->markProcessed($uid === null ? $notification : $notification->setUser($uid));
		});
	}

	private function about(string $type, string $id): INotification {
		return $this->notifications->createNotification()->setApp(self::APP)->setObject($type, $id);
	}

	/** @param callable(): void $step */
	private function attempt(callable $step): bool {
		try {
			$step();
			return true;
		} catch (Throwable $e) {
			// The exception's message may contain a name: only its class is logged.
			$this->logger->warning('Could not send or withdraw a notification', ['app' => self::APP, 'exceptionClass' => $e::class]);
			return false;
		}
	}
}
