<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\Member;

/** What is stored about the people of some rows of a file, as StoredReader reads it. */
final class Stored {
	/**
	 * @param array<array-key, Member> $members by ref, without spaces at its end: on some databases these make no difference
	 * @param array<array-key, true> $accounts names of existing accounts
	 * @param array<array-key, true> $linked names of accounts that have a card
	 * @param array<array-key, true> $erased names of erased cards
	 * @param array<string, true> $refused hashes of contact details whose person does not want to be in the network
	 */
	public function __construct(
		private readonly array $members,
		private readonly array $accounts,
		private readonly array $linked,
		private readonly array $erased,
		public readonly array $refused,
	) {
	}

	public function member(string $ref): ?Member {
		return $this->members[rtrim($ref)] ?? null;
	}

	public function hasAccount(string $uid): bool {
		return isset($this->accounts[$uid]);
	}

	public function isLinked(string $uid): bool {
		return isset($this->linked[$uid]);
	}

	public function isErased(string ...$names): bool {
		return array_intersect_key($this->erased, array_flip($names)) !== [];
	}
}
