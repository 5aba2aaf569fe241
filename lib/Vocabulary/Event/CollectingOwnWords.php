<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary\Event;

use OCP\EventDispatcher\Event;

/** Collects custom words for a facilitator: only those this account may read. */
class CollectingOwnWords extends Event {
	/** @var list<array{list: string, words: list<array{word: string, count: int}>, count: int}> words of a list that are probably the same are grouped */
	public array $groups = [];

	/** Whether there are more than these. */
	public bool $more = false;

	public function __construct(
		public readonly string $uid,
	) {
		parent::__construct();
	}
}
