<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link\Event;

use OCA\Reseau\Link\Kinds;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** A person looks around a thing they may see: the domains above Link add what is related to it without a link. */
class CollectingTies extends Event {
	/** @var list<Tie> */
	private array $ties = [];

	public function __construct(
		public readonly Viewer $viewer,
		public readonly Ref $subject,
		public readonly Kinds $kinds,
	) {
		parent::__construct();
	}

	/** @param Tie $tie of a requested kind; its words must contain only what the viewer may see; its end is checked later */
	public function add(Tie $tie): void {
		$this->ties[] = $tie;
	}

	/** @return list<Tie> */
	public function ties(): array {
		return $this->ties;
	}
}
