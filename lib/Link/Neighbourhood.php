<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Link\Event\CollectingTies;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\EventDispatcher\IEventDispatcher;

/** The things around a thing, through relations in the data and links people made, as far as a viewer may see them. */
class Neighbourhood {
	public function __construct(
		private readonly LinkMapper $links,
		private readonly LinkAccess $access,
		private readonly Types $types,
		private readonly LinkPresenter $presenter,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param ?NeighbourKind $kind only neighbours of this kind; null: all kinds except files
	 * @param int $most neighbours of a kind
	 * @param bool $besidePage without what the page of the subject itself shows
	 * @return array<string, mixed> NeighbourhoodSchema of src/link/model.ts
	 * @throws ReasonException not_found
	 */
	public function around(Viewer $viewer, Ref $subject, ?NeighbourKind $kind, int $most, bool $besidePage = false): array {
		$thing = $this->access->thing($viewer, $subject);
		$asked = Kinds::of($kind);
		$event = new CollectingTies($viewer, $subject, $asked);
		$this->events->dispatchTyped($event);
		$neighbours = [];
		foreach ([...$this->types->of($subject->type)->ties($viewer, $thing, $asked), ...$event->ties()] as $tie) {
			if ($besidePage && $tie->onPage !== null) {
				continue;
			}
			$neighbours[$tie->to->key()] ??= new Neighbour($tie->to);
			$neighbours[$tie->to->key()]->ties[] = $tie;
		}
		foreach ($this->links->rowsOf($subject) as $row) {
			$end = $row['a_type'] === $subject->type->value && (int)$row['a_id'] === $subject->id ? 'b' : 'a';
			$key = $row["{$end}_type"] . ':' . $row["{$end}_id"];
			$neighbours[$key] ??= new Neighbour(new Ref(ThingType::from($row["{$end}_type"]), (int)$row["{$end}_id"]));
			$neighbours[$key]->rows[] = $row;
		}
		unset($neighbours[$subject->key()]);
		$neighbours = array_filter($neighbours, static fn (Neighbour $one): bool => $asked->has($one->ref->type->kind()));
		$known = $this->types->known($viewer, array_values(array_map(static fn (Neighbour $one): Ref => $one->ref, $neighbours)));
		$kinds = [];
		foreach (array_intersect_key($neighbours, $known) as $key => $one) {
			$one->thing = $known[$key];
			$kinds[$one->ref->type->kind()->value][] = $one;
		}
		return $this->presenter->neighbourhood($viewer, $thing, array_map(self::ordered(...), $kinds), $most);
	}

	/**
	 * @param list<Neighbour> $neighbours
	 * @return list<Neighbour>
	 */
	private static function ordered(array $neighbours): array {
		$keys = array_map(static fn (Neighbour $one): string => $one->rank() . Fold::text((string)$one->thing?->title) . "\n" . $one->ref->key(), $neighbours);
		asort($keys, SORT_STRING);
		return array_map(static fn (int $i): Neighbour => $neighbours[$i], array_keys($keys));
	}
}
