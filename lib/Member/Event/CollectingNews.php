<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** A person opens the home page: listeners add events of their groups. */
class CollectingNews extends Event {
	/** @var list<array<string, mixed>> NewsSchema of src/member/home/model.ts, the latest first */
	public array $news = [];

	public function __construct(
		public readonly Viewer $viewer,
	) {
		parent::__construct();
	}
}
