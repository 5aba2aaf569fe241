<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** The home page is open: what is due in the groups of a person, and which files are new? It takes longer than the page, as Deck and Files are asked. */
class CollectingWork extends Event {
	/** @var list<array<string, mixed>> WorkSchema of src/member/home/model.ts */
	public array $lines = [];

	public function __construct(
		public readonly Viewer $viewer,
	) {
		parent::__construct();
	}
}
