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
 * The lines of a daily mail. Their texts are those of notifications: created now by the same notifiers, in the account's language, from what its
 * person may see now. Notifications that the notifiers would dismiss are left out.
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
	 * @return array{list<array{waiting: Waiting, title: string, text: string, link: string}>, list<Waiting>} the lines, and those that are no longer needed
	 */
	public function of(IUser $user, array $waiting): array {
		$language = $this->languages->getUserLanguage($user);
		$lines = $settled = [];
		foreach ($waiting as $one) {
			try {
				$parsed = $this->manager->prepare($this->notifications->unsent($one), $language);
				$lines[] = ['waiting' => $one, 'title' => $parsed->getParsedSubject(), 'text' => $parsed->getParsedMessage(), 'link' => $parsed->getLink()];
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
