<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Applies changes of a card or a group to notices: they go with the card of their author, and one for the people of a group that is gone ends.
 *
 * @template-implements IEventListener<Event>
 */
class NoticeMemberListener implements IEventListener {
	public function __construct(
		private readonly NoticeMapper $notices,
		private readonly Notices $reading,
		private readonly ThanksMapper $thanks,
		private readonly PassedNoticeMapper $passed,
		private readonly NoticeStore $store,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof GroupDeleted => $this->forgetGroup($event->groupId),
			default => null,
		};
	}

	private function forget(int $memberId): void {
		array_map($this->store->delete(...), $this->notices->findOfMember($memberId));
		$this->thanks->deleteBy('member_id', $memberId);
		$this->passed->deleteOfMember($memberId);
	}

	private function move(int $from, int $into): void {
		$this->thanks->moveMember($from, $into);
		$this->passed->moveMember($from, $into);
		foreach ($this->notices->findOfMember($from) as $notice) {
			$notice->setMemberId($into);
			$this->store->update($notice);
		}
		$this->thanks->deleteOfAuthor($into);
	}

	private function forgetGroup(int $groupId): void {
		foreach ($this->notices->findOfGroup($groupId) as $notice) {
			$notice->setGroupId(null);
			if ($notice->getOnlyGroup() === $groupId && $notice->is(Notice::OPEN)) {
				// Nobody but its author sees it any more.
				$notice->setState(Notice::ENDED);
				$notice->setTokenHash(null);
			}
			$this->store->update($notice);
		}
	}

	private function export(MemberExporting $event): void {
		$event->add('notices', array_map(static fn (Notice $notice): array => [
			'kind' => $notice->getKind(),
			'title' => $notice->getTitle(),
			'text' => (string)$notice->getText(),
			'mode' => $notice->getMode(),
			'neededBy' => $notice->getNeededBy(),
			'free' => (string)$notice->getFree(),
			'territories' => $notice->places(),
			'terms' => $notice->words(),
			'audience' => $notice->getOnlyGroup() === null ? 'members' : 'group',
			'from' => (string)$notice->getFromText(),
			'state' => $notice->getState(),
			'until' => $notice->getUntilDay(),
			'outcome' => (string)$notice->getOutcome(),
			'published' => gmdate(DATE_ATOM, $notice->getPublishedAt()),
		], $this->notices->findOfMember($event->memberId)));
		$event->add('noticesByMail', ['wanted' => !$this->passed->isStopped($event->memberId), 'got' => $this->got($event->memberId)]);
	}

	/** @return list<array{title: string, at: string}> what was sent to a person without an account, with the titles that who exports it may see */
	private function got(int $memberId): array {
		$got = [];
		$viewer = $this->reading->viewer();
		foreach ($this->passed->findOfMember($memberId) as $row) {
			$one = $this->reading->one($row->getNoticeId());
			if ($row->getSentAt() !== null) {
				$got[] = ['title' => $one?->isSeenBy($viewer) === true ? $one->notice->getTitle() : '', 'at' => gmdate(DATE_ATOM, $row->getSentAt())];
			}
		}
		return $got;
	}
}
