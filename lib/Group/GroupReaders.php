<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Message\BulkTo;

/** The recipients of a message to a group. */
final class GroupReaders {
	/**
	 * @param list<Member> $people by name
	 * @param int $kept people who are left out: the writer keeps their cards
	 * @param ?string $obstacle why nothing can be written: one of GROUP_OBSTACLES of src/group/writing/model.ts; null: it can
	 */
	public function __construct(
		public readonly BulkTo $to,
		public readonly array $people,
		public readonly int $kept,
		public readonly ?string $obstacle,
	) {
	}

	/** @return list<int> */
	public function ids(): array {
		return array_map(static fn (Member $member): int => $member->ownerId(), $this->people);
	}
}
