<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\NoticeNotifications;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** Texts of notifications about notices, created when they are read, for whoever decides about the notice by then, or is thanked in it. */
class NoticeNotifier extends PageNotifier {
	public function __construct(
		private readonly Notices $notices,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [NoticeNotifications::ENDING, NoticeNotifications::STOPPED, NoticeNotifications::THANKED];
	}

	/** @throws AlreadyProcessedException answered, or the notice is gone or somebody else's */
	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		$one = $this->notices->one($id);
		if ($one === null || !($subject === NoticeNotifications::THANKED ? $one->isSeenBy($viewer) : $one->isKeptBy($viewer))) {
			throw new AlreadyProcessedException();
		}
		return [...match ($subject) {
			NoticeNotifications::ENDING => $this->ending($l, $one),
			NoticeNotifications::STOPPED => $this->stopped($l, $one),
			NoticeNotifications::THANKED => $this->thanked($l, $viewer, $one),
		}, "notices/$id"];
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
