<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Relations;

/** Links and their ends, as a viewer may see them: the only way they leave the server. */
class LinkPresenter {
	public function __construct(
		private readonly LinkAccess $access,
		private readonly Types $types,
		private readonly Relations $relations,
		private readonly People $people,
		private readonly ReaderLanguage $language,
	) {
	}

	/** @return array<string, mixed> LinkSchema of src/link/model.ts */
	public function link(Link $link): array {
		return ['id' => (int)$link->getId(), 'a' => $link->a()->present(), 'b' => $link->b()->present(), 'relation' => $link->getRelation()];
	}

	/** @return list<array<string, mixed>> of RelationSchema */
	public function relations(): array {
		return $this->relations->present($this->language->code());
	}

	/**
	 * @param list<Thing> $things
	 * @return list<array<string, mixed>> of ThingSchema
	 */
	public function things(array $things): array {
		return $this->types->present($things);
	}

	/**
	 * @param array<string, list<Neighbour>> $kinds visible ones in order, by kind
	 * @param int $most of each kind
	 * @return array<string, mixed> NeighbourhoodSchema
	 */
	public function neighbourhood(Viewer $viewer, Thing $subject, array $kinds, int $most): array {
		$shown = array_map(static fn (array $all): array => array_slice($all, 0, $most), $kinds);
		$all = array_merge([], ...array_values($shown));
		$names = $this->names($viewer, $all, [$subject, ...array_map(static fn (Neighbour $one): Thing => $one->thing, array_merge([], ...array_values($kinds)))]);
		$parts = [];
		foreach (NeighbourKind::cases() as $kind) {
			if (isset($kinds[$kind->value])) {
				$parts[] = [
					'kind' => $kind->value,
					'total' => count($kinds[$kind->value]),
					'items' => array_map(fn (Neighbour $one): array => $one->thing->briefly() + ['bonds' => $this->bonds($viewer, $subject, $one, $names)], $shown[$kind->value]),
				];
			}
		}
		return [
			'subject' => $subject->present() + ['can' => $this->access->can($viewer, $subject)],
			'kinds' => $parts,
		];
	}

	/**
	 * @param array<string, array{id: int, name: string}> $names
	 * @return list<array<string, mixed>> of BondSchema
	 */
	private function bonds(Viewer $viewer, Thing $subject, Neighbour $one, array $names): array {
		/** @var Thing $thing */
		$thing = $one->thing;
		$bonds = array_map(
			static fn (Tie $tie): array => ['words' => $tie->words, 'link' => null] + ($tie->through === null ? [] : ['through' => $tie->through->present()]),
			$one->distinctTies(),
		);
		foreach ($one->rows as $row) {
			$inverse = $row['a_type'] !== $subject->ref->type->value || (int)$row['a_id'] !== $subject->ref->id;
			$bonds[] = [
				'words' => $this->relations->words($row['relation'], $inverse, $this->language->code()),
				'link' => [
					'id' => (int)$row['id'],
					'relation' => $row['relation'],
					'inverse' => $inverse,
					'by' => $names[$row['author_uid'] ?? ''] ?? null,
					'can' => ['remove' => LinkAccess::mayRemove($viewer, $row['author_uid'], $subject, $thing)],
				],
			];
		}
		return $bonds;
	}

	/**
	 * @param list<Neighbour> $neighbours
	 * @param list<Thing> $things things that the viewer was already shown
	 * @return array<string, array{id: int, name: string}> the creators of the neighbours' links, by account, if the viewer may see them
	 */
	private function names(Viewer $viewer, array $neighbours, array $things): array {
		$uids = $names = [];
		foreach ($neighbours as $one) {
			foreach ($one->rows as $row) {
				$uids[$row['author_uid'] ?? ''] = true;
			}
		}
		unset($uids['']);
		foreach ($things as $thing) {
			if ($thing->uid !== null && isset($uids[$thing->uid])) {
				$names[$thing->uid] = ['id' => $thing->ref->id, 'name' => $thing->title];
			}
		}
		foreach ($this->people->personsOf(array_map(strval(...), array_keys(array_diff_key($uids, $names)))) as $uid => $person) {
			if (People::knows($viewer, $person)) {
				$names[$uid] = ['id' => $person->ownerId(), 'name' => $person->name];
			}
		}
		return $names;
	}
}
