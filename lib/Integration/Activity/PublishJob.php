<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Activity;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Shared\ReasonException;
use OCP\Activity\IManager;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\QueuedJob;
use Psr\Log\LoggerInterface;
use Throwable;

/** Publishes one event of a group, for the accounts of all its people, also of the one who caused it: leaving them out would name them. */
class PublishJob extends QueuedJob {
	public function __construct(
		ITimeFactory $time,
		private readonly Groups $groups,
		private readonly IManager $activities,
		private readonly LoggerInterface $logger,
	) {
		parent::__construct($time);
	}

	/** @param mixed $argument array{what: string, id: int, group: int, at: int} of Happenings */
	protected function run($argument): void {
		try {
			$group = $this->groups->one((int)$argument['group']);
		} catch (ReasonException) {
			return;
		}
		foreach ($group->inside() as $membership) {
			$uid = $group->member($membership->getMemberId())?->getUid();
			$joined = $argument['what'] === Happenings::JOINED && $membership->getMemberId() === (int)$argument['id'];
			if ($uid !== null && !$joined) {
				$this->publish($argument, $uid);
			}
		}
	}

	/** @param array{what: string, id: int, group: int, at: int} $argument */
	private function publish(array $argument, string $uid): void {
		try {
			$this->activities->publish($this->activities->generateEvent()
				->setApp(Application::APP_ID)
				->setType(GroupsSetting::TYPE)
				->setAffectedUser($uid)
				->setTimestamp((int)$argument['at'])
				->setSubject($argument['what'], ['id' => (int)$argument['id'], 'group' => (int)$argument['group']])
				->setObject('reseau_group', (int)$argument['group']));
		} catch (Throwable $e) {
			$this->logger->warning('Could not publish an activity', ['app' => Application::APP_ID, 'exceptionClass' => $e::class]);
		}
	}
}
