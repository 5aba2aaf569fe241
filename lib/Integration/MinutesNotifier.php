<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Minutes\Drafts;
use OCA\Reseau\Minutes\MinutesNotifications;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IL10N;
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
		private readonly Groups $groups,
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
		if ($notification->getApp() !== Application::APP_ID) {
			throw new UnknownNotificationException();
		}
		$l = ReaderLanguage::texts($this->languages, $languageCode);
		$viewer = $this->viewers->of($notification->getUser());
		$id = (int)$notification->getObjectId();
		[$subject, $message, $page] = match ($notification->getSubject()) {
			MinutesNotifications::DRAFT => $this->aboutDraft($l, $viewer, $id),
			MinutesNotifications::ACCEPTED, MinutesNotifications::REFUSED, MinutesNotifications::ASKED => $this->aboutAnswer($l, $viewer, $notification->getSubject(), $id),
			default => throw new UnknownNotificationException(),
		};
		return $notification
			->setParsedSubject($subject)
			->setParsedMessage($message)
			->setLink($this->urls->linkToRouteAbsolute('reseau.page.index') . $page)
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));
	}

	/** @return array{string, string, string} subject, message, page */
	private function aboutDraft(IL10N $l, Viewer $viewer, int $id): array {
		$drafts = $viewer->facilitator ? array_column($this->drafts->of($viewer), null, 'id') : [];
		$draft = $drafts[$id] ?? throw new AlreadyProcessedException();
		return [
			$draft['from'] === null ? $l->t('A draft of minutes was handed on to you') : $l->t('%s hands a draft of minutes on to you', [$draft['from']]),
			$l->t('You alone can read it and go on with it now.'),
			'minutes',
		];
	}

	/** @return array{string, string, string} they name nobody: who came in is on the group's page, and of who refused nothing is kept */
	private function aboutAnswer(IL10N $l, Viewer $viewer, string $what, int $id): array {
		$title = $this->groups->isFacilitatedBy($id, (string)$viewer->uid) ? $this->groups->title($id) : null;
		if ($title === null) {
			throw new AlreadyProcessedException();
		}
		return match ($what) {
			MinutesNotifications::ACCEPTED => [$l->t('Someone you invited is now in the group “%s”', [$title]), $l->t('Its page says who, and what they commit to.'), "groups/$id"],
			MinutesNotifications::REFUSED => [$l->t('Someone you invited does not join the group “%s”', [$title]), $l->t('They are not asked again.'), "groups/$id"],
			default => [$l->t('Someone you invited to the group “%s” has a question', [$title]), $l->t('Its page says what they ask. Answer there: they get it by email.'), "groups/$id#facilitate"],
		};
	}
}
