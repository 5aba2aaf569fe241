<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Member\Yearly\StillTrueNotifications;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IAction;
use OCP\Notification\INotification;

/**
 * The text of the yearly question, created when it is read; answered or obsolete questions are dismissed. A click on an action is a separate request:
 * reading and following a link change nothing.
 */
class StillTrueNotifier extends PageNotifier {
	public function __construct(
		private readonly MemberMapper $members,
		private readonly KeptCount $kept,
		private readonly ITimeFactory $clock,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [StillTrueNotifications::OWN, StillTrueNotifications::KEPT];
	}

	/** @throws AlreadyProcessedException answered, or obsolete */
	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		return $subject === StillTrueNotifications::OWN ? $this->own($viewer, $id, $l) : $this->keptCards($viewer, $l);
	}

	public function prepare(INotification $notification, string $languageCode): INotification {
		$told = parent::prepare($notification, $languageCode);
		$l = ReaderLanguage::texts($this->languages, $languageCode);
		$read = $told->createAction()->setLabel('read')->setLink($told->getLink(), IAction::TYPE_WEB);
		if ($told->getSubject() === StillTrueNotifications::KEPT) {
			return $told->addParsedAction($read->setParsedLabel($l->t('Go to the cards I keep'))->setPrimary(true));
		}
		return $told
			->addParsedAction($told->createAction()
				->setLabel('confirm')
				->setParsedLabel($l->t('Yes, still true'))
				->setPrimary(true)
				->setLink($this->urls->linkToOCSRouteAbsolute('reseau.member.confirm', ['id' => (int)$told->getObjectId()]), IAction::TYPE_POST))
			->addParsedAction($read->setParsedLabel($l->t('Review my card')));
	}

	/** @return array{string, string, string} */
	private function own(Viewer $viewer, int $id, IL10N $l): array {
		$member = $this->members->findById($id);
		if ($member === null || $member->getUid() !== $viewer->uid || !StillTrue::isDue($member, $this->clock->getTime())) {
			throw new AlreadyProcessedException();
		}
		return [$l->t('Is your card still true?'), $l->t('Not changed or confirmed for a year.'), 'me'];
	}

	/** @return array{string, string, string} */
	private function keptCards(Viewer $viewer, IL10N $l): array {
		$count = $this->kept->due($viewer);
		if ($count === 0) {
			throw new AlreadyProcessedException();
		}
		return [
			$l->n('%n card you keep is more than a year old.', '%n cards you keep are more than a year old.', $count),
			$l->t('Ask the person, then confirm here that the card is still true, or change it.'),
			'kept',
		];
	}
}
