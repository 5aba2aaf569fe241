<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary\Event;

use OCP\EventDispatcher\Event;

/** A person opens the vocabulary: listeners whose objects have terms count how many this account may see. */
class CountingTerms extends Event {
	/** @var array<array-key, int> by id of the term */
	private array $counts = [];

	/**
	 * @param array<string, list<string>> $ids of the terms by list
	 */
	public function __construct(
		public readonly string $uid,
		public readonly array $ids,
	) {
		parent::__construct();
	}

	/** @param array<array-key, int> $counts by id of the term */
	public function add(array $counts): void {
		foreach ($counts as $id => $count) {
			$this->counts[$id] = ($this->counts[$id] ?? 0) + $count;
		}
	}

	public function count(string $id): int {
		return $this->counts[$id] ?? 0;
	}
}
