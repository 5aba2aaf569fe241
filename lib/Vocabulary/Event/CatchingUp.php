<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary\Event;

use OCP\EventDispatcher\Event;

/** After a change that concerned many, the search is brought in step bit by bit: how much is left, and another bit done. */
class CatchingUp extends Event {
	private int $left = 0;

	/** @param bool $working false: only how much is left is asked */
	public function __construct(
		public readonly bool $working,
	) {
		parent::__construct();
	}

	public function add(int $left): void {
		$this->left += $left;
	}

	/** Rounded up to hundreds: exact numbers would tell how many wrote a word where others do not see it. */
	public function left(): int {
		return (int)ceil($this->left / 100) * 100;
	}
}
