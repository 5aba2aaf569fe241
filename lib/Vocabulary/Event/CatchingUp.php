<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary\Event;

use OCP\EventDispatcher\Event;

/** After a change with many effects, the search index is updated in steps: reports how much is left, and does another step. */
class CatchingUp extends Event {
	private int $left = 0;

	/** @param bool $working false: only report how much is left */
	public function __construct(
		public readonly bool $working,
	) {
		parent::__construct();
	}

	public function add(int $left): void {
		$this->left += $left;
	}

	/** Rounded up to hundreds: exact numbers would reveal how many people wrote a word that others cannot see. */
	public function left(): int {
		return (int)ceil($this->left / 100) * 100;
	}
}
