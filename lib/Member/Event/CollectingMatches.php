<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** A person opens the home page: who could they meet? */
class CollectingMatches extends Event {
	/** @var list<array<string, mixed>> MatchSchema of src/member/home/model.ts, the best first */
	public array $matches = [];

	public function __construct(
		public readonly Viewer $viewer,
		public readonly Member $own,
		public readonly int $most,
	) {
		parent::__construct();
	}
}
