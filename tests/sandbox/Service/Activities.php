<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Activity\Exceptions\UnknownActivityException;
use OCP\Activity\IEvent;
use OCP\Activity\IManager;
use OCP\Activity\IProvider;
use OCP\IUserSession;
use Psr\Container\ContainerInterface;

/** Keeps activities in a table. As Nextcloud does, it stores who is logged in as their author, and leaves out those that no provider knows. */
class Activities implements IManager {
	private const TABLE = 'sandbox_activities';

	public function __construct(
		private readonly Store $store,
		private readonly Apps $apps,
		private readonly IUserSession $session,
		private readonly ContainerInterface $container,
	) {
	}

	public function generateEvent(): IEvent {
		return new Activity();
	}

	public function publish(IEvent $event): void {
		assert($event instanceof Activity);
		$this->store->add(self::TABLE, ['uid' => $event->getAffectedUser(), 'data' => json_encode(['author' => $this->session->getUser()?->getUID() ?? ''] + $event->stored, JSON_THROW_ON_ERROR)]);
	}

	/** @return list<array<string, mixed>> of an account in a language, the newest first */
	public function of(string $uid, string $language): array {
		$found = [];
		foreach (array_reverse($this->store->rows(self::TABLE, ['uid' => $uid], 'id')) as $row) {
			$event = new Activity();
			$event->stored = json_decode($row['data'], true, 16, JSON_THROW_ON_ERROR);
			foreach ($this->apps->info->xpath('activity/providers/provider') as $class) {
				$provider = $this->container->get((string)$class);
				assert($provider instanceof IProvider);
				try {
					$provider->parse($language, $event);
				} catch (UnknownActivityException) {
				}
			}
			if ($event->parsed !== []) {
				$found[] = $event->parsed + array_intersect_key($event->stored, ['author' => 0, 'time' => 0, 'type' => 0, 'object' => 0]);
			}
		}
		return $found;
	}
}
