<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Meeting\GroupMeetingNotifications;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Texts of notifications about meetings of groups, created when they are read: when and where the meeting is by then, by the clock of the reader. */
class GroupMeetingNotifier implements INotifier {
	public function __construct(
		private readonly Meetings $meetings,
		private readonly Viewers $viewers,
		private readonly Days $days,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
		private readonly ITimeFactory $clock,
	) {
	}

	public function getID(): string {
		return Application::APP_ID . '-group-meetings';
	}

	public function getName(): string {
		return $this->languages->get(Application::APP_ID)->t('Réseau');
	}

	/**
	 * @throws UnknownNotificationException another app's, or another notifier's
	 * @throws AlreadyProcessedException the meeting is over or gone, of a group that the reader has left, or cancelled before they knew of it
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID || !in_array($notification->getSubject(), [GroupMeetingNotifications::PLANNED, GroupMeetingNotifications::CHANGED, GroupMeetingNotifications::CANCELLED], true)) {
			throw new UnknownNotificationException();
		}
		$viewer = $this->viewers->of($notification->getUser());
		try {
			$meeting = $this->meetings->one($viewer, (int)$notification->getObjectId());
		} catch (ReasonException) {
			throw new AlreadyProcessedException();
		}
		$isPlanned = $notification->getSubject() === GroupMeetingNotifications::PLANNED;
		if ($meeting->isOver($this->clock->getTime()) || ($isPlanned && $meeting->isCancelled())) {
			throw new AlreadyProcessedException();
		}
		$l = ReaderLanguage::texts($this->languages, $languageCode);
		$group = $viewer->groups[$meeting->getGroupId()]['title'];
		return $notification
			->setParsedSubject(match (true) {
				$meeting->isCancelled() => $l->t('Meeting of “%s” cancelled', [$group]),
				$isPlanned => $l->t('Meeting of “%s”', [$group]),
				default => $l->t('Meeting of “%s” changed', [$group]),
			})
			->setParsedMessage(implode(' · ', array_filter([$this->when($l, $viewer, $meeting), (string)$meeting->getPlace(), (string)$meeting->getTitle()])))
			->setLink($this->urls->linkToRouteAbsolute('reseau.page.index') . "groups/{$meeting->getGroupId()}/meetings")
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));
	}

	private function when(IL10N $l, Viewer $viewer, Meeting $meeting): string {
		$day = $meeting->takesWholeDays() ? $meeting->getDay() : $this->days->of($meeting->getStartsAt(), $viewer->uid);
		$words = DateWords::full($l, $day);
		return $meeting->takesWholeDays() ? $words : "$words, {$this->days->timeOf($meeting->getStartsAt(), $viewer->uid)}";
	}
}
