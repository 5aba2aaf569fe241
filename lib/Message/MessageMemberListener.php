<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Applies changes of a card to its conversations. An erased person's messages are deleted; the other keeps their own, until they go too.
 *
 * @template-implements IEventListener<Event>
 */
class MessageMemberListener implements IEventListener {
	public function __construct(
		private readonly Conversations $reading,
		private readonly ConversationMapper $conversations,
		private readonly PartyMapper $parties,
		private readonly MessageMapper $messages,
		private readonly MessageText $texts,
		private readonly Topics $topics,
		private readonly People $people,
		private readonly Viewers $viewers,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $event->add('conversations', $this->export($event->memberId)),
			default => null,
		};
	}

	private function forget(int $memberId): void {
		$ids = array_map(static fn (TwoPeople $one): int => $one->id(), $this->reading->ofMember($memberId));
		$this->conversations->hold(...$ids);
		foreach ($this->reading->ofMember($memberId) as $people) {
			$stays = false;
			foreach (Side::cases() as $side) {
				$party = $people->party($side);
				if ($party !== null && $party->getMemberId() === $memberId) {
					$this->messages->deleteOf($people->id(), $side);
					$this->parties->delete($party);
				} elseif ($party !== null) {
					$stays = true;
				}
			}
			if (!$stays) {
				$this->messages->deleteOf($people->id());
				$this->conversations->delete($people->conversation);
			}
		}
	}

	private function move(int $from, int $into): void {
		$this->parties->moveMember($from, $into);
		$this->conversations->moveMember($from, $into);
	}

	/** @return list<array<string, mixed>> with the names the person, or the keeper of their card, may see */
	private function export(int $memberId): array {
		$member = $this->people->byId($memberId);
		$viewer = $member?->getUid() === null ? $this->viewers->current() : $this->viewers->of($member->getUid());
		$rows = [];
		foreach ($this->reading->ofMember($memberId) as $people) {
			$side = $people->party(Side::From)?->getMemberId() === $memberId ? Side::From : Side::To;
			$other = $people->known($viewer, $side->other());
			$about = $this->topics->title($viewer, $people->conversation);
			$rows[] = [
				'with' => $people->isMasked($side->other()) ? AuthorName::of($this->l, $about) : $other?->getName() ?? '',
				'anonymous' => $people->isMasked($side),
				'about' => $about ?? '',
				'state' => $people->conversation->getState(),
				'muted' => $people->party($side)?->getMuted() === true,
				'reported' => $people->conversation->isReported(),
				'messages' => array_map(fn (Message $message): array => [
					'mine' => $message->side() === $side,
					'text' => $this->texts->read($message) ?? '',
					'bulk' => $message->getBulkTo(),
					'carried' => $message->isNote() ? ['how' => $message->getCarriedHow(), 'day' => $message->getCarriedOn()] : null,
					'at' => gmdate(DATE_ATOM, $message->getSentAt()),
				], $this->messages->findOf($people->id())),
			];
		}
		return $rows;
	}
}
