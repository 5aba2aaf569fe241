<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Member\Card\KeptMapper;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Shared\Audience\Owned;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** Cards for other domains, by id or account. */
class People {
	public function __construct(
		private readonly MemberMapper $members,
		private readonly KeptMapper $kept,
	) {
	}

	public function byId(int $id): ?Member {
		return $this->members->findById($id);
	}

	/** Locks these cards until the transaction ends, so that no one erases or changes them. Cards are locked before groups, never after. */
	public function hold(int ...$ids): void {
		$this->members->hold(...$ids);
	}

	public function byUid(string $uid): ?Member {
		return $this->members->findByUid($uid);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Member> by id; without missing ones
	 */
	public function byIds(array $ids): array {
		$people = [];
		foreach ($this->members->findByIds(array_values(array_unique($ids))) as $member) {
			$people[$member->ownerId()] = $member;
		}
		return $people;
	}

	/**
	 * Cards by id, with only identity and visibility; their content is not loaded.
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
	 * Identities, for hundreds of people together.
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
	 * Identities by account.
	 *
	 * @param list<string> $uids
	 * @return array<string, Person> without accounts that have no card
	 */
	public function personsOf(array $uids): array {
		$people = [];
		foreach ($this->members->rowsOfUids($uids) as $row) {
			$people[(string)$row['uid']] = Person::ofRow($row);
		}
		return $people;
	}

	/**
	 * @param list<string> $uids
	 * @return array<string, Member> by account; without accounts that have no card
	 */
	public function byUids(array $uids): array {
		$people = [];
		foreach ($this->members->findByUids($uids) as $member) {
			$people[(string)$member->getUid()] = $member;
		}
		return $people;
	}

	/** @return list<Member> cards of people without an account that have this mail address, in any case, by number */
	public function keptAt(string $address): array {
		return $this->kept->findAt($address);
	}

	/**
	 * Cards this viewer keeps for members who cannot be reached by mail: without an address, or one of these.
	 *
	 * @param list<int> $refused cards whose address the mail server refuses
	 * @param ?list<string|int> $after name and number of the last one
	 * @return list<Member> by name
	 */
	public function keptWithoutMail(Viewer $viewer, array $refused, ?array $after, int $limit): array {
		return $this->kept->findWithoutMail((string)$viewer->uid, $viewer->facilitator, $refused, $after, $limit);
	}

	/** @return list<Person> identities of people in the public showcase, by number: there may be thousands */
	public function showcased(): array {
		return array_map(Person::ofRow(...), $this->members->rowsShowcased());
	}

	/** @return list<Person> identities by number, after a number */
	public function after(int $id, int $limit): array {
		$rows = $this->members->rowsBriefly($this->members->idsAfter($id, $limit));
		usort($rows, static fn (array $a, array $b): int => (int)$a['id'] <=> (int)$b['id']);
		return array_map(Person::ofRow(...), $rows);
	}

	/**
	 * @param string $from YYYY-MM-DD
	 * @param string $until YYYY-MM-DD, the last day
	 * @return list<int> people whose cards are shown and who joined on these days, the newest first
	 */
	public function joinedBetween(string $from, string $until, int $most): array {
		return $this->members->idsJoined($from, $until, $most);
	}

	/** @return list<Member> cards of people with an account, by number, after a number */
	public function withAccounts(int $afterId, int $limit): array {
		return $this->members->findWithAccounts($afterId, $limit);
	}

	/** Whether this viewer may see the person at all. */
	public static function knows(Viewer $viewer, Owned $member): bool {
		return Visibility::relation($viewer, $member) !== null;
	}

	/** Whether the person can act here themselves: they have an account that can log in. */
	public static function acts(Member $member): bool {
		return $member->getUid() !== null && $member->getSuspended() !== true;
	}
}
