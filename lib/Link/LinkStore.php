<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Relations;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;

/** Stores links, while nobody erases the cards at their ends. Nothing else makes them. */
class LinkStore {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly LinkMapper $links,
		private readonly People $people,
		private readonly Relations $relations,
		private readonly ITimeFactory $clock,
	) {
	}

	public function find(Ref $a, Ref $b, string $relation): ?Link {
		return $this->links->findSame(...$this->ordered($a, $b, $relation), relation: $relation);
	}

	/**
	 * @param ?string $author account; null: none
	 * @return array{Link, bool} the link, and whether it was not there before
	 * @throws ReasonException unknown_thing: the card at an end was erased meanwhile
	 */
	public function add(Ref $a, Ref $b, string $relation, ?string $author): array {
		try {
			return $this->atomicAgain(fn (): array => $this->insert($a, $b, $relation, $author), $this->db);
		} catch (Exception $e) {
			// Another person made it at the same moment.
			$same = $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->find($a, $b, $relation) : null;
			return [$same ?? throw $e, false];
		}
	}

	/** @return array{Link, bool} */
	private function insert(Ref $a, Ref $b, string $relation, ?string $author): array {
		$cards = array_map(static fn (Ref $end): int => $end->id, array_filter(['a' => $a, 'b' => $b], static fn (Ref $end): bool => $end->type === ThingType::Member));
		$this->people->hold(...array_values($cards));
		$there = $this->people->briefly(array_values($cards));
		foreach ($cards as $field => $id) {
			isset($there[$id]) || throw LinkAccess::unknown($field);
		}
		$same = $this->find($a, $b, $relation);
		if ($same !== null) {
			return [$same, false];
		}
		$link = Link::between(...$this->ordered($a, $b, $relation), relation: $relation);
		$link->setAuthorUid($author);
		$link->setCreatedAt($this->clock->getTime());
		return [$this->links->insert($link), true];
	}

	/** @return array{Ref, Ref} */
	private function ordered(Ref $a, Ref $b, string $relation): array {
		return Link::ordered($a, $b, $this->relations->isMutual($relation));
	}
}
