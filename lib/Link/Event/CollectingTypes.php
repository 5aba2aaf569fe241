<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link\Event;

use OCA\Reseau\Link\Linkable;
use OCP\EventDispatcher\Event;

/** Collects the types of things that can be linked, each with its Linkable. */
class CollectingTypes extends Event {
	/** @var array<string, Linkable> */
	private array $types = [];

	public function add(Linkable ...$types): void {
		foreach ($types as $type) {
			$this->types[$type->type()->value] = $type;
		}
	}

	/** @return array<string, Linkable> by type */
	public function types(): array {
		return $this->types;
	}
}
