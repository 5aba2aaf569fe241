<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription\Event;

use OCP\EventDispatcher\Event;

/** A person without an account opens their page: listeners add the sent letters that they may read. */
class CollectingLetters extends Event {
	/** @var list<array{string, string}> */
	private array $letters = [];

	public function __construct(
		public readonly int $subscriberId,
	) {
		parent::__construct();
	}

	/** @param string $words title and day, in the reader's language */
	public function add(string $words, string $url): void {
		$this->letters[] = [$words, $url];
	}

	/** @return list<array{string, string}> text and address of each, the last one first */
	public function all(): array {
		return $this->letters;
	}
}
