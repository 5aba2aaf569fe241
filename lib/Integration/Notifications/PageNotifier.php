<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Texts of a kind of notification, each with the page it leads to. They are created when they are read, of what their reader may see then. */
abstract class PageNotifier implements INotifier {
	public function __construct(
		private readonly Viewers $viewers,
		protected readonly IFactory $languages,
		protected readonly IURLGenerator $urls,
	) {
	}

	/** @return non-empty-list<string> subjects of the notifications; the first names the notifier */
	abstract protected function subjects(): array;

	/**
	 * @param int $id of what it is about
	 * @return array{string, string, string} subject, message (may be empty), path of the page
	 * @throws AlreadyProcessedException settled, gone, or hidden from this reader
	 */
	abstract protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array;

	public function getID(): string {
		return Application::APP_ID . '-' . $this->subjects()[0];
	}

	public function getName(): string {
		return $this->languages->get(Application::APP_ID)->t('Réseau');
	}

	/**
	 * @throws UnknownNotificationException another app's, or another notifier's
	 * @throws AlreadyProcessedException settled, gone, or hidden from this reader
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID || !in_array($notification->getSubject(), $this->subjects(), true)) {
			throw new UnknownNotificationException();
		}
		[$subject, $message, $page] = $this->tell(
			$this->viewers->of($notification->getUser()),
			$notification->getSubject(),
			(int)$notification->getObjectId(),
			ReaderLanguage::texts($this->languages, $languageCode),
		);
		if ($message !== '') {
			// Nextcloud refuses an empty one.
			$notification->setParsedMessage($message);
		}
		return $notification
			->setParsedSubject($subject)
			->setLink($this->urls->linkToRouteAbsolute('reseau.page.index') . $page)
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));
	}
}
