<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Library\Event\SheetDeleted;
use OCA\Reseau\Meeting\Event\MeetingDeleted;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\MemberWithdrawn;
use OCA\Reseau\Notice\Event\NoticeDeleted;
use OCA\Reseau\Session\Event\SessionDeleted;
use OCA\Reseau\Subscription\Event\SubscriberErased;
use OCA\Reseau\Subscription\Event\SubscriberMerged;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * When something is deleted or leaves the network, it is removed from every letter, with what facilitators wrote in its place; an erased person is also removed from
 * the lists of recipients.
 *
 * @template-implements IEventListener<Event>
 */
class LetterMemberListener implements IEventListener {
	public function __construct(
		private readonly LetterMapper $letters,
		private readonly LetterItemMapper $items,
		private readonly LetterMailMapper $mails,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted, $event instanceof MemberWithdrawn => $this->items->forget($event->memberId, Passage::PERSON),
			$event instanceof MemberMerged => $this->items->forget($event->fromId, Passage::PERSON),
			$event instanceof NoticeDeleted => $this->items->forget($event->noticeId, Passage::NOTICE, Passage::OUTCOME),
			$event instanceof GroupDeleted => $this->items->forget($event->groupId, Passage::GROUP, Passage::SEEKING, Passage::CLOSED),
			$event instanceof MeetingDeleted => $this->items->forget($event->meetingId, Passage::DATE),
			$event instanceof SessionDeleted => $this->items->forget($event->sessionId, Passage::SESSION),
			$event instanceof SheetDeleted => $this->items->forget($event->fileId, Passage::STORY, Passage::HELP),
			$event instanceof SubscriberErased => $this->mails->forgetReader($event->subscriberId),
			$event instanceof SubscriberMerged => $this->mails->moveReader($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('letters', 'What letters say about a person was not imported: it is in letters of the network the file comes from.'),
			default => null,
		};
	}

	/** What facilitators wrote about a person in place of their own words, with the title of the letter if the viewer may read it. */
	private function export(MemberExporting $event): void {
		$letters = [];
		foreach ($this->items->findShortened(Passage::PERSON, $event->memberId) as $item) {
			$letter = $this->letters->find($item->getLetterId());
			if ($letter !== null) {
				$letters[] = ['title' => !$letter->is(Letter::DRAFT) && ReadLetter::mayRead($event->viewer, $letter) ? $letter->getTitle() : '', 'text' => (string)$item->getText()];
			}
		}
		$event->add('letters', $letters, $this->l->t('Letters'), static fn (): array => array_map(static fn (array $one): array => ['text' => $one['title'] === '' ? '…' : $one['title'], 'about' => $one['text']], $letters));
	}
}
