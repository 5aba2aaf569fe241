<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Minutes\Drafts;
use OCA\Reseau\Minutes\MinutesNotice;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Texts of notifications about minutes, created when they are read; settled ones are dismissed. */
class MinutesNotifier implements INotifier {
	public function __construct(
		private readonly Drafts $drafts,
		private readonly Viewers $viewers,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
	) {
	}

	public function getID(): string {
		return Application::APP_ID . '-minutes';
	}

	public function getName(): string {
		return $this->languages->get(Application::APP_ID)->t('Réseau');
	}

	/**
	 * @throws UnknownNotificationException another app's, or another notifier's
	 * @throws AlreadyProcessedException settled
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID || $notification->getSubject() !== MinutesNotice::DRAFT) {
			throw new UnknownNotificationException();
		}
		$viewer = $this->viewers->of($notification->getUser());
		$drafts = $viewer->facilitator ? array_column($this->drafts->of($viewer), null, 'id') : [];
		$draft = $drafts[(int)$notification->getObjectId()] ?? throw new AlreadyProcessedException();
		$l = $this->languages->get(Application::APP_ID, $languageCode);
		return $notification
			->setParsedSubject($draft['from'] === null ? $l->t('A draft of minutes was handed on to you') : $l->t('%s hands a draft of minutes on to you', [$draft['from']]))
			->setParsedMessage($l->t('You alone can read it and go on with it now.'))
			->setLink($this->urls->linkToRouteAbsolute('reseau.page.index') . 'minutes')
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));
	}
}
