<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\Audience\Viewer;

/**
 * Writes one text to several people, to each in a separate conversation: they answer only the sender. In a transaction that holds the cards of
 * all of them; the mails are sent afterwards (DeliverBulk).
 */
class WriteInBulk {
	public function __construct(
		private readonly Conversations $reading,
		private readonly ConversationMapper $conversations,
		private readonly MessageMapper $messages,
		private readonly BeginConversation $begin,
		private readonly MessageStore $store,
	) {
	}

	/**
	 * @param list<Topic> $topics the subject, one for each person
	 * @param string $key hash that no other bulk has
	 */
	public function write(Viewer $viewer, array $topics, string $text, string $key, BulkTo $to): void {
		$from = (int)$viewer->memberId;
		$between = $this->reading->withEach($from, array_map(static fn (Topic $topic): int => $topic->memberId, $topics));
		$open = array_map(static fn (Topic $topic): ?TwoPeople => Conversations::goesOn($between[$topic->memberId] ?? [], $topic), $topics);
		$this->conversations->hold(...array_map(static fn (TwoPeople $people): int => $people->id(), array_filter($open)));
		foreach ($topics as $at => $topic) {
			// The state after it was locked.
			$people = $open[$at] === null ? null : $this->reading->one($open[$at]->id());
			if ($people?->conversation->is(Conversation::STOPPED) !== true) {
				$people = $people?->conversation->is(Conversation::OPEN) === true ? $people : $this->begin->about($from, $topic);
				$this->store->append($people, $people->sideOf($viewer) ?? Side::From, $text, hash('sha256', "$key $topic->memberId"), null, bulk: [$key, $to]);
			}
		}
	}

	/** @return ?array{to: string, people: int, conversation: int} the recipients, and one of the conversations; null: nothing was written with this key */
	public function sent(string $key): ?array {
		$one = $this->messages->findOfBulk($key);
		return $one === null ? null : [
			'to' => (string)$one->getBulkTo(),
			'people' => $this->messages->countBulks([$key])[$key] ?? 1,
			'conversation' => $one->getConversationId(),
		];
	}
}
