<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCP\IUser;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IManager;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * The lines of a daily mail. Their texts are those of notifications: made at this moment by the same notifiers, in the account's language, of what its
 * person may see now. What they would dismiss is left out.
 */
class DailyLines {
	public function __construct(
		private readonly IManager $manager,
		private readonly Notifications $notifications,
		private readonly IFactory $languages,
		private readonly LoggerInterface $logger,
	) {
	}

	/**
	 * @param list<Waiting> $waiting
	 * @return array{list<array{waiting: Waiting, title: string, text: string, link: string}>, list<Waiting>} the lines, and what is settled by now
	 */
	public function of(IUser $user, array $waiting): array {
		$language = $this->languages->getUserLanguage($user);
		$lines = $settled = [];
		foreach ($waiting as $one) {
			try {
				$told = $this->manager->prepare($this->notifications->unsent($one), $language);
				$lines[] = ['waiting' => $one, 'title' => $told->getParsedSubject(), 'text' => $told->getParsedMessage(), 'link' => $told->getLink()];
			} catch (AlreadyProcessedException) {
				$settled[] = $one;
			} catch (Throwable $e) {
				// The other lines are sent, this one waits.
				$this->logger->warning('Could not write a line of a daily mail', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			}
		}
		return [$lines, $settled];
	}
}
