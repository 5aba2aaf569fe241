<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\MeetingNotifications;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** Texts of notifications about meetings of groups, created when they are read: when and where the meeting is by then, by the clock of the reader. */
class MeetingNotifier extends PageNotifier {
	public function __construct(
		private readonly Meetings $meetings,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [MeetingNotifications::PLANNED, MeetingNotifications::CHANGED, MeetingNotifications::CANCELLED];
	}

	/** @throws AlreadyProcessedException the meeting is over or gone, of a group that the reader has left, or cancelled before they knew of it */
	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		try {
			$meeting = $this->meetings->one($viewer, $id);
		} catch (ReasonException) {
			throw new AlreadyProcessedException();
		}
		$isPlanned = $subject === MeetingNotifications::PLANNED;
		if ($meeting->isOver($this->clock->getTime()) || ($isPlanned && $meeting->isCancelled())) {
			throw new AlreadyProcessedException();
		}
		$group = $viewer->groups[$meeting->getGroupId()]['title'];
		return [
			match (true) {
				$meeting->isCancelled() => $l->t('Meeting of “%s” cancelled', [$group]),
				$isPlanned => $l->t('Meeting of “%s”', [$group]),
				default => $l->t('Meeting of “%s” changed', [$group]),
			},
			implode(' · ', array_filter([$this->when($l, $viewer, $meeting), (string)$meeting->getPlace(), (string)$meeting->getTitle()])),
			"groups/{$meeting->getGroupId()}/meetings",
		];
	}

	private function when(IL10N $l, Viewer $viewer, Meeting $meeting): string {
		$day = $meeting->takesWholeDays() ? $meeting->getDay() : $this->days->of($meeting->getStartsAt(), $viewer->uid);
		$words = DateWords::full($l, $day);
		return $meeting->takesWholeDays() ? $words : "$words, {$this->days->timeOf($meeting->getStartsAt(), $viewer->uid)}";
	}
}
