<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Shared\Audience\Owned;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** Cards by what other domains hold of them: their numbers and accounts. */
class People {
	public function __construct(
		private readonly MemberMapper $members,
	) {
	}

	public function byId(int $id): ?Member {
		return $this->members->findById($id);
	}

	/** Nobody erases these cards, or changes them, until the transaction ends. They are held before groups are, never after. */
	public function hold(int ...$ids): void {
		$this->members->hold(...$ids);
	}

	public function byUid(string $uid): ?Member {
		return $this->members->findByUid($uid);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Member> by id; those that are gone are left out
	 */
	public function byIds(array $ids): array {
		$people = [];
		foreach ($this->members->findByIds(array_values(array_unique($ids))) as $member) {
			$people[$member->ownerId()] = $member;
		}
		return $people;
	}

	/**
	 * The same with nothing but who they are and whether they are shown; what their cards say is not read.
	 *
	 * @param list<int> $ids
	 * @return array<int, Member> by id
	 */
	public function briefly(array $ids): array {
		$people = [];
		foreach ($this->members->findBriefly(array_values(array_unique($ids))) as $member) {
			$people[$member->ownerId()] = $member;
		}
		return $people;
	}

	/**
	 * Who they are, for hundreds at once.
	 *
	 * @param list<int> $ids
	 * @return array<int, Person> by id
	 */
	public function persons(array $ids): array {
		$people = [];
		foreach ($this->members->rowsBriefly(array_values(array_unique($ids))) as $row) {
			$people[(int)$row['id']] = Person::ofRow($row);
		}
		return $people;
	}

	/**
	 * @param list<string> $uids
	 * @return array<string, Member> by account; those without a card are left out
	 */
	public function byUids(array $uids): array {
		$people = [];
		foreach ($this->members->findByUids($uids) as $member) {
			$people[(string)$member->getUid()] = $member;
		}
		return $people;
	}

	/** Whether this viewer may know of the person at all. */
	public static function knows(Viewer $viewer, Owned $member): bool {
		return Visibility::relation($viewer, $member) !== null;
	}

	/** Whether the person can do something here themselves: they have an account that can log in. */
	public static function acts(Member $member): bool {
		return $member->getUid() !== null && $member->getSuspended() !== true;
	}
}
