<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCP\AppFramework\Utility\ITimeFactory;

/** Adds a message to the end of a conversation, which is locked. No other class inserts messages. */
class MessageStore {
	public function __construct(
		private readonly ConversationMapper $conversations,
		private readonly PartyMapper $parties,
		private readonly MessageMapper $messages,
		private readonly MessageText $texts,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param TwoPeople $people the current state
	 * @param string $key hash that no other message has
	 * @param ?string $byUid the account that recorded it for a person without an account
	 * @param ?string $how how they gave it: one of MessageRules::WAYS
	 * @param ?array{string, string} $carried of a note: how and on which day
	 * @param ?array{string, BulkTo} $bulk of a message to many: the key of all its messages, and the people they go to
	 */
	public function append(TwoPeople $people, Side $side, string $text, string $key, ?string $byUid, ?array $carried = null, ?array $bulk = null, ?string $how = null): Message {
		$now = $this->clock->getTime();
		$message = new Message();
		$message->setConversationId($people->id());
		$message->setSide($side->value);
		$message->setKeyHash($key);
		$this->texts->write($message, $text);
		$message->setByUid($byUid);
		$message->setSaidHow($how);
		$message->setCarriedHow($carried[0] ?? null);
		$message->setCarriedOn($carried[1] ?? null);
		$message->setBulkKey($bulk[0] ?? null);
		$message->setBulkTo(($bulk[1] ?? null)?->value);
		$message->setDelivery($bulk === null ? Message::SENDING : Message::WAITING);
		$message->setTriedAt($now);
		$message->setSentAt($now);
		$this->messages->insert($message);
		$people->conversation->setLastId((int)$message->getId());
		$people->conversation->setChangedAt($now);
		if (array_sum($this->messages->countBySide($people->id())) >= MessageRules::LIMITS['messages']) {
			// The two continue in a new one.
			$people->conversation->setState(Conversation::CLOSED);
		}
		$this->conversations->update($people->conversation);
		$party = $people->party($side);
		if ($party !== null) {
			$this->parties->markRead($party, (int)$message->getId());
		}
		return $message;
	}
}
