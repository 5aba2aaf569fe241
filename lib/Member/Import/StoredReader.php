<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\ErasedMapper;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCP\IUserManager;

/** Reads what is stored about the people of many rows of a file by as many statements as about one. */
class StoredReader {
	public function __construct(
		private readonly MemberMapper $members,
		private readonly ErasedMapper $erased,
		private readonly Refusals $refusals,
		private readonly IUserManager $users,
	) {
	}

	/** @param list<array{string, array<array-key, mixed>}> $rows ref and a member as in the format of members.json */
	public function of(array $rows): Stored {
		$members = $own = $accounts = $names = $contacts = [];
		foreach ($this->members->findByRefs(array_column($rows, 0)) as $member) {
			$members[rtrim((string)$member->getRef())] = $member;
		}
		foreach ($rows as [$ref, $row]) {
			$account = self::account($ref, $row);
			$own[] = $account;
			$accounts[$account ?? ''] = true;
			$accounts[is_string($row['steward'] ?? null) ? $row['steward'] : ''] = true;
			array_push($names, ...self::names($ref, $row));
			$contacts[] = self::contact($row);
		}
		$accounts = array_filter($accounts, fn (string|int $uid): bool => $uid !== '' && $this->users->userExists((string)$uid), ARRAY_FILTER_USE_KEY);
		$own = array_filter($own, static fn (?string $uid): bool => $uid !== null && isset($accounts[$uid]));
		$linked = [];
		foreach ($this->members->findByUids(array_values($own)) as $member) {
			$linked[(string)$member->getUid()] = true;
		}
		return new Stored($members, $accounts, $linked, array_fill_keys($this->erased->among(...$names), true), $this->refusals->among(...$contacts));
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @return ?string the account a row says its person has
	 */
	public static function account(string $ref, array $row): ?string {
		return ($row['account'] ?? false) === true ? self::name($ref, $row) : null;
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @return list<string> the names under which an erased card of this person would be remembered
	 */
	public static function names(string $ref, array $row): array {
		return [$ref, self::name($ref, $row), ...ErasedMapper::address($row['contact']['email'] ?? null)];
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @return array<array-key, string>
	 */
	public static function contact(array $row): array {
		return array_filter((array)($row['contact'] ?? []), is_string(...));
	}

	/** @param array<array-key, mixed> $row */
	private static function name(string $ref, array $row): string {
		return is_string($row['uid'] ?? null) ? $row['uid'] : $ref;
	}
}
