<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\NoticeNotifications;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Texts of notifications about notices, created when they are read, for whoever decides about the notice by then, or is thanked in it. */
class NoticeNotifier implements INotifier {
	public function __construct(
		private readonly Notices $notices,
		private readonly Viewers $viewers,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
	) {
	}

	public function getID(): string {
		return Application::APP_ID . '-notices';
	}

	public function getName(): string {
		return $this->languages->get(Application::APP_ID)->t('Réseau');
	}

	/**
	 * @throws UnknownNotificationException another app's, or another notifier's
	 * @throws AlreadyProcessedException answered, or the notice is gone or somebody else's
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID || !in_array($notification->getSubject(), [NoticeNotifications::ENDING, NoticeNotifications::STOPPED, NoticeNotifications::THANKED], true)) {
			throw new UnknownNotificationException();
		}
		$one = $this->notices->one((int)$notification->getObjectId());
		$viewer = $this->viewers->of($notification->getUser());
		$thanked = $notification->getSubject() === NoticeNotifications::THANKED;
		if ($one === null || !($thanked ? $one->isSeenBy($viewer) : $one->isKeptBy($viewer))) {
			throw new AlreadyProcessedException();
		}
		$l = ReaderLanguage::texts($this->languages, $languageCode);
		[$subject, $message] = match ($notification->getSubject()) {
			NoticeNotifications::ENDING => $this->ending($l, $one),
			NoticeNotifications::STOPPED => $this->stopped($l, $one),
			NoticeNotifications::THANKED => $this->thanked($l, $viewer, $one),
		};
		return $notification
			->setParsedSubject($subject)
			->setParsedMessage($message)
			->setLink($this->urls->linkToRouteAbsolute('reseau.page.index') . "notices/{$one->id()}")
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));
	}

	/** @return array{string, string} subject, message */
	private function ending(IL10N $l, AuthoredNotice $one): array {
		if (!$one->notice->is(Notice::OPEN) || $one->notice->getAskedAt() === null) {
			throw new AlreadyProcessedException();
		}
		return [$l->t('The notice “%s” ends soon', [$one->notice->getTitle()]), $l->t('Renew it, say that it is done, or let it end.')];
	}

	/** @return array{string, string} */
	private function thanked(IL10N $l, Viewer $viewer, AuthoredNotice $one): array {
		if (!in_array($viewer->memberId, $this->notices->thanks([$one->id()])[$one->id()] ?? [], true)) {
			throw new AlreadyProcessedException();
		}
		return [$l->t('%1$s thanks you: “%2$s”', [$one->author->getName(), $one->notice->getTitle()]), $l->t('Its page says what came of it.')];
	}

	/** @return array{string, string} */
	private function stopped(IL10N $l, AuthoredNotice $one): array {
		if (!$one->notice->isStopped()) {
			throw new AlreadyProcessedException();
		}
		return [$l->t('A facilitator ended your notice “%s”', [$one->notice->getTitle()]), $l->t('Others no longer see it. If you have a question, write to a facilitator of the network.')];
	}
}
