<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\MemberWithdrawn;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Days;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

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
		private readonly ShowNotice $showing,
		private readonly People $people,
		private readonly ImportNotices $importing,
		private readonly NoticeWords $words,
		private readonly Days $days,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof MemberWithdrawn => $this->showing->endAllOf($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $this->import($event),
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
		if ($this->people->byId($from)?->statusIs(Status::Withdrawn) === true) {
			// The card they become is withdrawn too.
			$this->showing->endAllOf($into);
		}
		$this->thanks->moveMember($from, $into);
		$this->passed->moveMember($from, $into);
		foreach ($this->held($this->notices->findOfMember($from)) as $notice) {
			$notice->setMemberId($into);
			$this->store->update($notice);
		}
		$this->thanks->deleteOfAuthor($into);
	}

	private function forgetGroup(int $groupId): void {
		foreach ($this->held($this->notices->findOfGroup($groupId)) as $notice) {
			$notice->setGroupId(null);
			if ($notice->getOnlyGroup() === $groupId && $notice->is(Notice::OPEN)) {
				// Only its author still sees it.
				$notice->setState(Notice::ENDED);
				$notice->setTokenHash(null);
			}
			$this->store->update($notice);
		}
	}

	/**
	 * @param list<Notice> $notices
	 * @return list<Notice> locked; changes by their authors in the meantime are kept
	 */
	private function held(array $notices): array {
		$ids = array_map(static fn (Notice $one): int => (int)$one->getId(), $notices);
		$this->notices->hold(...$ids);
		return $this->notices->findByIds($ids);
	}

	private function import(AccountImporting $event): void {
		$this->importing->import($event);
		$event->leave('noticesByMail', 'The list of notices sent by email was not imported: it is from the time without an account.', static fn (mixed $mails): bool => is_array($mails) && ($mails['got'] ?? []) !== []);
	}

	private function export(MemberExporting $event): void {
		$notices = $this->notices->findOfMember($event->memberId);
		$event->add('notices', array_map(static fn (Notice $notice): array => [
			'kind' => $notice->getKind(),
			'title' => $notice->getTitle(),
			'text' => (string)$notice->getText(),
			'mode' => $notice->getMode(),
			'neededBy' => $notice->getNeededBy(),
			'free' => (string)$notice->getFree(),
			'territories' => $notice->places(),
			'terms' => $notice->words(),
			'about' => $notice->getAbout(),
			'audience' => $notice->getOnlyGroup() === null ? 'members' : 'group',
			'from' => (string)$notice->getFromText(),
			'how' => $notice->getSaidHow(),
			'state' => $notice->getState(),
			'until' => $notice->getUntilDay(),
			'outcome' => (string)$notice->getOutcome(),
			'published' => gmdate(DATE_ATOM, $notice->getPublishedAt()),
		], $notices), $this->l->t('Notices'), fn (): array => array_map($this->line(...), $notices));
		$got = $this->received($event);
		$event->add('noticesByMail', ['wanted' => !$this->passed->isStopped($event->memberId), 'got' => $got], $this->l->t('Notices by email'), fn (): array => [
			...$this->passed->isStopped($event->memberId) ? [['text' => $this->l->t('No longer gets notices by email')]] : [],
			...array_map(static fn (array $one): array => ['text' => $one['title'] === '' ? '…' : $one['title']], $got),
		]);
	}

	/** @return array{text: string, about: string} */
	private function line(Notice $notice): array {
		$day = fn (string $day): string => $this->words->day($this->l, $day);
		return [
			'text' => $notice->getTitle(),
			'about' => MemberExporting::line([
				$this->words->kind($notice->getKind()),
				$notice->getMode() === null ? '' : $this->words->mode($notice->getMode()),
				...array_column($notice->places(), 'name'),
				$this->l->t('published on %s', [$day($this->days->of($notice->getPublishedAt()))]),
				$this->l->t('until %s', [$day($notice->getUntilDay())]),
			], $this->words->body($this->l, $notice), (string)$notice->getOutcome()),
		];
	}

	/** @return list<array{title: string, at: string}> notices that were sent to a person without an account, with the titles that the exporting person may see */
	private function received(MemberExporting $event): array {
		$got = [];
		foreach ($this->passed->findOfMember($event->memberId) as $row) {
			$one = $this->reading->one($row->getNoticeId());
			if ($row->getSentAt() !== null) {
				$got[] = ['title' => $one?->isSeenBy($event->viewer) === true ? $one->notice->getTitle() : '', 'at' => gmdate(DATE_ATOM, $row->getSentAt())];
			}
		}
		return $got;
	}
}
