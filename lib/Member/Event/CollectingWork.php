<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** The home page is open: listeners add what is due in the groups of a person, and new files. It takes longer than the page, as Deck and Files are read. */
class CollectingWork extends Event {
	/** @var list<array<string, mixed>> WorkSchema of src/member/home/model.ts */
	public array $lines = [];

	public function __construct(
		public readonly Viewer $viewer,
	) {
		parent::__construct();
	}
}
