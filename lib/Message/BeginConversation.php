<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/** Begins conversations, in a transaction that holds the cards of the two. */
class BeginConversation {
	public function __construct(
		private readonly ConversationMapper $conversations,
		private readonly PartyMapper $parties,
		private readonly MessageMapper $messages,
		private readonly Conversations $reading,
		private readonly MessageStore $store,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	public function about(int $from, Topic $topic): TwoPeople {
		$conversation = new Conversation();
		$conversation->setAboutType($topic->type);
		$conversation->setAboutId($topic->id);
		$conversation->setMasked($topic->masked ? Conversation::MASKED : null);
		$conversation->setState(Conversation::OPEN);
		$conversation->setVersion(1);
		$conversation->setLastId(0);
		$conversation->setChangedAt($this->clock->getTime());
		$this->conversations->insert($conversation);
		foreach ([[Side::From, $from], [Side::To, $topic->memberId]] as [$side, $memberId]) {
			$this->parties->insert(Party::of((int)$conversation->getId(), $side, $memberId));
		}
		return $this->reading->one((int)$conversation->getId()) ?? throw ReasonException::notFound();
	}

	/**
	 * Both people want to meet: adds a note to their conversation, or to a new one. From then on both can write, whatever they chose for others. The note is
	 * not a message of either, so neither has it as unread.
	 *
	 * @param string $key that no other introduction has
	 * @return int number of the conversation
	 * @throws ReasonException conversation_stopped
	 */
	public function introduce(int $from, int $to, string $key): int {
		$topic = Topic::card($to);
		$people = $this->reading->about($from, $topic) ?? $this->about($from, $topic);
		$this->conversations->hold($people->id());
		$people = $this->reading->one($people->id()) ?? throw ReasonException::notFound();
		if ($people->conversation->is(Conversation::STOPPED)) {
			throw new ReasonException('conversation_stopped', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$people->conversation->setState(Conversation::OPEN);
		// Adding a message marks the earlier ones as read for its side: the person who wrote last has read them all.
		$side = $people->isUnread(Side::From) ? Side::To : Side::From;
		$otherHasRead = !$people->isUnread($side->other());
		$note = $this->store->append($people, $side, '', hash('sha256', "introduced $key"), null, [Message::INTRODUCED, $this->days->today()]);
		$this->messages->settle($note, Message::DELIVERED);
		$other = $people->party($side->other());
		if ($other !== null && $otherHasRead) {
			$this->parties->markRead($other, (int)$note->getId());
		}
		return $people->id();
	}
}
