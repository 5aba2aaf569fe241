<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\People;
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
	) {
	}

	public function one(int $id): ?TwoPeople {
		$conversation = $this->conversations->find($id);
		return $conversation === null ? null : $this->with([$conversation])[0];
	}

	/**
	 * @param list<int> $ids
	 * @return list<TwoPeople>
	 */
	public function some(array $ids): array {
		return $this->with($this->conversations->findByIds($ids));
	}

	/** @return list<TwoPeople> the viewer's conversations that end with the same message to many as this one did */
	public function ofBulk(Viewer $viewer, TwoPeople $people, Side $side): array {
		$key = $this->messages->findLastBulk($people->id(), $side)?->getBulkKey();
		return $key === null ? [] : $this->with($this->conversations->findOfBulk($viewer, $key));
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
	 * The reported conversations.
	 *
	 * @return array{list<TwoPeople>, ?string}
	 * @throws ReasonException bad_cursor
	 */
	public function reported(string $cursor): array {
		return $this->paged($cursor, $this->conversations->findReported(...));
	}

	/**
	 * The conversations with something this viewer has not seen, the last ones first; without muted ones.
	 *
	 * @return array{int, list<TwoPeople>} how many there are, and the first of them
	 */
	public function unread(Viewer $viewer, int $most): array {
		$count = $this->conversations->countUnread($viewer);
		return [$count, $count === 0 ? [] : $this->with($this->conversations->findUnread($viewer, $most))];
	}

	/**
	 * @param list<int> $ids of things of one type
	 * @return list<int> those that someone wrote about, without what the facilitators stopped
	 */
	public function writtenAbout(string $type, array $ids): array {
		return $this->conversations->topics($type, $ids);
	}

	/** How many conversations are reported to the facilitators. */
	public function countReported(): int {
		return $this->conversations->countReported();
	}

	/** The conversation in which a person continues about something: an open one, or the one that the facilitators stopped; null: none. */
	public function about(int $memberId, Topic $topic): ?TwoPeople {
		return self::goesOn($this->with($this->conversations->findBetween($memberId, $topic->memberId)), $topic);
	}

	/**
	 * The conversations of a person with many others.
	 *
	 * @param list<int> $others
	 * @return array<int, list<TwoPeople>> conversations of a person with each of the others, the last one first, by the number of the other
	 */
	public function withEach(int $memberId, array $others): array {
		$found = [];
		foreach ($this->with($this->conversations->findBetween($memberId, ...$others)) as $people) {
			foreach (Side::cases() as $side) {
				$found[(int)$people->party($side)?->getMemberId()][] = $people;
			}
		}
		return array_intersect_key($found, array_flip($others));
	}

	/** @param list<TwoPeople> $between of two people, the last one first */
	public static function goesOn(array $between, Topic $topic): ?TwoPeople {
		$open = null;
		foreach ($between as $found) {
			if ($topic->isStoppedBy($found->conversation)) {
				return $found;
			}
			$open ??= $found->conversation->is(Conversation::OPEN) && $topic->isOf($found->conversation) ? $found : null;
		}
		return $open;
	}

	/** The last message; null: it was deleted with its person. */
	public function last(TwoPeople $people): ?Message {
		return $this->messages->findLast($people->id());
	}

	/**
	 * @param list<TwoPeople> $conversations
	 * @return array<int, Message> the last message of each, by conversation; without those that were deleted with their person
	 */
	public function lastOf(array $conversations): array {
		return $this->messages->findLastOf($conversations);
	}

	/** Number of the last message of two people, in any conversation that names both; 0: none. */
	public function lastBetween(int $one, int $other): int {
		$found = array_filter($this->conversations->findBetween($one, $other), static fn (Conversation $conversation): bool => !$conversation->isMasked());
		return $found === [] ? 0 : reset($found)->getLastId();
	}

	/** @return list<TwoPeople> all of a person */
	public function ofMember(int $memberId): array {
		$ids = array_map(static fn (Party $party): int => $party->getConversationId(), $this->parties->findOfMember($memberId));
		return $this->some(array_values(array_unique($ids)));
	}

	/** The account is deleted. */
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
