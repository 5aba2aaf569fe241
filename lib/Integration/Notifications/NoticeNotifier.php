<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Matching\MatchPresenter;
use OCA\Reseau\Matching\NoticesFor;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\NoticeNotifications;
use OCA\Reseau\Notice\NoticeRules;
use OCA\Reseau\Notice\NoticeWords;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\NoticesNear;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** Texts of notifications about notices, created when they are read, for the people who decide about the notice at that time, are thanked in it, or are near. */
class NoticeNotifier extends PageNotifier {
	public function __construct(
		private readonly Notices $notices,
		private readonly NoticesFor $for,
		private readonly NoticesNear $near,
		private readonly MatchPresenter $matches,
		private readonly NoticeWords $words,
		private readonly People $people,
		private readonly Days $days,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [NoticeNotifications::ENDING, NoticeNotifications::STOPPED, NoticeNotifications::THANKED, NoticeNotifications::NEAR];
	}

	/** @throws AlreadyProcessedException answered, or the notice is deleted or now belongs to another person */
	protected function texts(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		$one = $this->notices->one($id);
		if ($one === null || !(in_array($subject, [NoticeNotifications::THANKED, NoticeNotifications::NEAR], true) ? $one->isSeenBy($viewer) : $one->isKeptBy($viewer))) {
			throw new AlreadyProcessedException();
		}
		return [...match ($subject) {
			NoticeNotifications::ENDING => $this->ending($l, $one),
			NoticeNotifications::STOPPED => $this->stopped($l, $one),
			NoticeNotifications::THANKED => $this->thanked($l, $viewer, $one),
			NoticeNotifications::NEAR => $this->near($l, $viewer, $one),
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

	/** @return array{string, string} why it is for the reader, by their card as it is now, and what it is */
	private function near(IL10N $l, Viewer $viewer, AuthoredNotice $one): array {
		$own = $viewer->memberId === null ? null : $this->people->byId($viewer->memberId);
		$author = $this->people->byId($one->author->ownerId());
		if ($own === null || $author === null || !$this->for->reaches($viewer, $own, $one)) {
			throw new AlreadyProcessedException();
		}
		$notice = $one->notice;
		$helping = NoticeRules::seeks($notice) ? $this->matches->in($l)->explainHelp($viewer, $own, $author, $notice) : null;
		$title = match ($helping !== null ? 'offers' : $this->near->reason($own, $notice)) {
			'offers' => $l->t('You could help: “%s”', [$notice->getTitle()]),
			'both' => $l->t('A notice near you and on your themes: “%s”', [$notice->getTitle()]),
			'near' => $l->t('A notice near you: “%s”', [$notice->getTitle()]),
			'theme' => $l->t('A notice on your themes: “%s”', [$notice->getTitle()]),
			null => throw new AlreadyProcessedException(),
		};
		$words = $this->words->in($l);
		$day = $notice->getNeededBy();
		return [$title, implode("\n", array_filter([
			$helping ?? '',
			implode(' · ', array_filter([$words->line($one), $one->author->getName(), $day === null ? '' : $words->needed($day, $this->days->today(uid: $viewer->uid))])),
		]))];
	}

	/** @return array{string, string} */
	private function stopped(IL10N $l, AuthoredNotice $one): array {
		if (!$one->notice->isStopped()) {
			throw new AlreadyProcessedException();
		}
		return [$l->t('A facilitator ended your notice “%s”', [$one->notice->getTitle()]), $l->t('Others no longer see it. If you have a question, write to a facilitator of the network.')];
	}
}
