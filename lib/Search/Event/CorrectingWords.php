<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** Words of a search have no result and may be corrected: listeners name those that are right as they are. */
class CorrectingWords extends Event {
	/** @var array<string, true> the words that stay, folded */
	private array $right = [];

	/**
	 * @param string $type what is searched
	 * @param list<string> $words folded
	 */
	public function __construct(
		public readonly string $type,
		public readonly Viewer $viewer,
		public readonly array $words,
	) {
		parent::__construct();
	}

	public function keep(string $word): void {
		$this->right[$word] = true;
	}

	public function isKept(string $word): bool {
		return isset($this->right[$word]);
	}
}
