<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use InvalidArgumentException;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;
use Psr\Container\ContainerInterface;
use Sandbox\Kernel\Registration;

/** Keeps notifications in a table; the bell in the header and the list of the API show them. */
class Notifications implements IManager {
	private const TABLE = 'sandbox_notifications';
	private const NEEDED = ['app', 'uid', 'time', 'object_type', 'object_id', 'subject'];

	public function __construct(
		private readonly Store $store,
		private readonly Registration $registration,
		private readonly ContainerInterface $container,
	) {
	}

	public function createNotification(): INotification {
		return new Notification();
	}

	public function notify(INotification $notification): void {
		assert($notification instanceof Notification);
		$missing = array_diff(self::NEEDED, array_keys(array_filter($notification->row, static fn (string $value): bool => $value !== '')));
		if ($missing !== []) {
			throw new InvalidArgumentException('The notification lacks its ' . implode(', ', $missing));
		}
		$this->store->add(self::TABLE, $notification->row);
	}

	public function markProcessed(INotification $notification): void {
		assert($notification instanceof Notification);
		$this->store->remove(self::TABLE, $notification->row);
	}

	/** @return array<int, Notification> of an account in a language, by number, the newest first; those that are answered go */
	public function of(string $uid, string $language): array {
		$found = [];
		foreach (array_reverse($this->store->rows(self::TABLE, ['uid' => $uid], 'id')) as $row) {
			$notification = new Notification();
			$notification->row = array_map('strval', array_diff_key($row, ['id' => 0]));
			try {
				$found[(int)$row['id']] = $this->prepare($notification, $language);
			} catch (AlreadyProcessedException) {
				$this->remove($uid, (int)$row['id']);
			}
		}
		return $found;
	}

	public function remove(string $uid, int $id): void {
		$this->store->remove(self::TABLE, ['id' => $id, 'uid' => $uid]);
	}

	public function prepare(INotification $notification, string $languageCode): INotification {
		assert($notification instanceof Notification);
		foreach ($this->registration->notifiers as $class) {
			$notifier = $this->container->get($class);
			assert($notifier instanceof INotifier);
			try {
				$notifier->prepare($notification, $languageCode);
				return $notification;
			} catch (UnknownNotificationException) {
			}
		}
		throw new AlreadyProcessedException();
	}
}
