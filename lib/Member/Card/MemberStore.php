<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Member\Event\CardPublished;
use OCA\Reseau\Member\Event\CardWithdrawn;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Search\TableStatistics;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\PublicEvents;
use OCP\IDBConnection;

/** Writes cards and their index entries. No other class writes them. */
class MemberStore {
	use Atomic;

	/** “Many” means one of this number of cards. */
	private const MANY_OF = 5;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MemberMapper $members,
		private readonly MemberIndex $documents,
		private readonly Index $index,
		private readonly TableStatistics $statistics,
		private readonly PublicEvents $public,
	) {
	}

	/**
	 * Runs a function that writes many cards in one transaction, which is faster than one by one.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function together(callable $work): mixed {
		return $this->index->together($work);
	}

	/** After many cards were written: lists are slow on a database that does not know the table's size. */
	public function settle(int $written): void {
		if ($written * self::MANY_OF >= $this->members->countAll()) {
			$this->statistics->refresh();
		}
	}

	public function insert(Member $member): Member {
		return $this->atomic(function () use ($member): Member {
			$this->members->insert($member);
			$this->written($member, true);
			return $member;
		}, $this->db);
	}

	/** @param list<Member> $members new ones with a ref each, at most 500; they get their ids */
	public function insertAll(array $members): void {
		$this->atomic(function () use ($members): void {
			$this->members->insertAll($members);
			$ids = [];
			foreach ($this->members->findByRefs(array_map(static fn (Member $member): string => (string)$member->getRef(), $members)) as $stored) {
				$ids[$stored->getRef()] = $stored->ownerId();
			}
			foreach ($members as $member) {
				$member->setId($ids[$member->getRef()]);
			}
			$this->index->put(...array_filter(array_map($this->documents->of(...), $members)));
			array_map($this->announceIfShown(...), $members);
		}, $this->db);
	}

	public function update(Member $member): void {
		$this->atomic(function () use ($member): void {
			$moves = self::moves($member);
			$this->members->update($member);
			$this->written($member, $moves);
		}, $this->db);
	}

	/** @return bool false if another person has changed the card since this version: nothing was written */
	public function updateFrom(Member $member, int $version): bool {
		return $this->atomic(function () use ($member, $version): bool {
			$moves = self::moves($member);
			$written = $this->members->updateFrom($member, $version);
			if ($written) {
				$this->written($member, $moves);
			}
			return $written;
		}, $this->db);
	}

	public function delete(Member $member): void {
		$this->atomic(function () use ($member): void {
			$this->remove($member);
			$this->members->delete($member);
		}, $this->db);
	}

	private function written(Member $member, bool $moves): void {
		$document = $this->documents->of($member);
		if ($document === null) {
			$this->remove($member);
			return;
		}
		$this->index->put($document);
		if ($moves) {
			$this->announceIfShown($member);
		}
	}

	/** A card that could not be found before, such as a paused one, was not shown either. */
	private function remove(Member $member): void {
		if ($this->index->remove(MemberIndex::TYPE, $member->ownerId())) {
			$this->public->dispatch(new CardWithdrawn($member->ownerId()));
		}
	}

	private function announceIfShown(Member $member): void {
		if ($member->isShown()) {
			$this->public->dispatch(new CardPublished($member->ownerId()));
		}
	}

	/** Whether it is shown from now on, or no longer. */
	private static function moves(Member $member): bool {
		return array_intersect_key($member->getUpdatedFields(), ['status' => true, 'suspended' => true]) !== [];
	}
}
