<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** A person opens the home page: every domain adds what waits for them, as named in AWAITS of src/member/model.ts. */
class CollectingAwaits extends Event {
	/** @var list<array{kind: string, count: int, group?: int, names?: list<string>}> */
	private array $lines = [];

	public function __construct(
		public readonly Viewer $viewer,
	) {
		parent::__construct();
	}

	/**
	 * Does nothing if the count is 0.
	 *
	 * @param list<int> $groups the groups concerned; if it is one, the line links to it
	 * @param list<string> $names of the people concerned, if the line names them
	 */
	public function add(string $kind, int $count, array $groups = [], array $names = []): void {
		if ($count > 0) {
			$this->lines[] = ['kind' => $kind, 'count' => $count] + (count($groups) === 1 ? ['group' => $groups[0]] : []) + ($names === [] ? [] : ['names' => $names]);
		}
	}

	/** @return list<array{kind: string, count: int, group?: int, names?: list<string>}> */
	public function lines(): array {
		return $this->lines;
	}
}
