<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Integration\EngagementsJob;

/** A facilitator with an end date is reminded once before and once after it, however often the job runs. */
class TermTest extends GroupTestCase {
	public function testATermHasOneReminderBeforeItsEndAndOneAfter(): void {
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['odile']['id'], 'until' => '2026-12-20']);
		$after = [];
		foreach ([0, 11, 12, 13, 26, 27, 28, 60] as $days) {
			$this->kernel->clock->stopAt(gmmktime(12, 0, 0, 11, 24 + $days, 2026));
			$this->kernel->runJob(EngagementsJob::class);
			// Dismiss them after reading: a second notification would show up again.
			$after[$days] = count($this->bell('odile'));
			$this->kernel->get(\OCP\Notification\IManager::class)->markProcessed(
				$this->kernel->get(\OCP\Notification\IManager::class)->createNotification()->setApp('reseau')->setUser('odile'),
			);
		}
		self::assertSame([0 => 0, 11 => 0, 12 => 1, 13 => 0, 26 => 0, 27 => 1, 28 => 0, 60 => 0], $after);
	}
}
