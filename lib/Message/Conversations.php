<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\ReasonException;

/** Reads conversations with their people. */
class Conversations {
	/** @var array<string, string> the shape of a cursor */
	private const CURSOR = ['last' => 'i'];

	public function __construct(
		private readonly ConversationMapper $conversations,
		private readonly PartyMapper $parties,
		private readonly MessageMapper $messages,
		private readonly People $people,
		private readonly Viewers $viewers,
	) {
	}

	/** The current viewer. */
	public function viewer(): Viewer {
		return $this->viewers->current();
	}

	public function one(int $id): ?TwoPeople {
		$conversation = $this->conversations->find($id);
		return $conversation === null ? null : $this->with([$conversation])[0];
	}

	/**
	 * The viewer's conversations, and those of people whose cards they keep; the last ones first.
	 *
	 * @return array{list<TwoPeople>, ?string} a page, and the cursor of the next one
	 * @throws ReasonException bad_cursor
	 */
	public function page(Viewer $viewer, string $cursor): array {
		return $this->paged($cursor, fn (?int $before, int $limit): array => $this->conversations->findOf($viewer, $before, $limit));
	}

	/**
	 * The same of those that were reported.
	 *
	 * @return array{list<TwoPeople>, ?string}
	 * @throws ReasonException bad_cursor
	 */
	public function reported(string $cursor): array {
		return $this->paged($cursor, $this->conversations->findReported(...));
	}

	/**
	 * The conversations with something this viewer has not seen, the last ones first; muted ones are not among them.
	 *
	 * @return array{int, list<TwoPeople>} how many there are, and the first of them
	 */
	public function unread(Viewer $viewer, int $most): array {
		$count = $this->conversations->countUnread($viewer);
		return [$count, $count === 0 ? [] : $this->with($this->conversations->findUnread($viewer, $most))];
	}

	/** How many conversations are reported to the facilitators. */
	public function countReported(): int {
		return $this->conversations->countReported();
	}

	/** The conversation in which a person goes on writing about something: an open one, or the one for which the facilitators stopped it; null: there is none. */
	public function about(int $memberId, Topic $topic): ?TwoPeople {
		$open = null;
		foreach ($this->with($this->conversations->findBetween($memberId, $topic->memberId)) as $found) {
			if ($topic->isStoppedBy($found->conversation)) {
				return $found;
			}
			$open ??= $found->conversation->is(Conversation::OPEN) && $topic->isOf($found->conversation) ? $found : null;
		}
		return $open;
	}

	/** Whether the last message is a note that the messages were passed on. */
	public function endsWithNote(TwoPeople $people): bool {
		$last = $this->messages->findLast($people->id());
		return $last !== null && $last->isNote() && !$last->isIntroduction();
	}

	/** @return list<TwoPeople> all of a person */
	public function ofMember(int $memberId): array {
		$ids = array_map(static fn (Party $party): int => $party->getConversationId(), $this->parties->findOfMember($memberId));
		return $this->with($this->conversations->findByIds(array_values(array_unique($ids))));
	}

	/** The account is gone. */
	public function forgetAccount(string $uid): void {
		$this->messages->clearAuthor($uid);
	}

	/**
	 * @param callable(?int, int): list<Conversation> $find before a last message, and how many
	 * @return array{list<TwoPeople>, ?string}
	 */
	private function paged(string $cursor, callable $find): array {
		$limit = MessageRules::LIMITS['page'];
		$before = Cursor::parse($cursor, self::CURSOR)?->key[0];
		$found = $find($before === null ? null : (int)$before, $limit + 1);
		$shown = array_slice($found, 0, $limit);
		$last = $shown[$limit - 1] ?? null;
		return [$this->with($shown), $last !== null && count($found) > $limit ? (string)new Cursor('last', [$last->getLastId()]) : null];
	}

	/**
	 * @param list<Conversation> $conversations
	 * @return list<TwoPeople>
	 */
	private function with(array $conversations): array {
		$parties = [];
		$ids = [];
		foreach ($this->parties->findOf(array_map(static fn (Conversation $one): int => (int)$one->getId(), $conversations)) as $party) {
			$parties[$party->getConversationId()][$party->getSide()] = $party;
			$ids[] = $party->getMemberId();
		}
		$members = $this->people->briefly($ids);
		return array_map(static fn (Conversation $one): TwoPeople => new TwoPeople($one, $parties[(int)$one->getId()] ?? [], $members), $conversations);
	}
}
