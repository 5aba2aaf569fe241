<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage\Event;

use OCP\EventDispatcher\Event;

/** A person without an account opens their page: listeners add the next dates of their groups. */
class CollectingDates extends Event {
	/** @var array<int, list<string>> sentences by number of the group, the next date first */
	private array $dates = [];

	/** @param list<int> $groups that the person is active in */
	public function __construct(
		public readonly int $memberId,
		public readonly array $groups,
	) {
		parent::__construct();
	}

	/** @param string $sentence what, when and where, in the reader's language */
	public function add(int $group, string $sentence): void {
		$this->dates[$group][] = $sentence;
	}

	/** @return list<string> */
	public function of(int $group): array {
		return $this->dates[$group] ?? [];
	}
}
