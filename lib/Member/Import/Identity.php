<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\CardKind;
use OCA\Reseau\Settings\NetworkHash;
use OCA\Reseau\Shared\Fold;

/**
 * The person a row is about, as a name that does not reveal them: a hash keyed with the network's key and the importing account. Another account gets other
 * names from the same file, so that no one finds out by trying addresses whether another import had them (docs/decisions/0011).
 */
class Identity {
	public function __construct(
		private readonly NetworkHash $hashes,
	) {
	}

	/**
	 * By the row's own id, otherwise by its mail address and name (a couple or an association may share an address), otherwise by name with organisation or,
	 * without one, the first territory. An organisation is never matched with a person of the same address or name.
	 *
	 * @param array<array-key, mixed> $row
	 * @return list<string> the name of its person, and the one that versions before 0.3 stored
	 */
	public function all(string $uid, array $row): array {
		$id = self::text($row['id'] ?? null);
		$email = self::email($row);
		$where = Fold::text(self::text($row['organisation'] ?? null));
		if ($where === '') {
			$place = is_array($row['territories'] ?? null) ? $row['territories'][0] ?? null : null;
			$where = is_array($place) ? self::text($place['kind'] ?? null) . ' ' . self::text($place['code'] ?? null) : '';
		}
		$person = match (true) {
			$id !== '' => ['id', $id],
			$email !== '' => ['mail', $email, self::nameOf($row)],
			default => ['name', Fold::text(self::text($row['name'] ?? null)), $where],
		};
		return $this->hash($uid, $row, $person);
	}

	/**
	 * By its mail address alone, as versions before 0.4 did: the card has this name only if its person does (sameName).
	 *
	 * @param array<array-key, mixed> $row
	 * @return list<string> empty where those versions went by something else
	 */
	public function byAddress(string $uid, array $row): array {
		$email = self::email($row);
		return self::text($row['id'] ?? null) !== '' || $email === '' ? [] : $this->hash($uid, $row, ['mail', $email]);
	}

	/** Whether two names have the same words, in any order: lists write the family name first or last. */
	public static function sameName(string $one, string $other): bool {
		return self::wordsOf($one) === self::wordsOf($other);
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @param list<string> $person
	 * @return list<string>
	 */
	private function hash(string $uid, array $row, array $person): array {
		if ($person[0] !== 'id' && ($row['kind'] ?? null) === CardKind::Organisation->value) {
			$person[] = CardKind::Organisation->value;
		}
		return $this->hashes->all('reseau import ' . json_encode([$uid, ...$person], JSON_THROW_ON_ERROR));
	}

	/** @param array<array-key, mixed> $row */
	private static function nameOf(array $row): string {
		return self::wordsOf(self::text($row['name'] ?? null));
	}

	private static function wordsOf(string $name): string {
		$words = preg_split('/\s+/', Fold::text($name), -1, PREG_SPLIT_NO_EMPTY) ?: [];
		sort($words);
		return implode(' ', $words);
	}

	/** @param array<array-key, mixed> $row */
	public static function email(array $row): string {
		$contact = is_array($row['contact'] ?? null) ? $row['contact'] : [];
		return mb_strtolower(self::text($contact['email'] ?? null));
	}

	private static function text(mixed $value): string {
		return is_string($value) ? trim($value) : '';
	}
}
