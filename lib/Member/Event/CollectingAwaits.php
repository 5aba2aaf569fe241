<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** Somebody comes in: every domain adds what waits for them, as AWAITS of src/member/model.ts names it. */
class CollectingAwaits extends Event {
	/** @var list<array{kind: string, count: int}> */
	private array $lines = [];

	public function __construct(
		public readonly Viewer $viewer,
	) {
		parent::__construct();
	}

	/** Nothing waits where the count is 0. */
	public function add(string $kind, int $count): void {
		if ($count > 0) {
			$this->lines[] = ['kind' => $kind, 'count' => $count];
		}
	}

	/** @return list<array{kind: string, count: int}> */
	public function lines(): array {
		return $this->lines;
	}
}
