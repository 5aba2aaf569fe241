<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\People;
use OCA\Reseau\Notice\Event\CollectingAnswered;
use OCA\Reseau\Notice\Event\NoticeDeleted;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Shows messages of visitors on Home, counts them as answers to notices, and deletes them with the thing they are about.
 *
 * @template-implements IEventListener<Event>
 */
class EnquiryListener implements IEventListener {
	public function __construct(
		private readonly Enquiries $enquiries,
		private readonly People $people,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof CollectingAwaits => $event->add('visitors', $this->enquiries->countUnanswered($event->viewer)),
			$event instanceof CollectingAnswered => $event->answered = [...$event->answered, ...$this->enquiries->writtenAbout(AboutType::Notice, $event->ids)],
			$event instanceof MemberDeleted => $this->forgetMember($event->memberId),
			$event instanceof NoticeDeleted => $this->enquiries->forgetAbout(AboutType::Notice, $event->noticeId),
			$event instanceof GroupDeleted => $this->enquiries->forgetAbout(AboutType::Group, $event->groupId),
			default => null,
		};
	}
	private function forgetMember(int $memberId): void {
		$uid = $this->people->byId($memberId)?->getUid();
		if ($uid !== null) {
			$this->enquiries->forgetAccount($uid);
		}
	}
}
