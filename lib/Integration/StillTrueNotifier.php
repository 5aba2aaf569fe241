<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Member\Yearly\StillTrueNotifications;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IAction;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/**
 * The text of the yearly question, created when it is read; answered or obsolete questions are dismissed. A click on an action is a separate request:
 * reading and following a link change nothing.
 */
class StillTrueNotifier implements INotifier {
	public function __construct(
		private readonly MemberMapper $members,
		private readonly KeptCount $kept,
		private readonly Viewers $viewers,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
		private readonly ITimeFactory $clock,
	) {
	}

	public function getID(): string {
		return StillTrueNotifications::APP;
	}

	public function getName(): string {
		return $this->languages->get(StillTrueNotifications::APP)->t('Réseau');
	}

	/**
	 * @throws UnknownNotificationException another app's
	 * @throws AlreadyProcessedException answered, or obsolete
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== StillTrueNotifications::APP) {
			throw new UnknownNotificationException();
		}
		$l = ReaderLanguage::texts($this->languages, $languageCode);
		match ($notification->getSubject()) {
			StillTrueNotifications::OWN => $this->own($notification, $l),
			StillTrueNotifications::KEPT => $this->keptCards($notification, $l),
			default => throw new UnknownNotificationException(),
		};
		return $notification->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(StillTrueNotifications::APP, 'app-dark.svg')));
	}

	private function own(INotification $notification, IL10N $l): void {
		$member = $this->members->findById((int)$notification->getObjectId());
		if ($member === null || $member->getUid() !== $notification->getUser() || !StillTrue::isDue($member, $this->clock->getTime())) {
			throw new AlreadyProcessedException();
		}
		$notification
			->setParsedSubject($l->t('Is your card still true?'))
			->setParsedMessage($l->t('Not changed or confirmed for a year.'))
			->setLink($this->page('me'))
			->addParsedAction($notification->createAction()
				->setLabel('confirm')
				->setParsedLabel($l->t('Yes, still true'))
				->setPrimary(true)
				->setLink($this->urls->linkToOCSRouteAbsolute('reseau.member.confirm', ['id' => $member->ownerId()]), IAction::TYPE_POST))
			->addParsedAction($notification->createAction()
				->setLabel('read')
				->setParsedLabel($l->t('Review my card'))
				->setLink($this->page('me'), IAction::TYPE_WEB));
	}

	private function keptCards(INotification $notification, IL10N $l): void {
		$count = $this->kept->due($this->viewers->of($notification->getUser()));
		if ($count === 0) {
			throw new AlreadyProcessedException();
		}
		$notification
			->setParsedSubject($l->n('%n card you keep is more than a year old.', '%n cards you keep are more than a year old.', $count))
			->setParsedMessage($l->t('Ask the person, then confirm here that the card is still true, or change it.'))
			->setLink($this->page('kept'))
			->addParsedAction($notification->createAction()
				->setLabel('read')
				->setParsedLabel($l->t('Go to the cards I keep'))
				->setPrimary(true)
				->setLink($this->page('kept'), IAction::TYPE_WEB));
	}

	private function page(string $path): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . $path;
	}
}
