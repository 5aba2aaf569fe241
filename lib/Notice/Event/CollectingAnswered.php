<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice\Event;

use OCP\EventDispatcher\Event;

/** Which of some notices were answered otherwise than by a conversation: domains above add theirs. */
class CollectingAnswered extends Event {
	/** @var list<int> */
	public array $answered = [];

	/** @param list<int> $ids of the notices */
	public function __construct(
		public readonly array $ids,
	) {
		parent::__construct();
	}
}
