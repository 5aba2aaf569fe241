<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Message\AuthorName;
use OCA\Reseau\Message\BulkTo;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Message\MessageNotifications;
use OCA\Reseau\Message\Topics;
use OCA\Reseau\Message\TwoPeople;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** Texts of notifications about messages, created when they are read. They name the sender, if the reader may still see them, and nothing of the text. */
class MessageNotifier extends PageNotifier {
	public function __construct(
		private readonly Conversations $conversations,
		private readonly Topics $topics,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [MessageNotifications::MESSAGE, MessageNotifications::REPORTED];
	}

	/** @throws AlreadyProcessedException read, muted or settled, or the conversation is gone */
	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		$people = $this->conversations->one($id) ?? throw new AlreadyProcessedException();
		return [...$subject === MessageNotifications::MESSAGE ? $this->message($l, $viewer, $people) : $this->reported($l, $viewer, $people), "messages/$id"];
	}

	/** @return array{string, string} subject, message */
	private function message(IL10N $l, Viewer $viewer, TwoPeople $people): array {
		$side = $people->sideOf($viewer);
		if ($side === null || !$people->isUnread($side) || $people->party($side)?->getMuted() === true) {
			throw new AlreadyProcessedException();
		}
		$about = $this->topics->title($viewer, $people->conversation);
		$from = $people->isMasked($side->other()) ? AuthorName::of($l, $about) : $people->known($viewer, $side->other())?->getName();
		$last = $this->conversations->last($people);
		if ($from !== null && $last?->isCarried() === true) {
			return [$l->t('Your message to %s was passed on', [$from]), $l->t('Its page says how and when.')];
		}
		$own = $people->member($side);
		if ($own === null || $own->ownerId() === $viewer->memberId) {
			return [
				$from === null ? $l->t('Someone wrote to you') : $this->wrote($l, $from, $last?->bulkTo(), $about),
				$people->isMasked($side) ? $l->t('Read and answer on its page. You stay anonymous.') : $l->t('Read and answer on its page.'),
			];
		}
		return [
			$from === null ? $l->t('There is a message for %s, whose card you keep', [$own->getName()]) : $l->t('%1$s wrote to %2$s, whose card you keep', [$from, $own->getName()]),
			$l->t('Pass it on, and write their answer on its page.'),
		];
	}

	/** @param ?string $group whose people, or facilitators, were written to; null: one person, or a group that is gone */
	private function wrote(IL10N $l, string $from, ?BulkTo $to, ?string $group): string {
		return match ($group === null ? null : $to) {
			BulkTo::People => $l->t('%1$s wrote to all people of the group “%2$s”', [$from, $group]),
			BulkTo::Facilitators => $l->t('%1$s wrote to the facilitators of the group “%2$s”', [$from, $group]),
			null => $l->t('%s wrote to you', [$from]),
		};
	}

	/** @return array{string, string} */
	private function reported(IL10N $l, Viewer $viewer, TwoPeople $people): array {
		if (!$viewer->facilitator || !$people->conversation->isReported()) {
			throw new AlreadyProcessedException();
		}
		return [$l->t('A conversation was reported to the facilitators'), $l->t('Read it on its page, and decide what to do.')];
	}
}
