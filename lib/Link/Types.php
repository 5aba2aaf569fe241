<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Link\Event\CollectingTypes;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\IEventDispatcher;

/** Access to things of all linkable types. */
class Types {
	/** @var ?array<string, Linkable> */
	private ?array $types = null;

	public function __construct(
		private readonly IEventDispatcher $events,
	) {
	}

	public function of(ThingType $type): Linkable {
		return $this->all()[$type->value];
	}

	/** @return array<string, Linkable> by type, in the order of ThingType */
	public function all(): array {
		if ($this->types === null) {
			$event = new CollectingTypes();
			$this->events->dispatchTyped($event);
			$this->types = $event->types();
		}
		return $this->types;
	}

	/**
	 * The things among these that the viewer may see, with one query per type.
	 *
	 * @param list<Ref> $refs
	 * @return array<string, Thing> by Ref::key()
	 */
	public function known(Viewer $viewer, array $refs): array {
		$ids = [];
		foreach ($refs as $ref) {
			$ids[$ref->type->value][$ref->id] = $ref->id;
		}
		$known = [];
		foreach ($ids as $type => $numbers) {
			foreach ($this->all()[$type]->known($viewer, array_values($numbers)) as $thing) {
				$known[$thing->ref->key()] = $thing;
			}
		}
		return $known;
	}

	/**
	 * Things as shown to the viewer, in this order: the data for their lines is loaded by type, not one by one.
	 *
	 * @param list<Thing> $things
	 * @return list<array<string, mixed>> of ThingSchema
	 */
	public function present(array $things): array {
		$ids = [];
		foreach ($things as $thing) {
			$ids[$thing->ref->type->value][] = $thing->ref->id;
		}
		foreach ($ids as $type => $numbers) {
			$this->all()[$type]->expect($numbers);
		}
		return array_map(static fn (Thing $thing): array => $thing->present(), $things);
	}

	public function one(Viewer $viewer, Ref $ref): ?Thing {
		return $this->of($ref->type)->known($viewer, [$ref->id])[$ref->id] ?? null;
	}
}
