<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Member\People;

/**
 * Notifies the authors of a sheet that somebody else answered it, once per person who answers. The notification holds the number of the answer; its text
 * is created when it is read (Integration\Notifications\StoryNotifier).
 */
class StoryNotifications {
	public const ANSWERED = 'story_answered';

	public function __construct(
		private readonly Notifications $notifications,
		private readonly People $people,
	) {
	}

	public function answered(Sheet $sheet, Evaluation $evaluation): void {
		foreach ($this->people->briefly(array_values(array_diff($sheet->authors ?? [], [$evaluation->getMemberId()]))) as $author) {
			if ($author->getUid() !== null) {
				$this->notifications->send(Kind::Linked, self::ANSWERED, self::ANSWERED, (string)$evaluation->getId(), $author->getUid());
			}
		}
	}

	public function takenBack(Evaluation $evaluation): void {
		$this->notifications->withdraw(self::ANSWERED, (string)$evaluation->getId());
	}
}
