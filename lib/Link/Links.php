<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Vocabulary\Relations;

/** Links for the domains above: links between given types of things, and cleanup for deleted things and accounts. */
class Links {
	public function __construct(
		private readonly LinkMapper $links,
		private readonly Relations $relations,
	) {
	}

	/**
	 * Links between things of these types, oldest first. The caller checks which ends a person may see.
	 *
	 * @return list<array{a: Ref, b: Ref, relation: string}>
	 */
	public function among(ThingType ...$types): array {
		return array_map(static fn (array $row): array => [
			'a' => new Ref(ThingType::from($row['a_type']), (int)$row['a_id']),
			'b' => new Ref(ThingType::from($row['b_type']), (int)$row['b_id']),
			'relation' => (string)$row['relation'],
		], $this->links->rowsAmong(array_map(static fn (ThingType $type): string => $type->value, array_values($types))));
	}

	/** A thing is permanently deleted. */
	public function forget(Ref $thing): void {
		$this->links->deleteOf($thing);
	}

	/** A thing is replaced by another: links that would be duplicates or point to themselves are deleted. */
	public function move(Ref $from, Ref $into): void {
		foreach ($this->links->findOf($from) as $link) {
			[$a, $b] = Link::ordered(
				$link->a()->is($from) ? $into : $link->a(),
				$link->b()->is($from) ? $into : $link->b(),
				$this->relations->isMutual($link->getRelation()),
			);
			if ($a->is($b) || $this->links->findSame($a, $b, $link->getRelation()) !== null) {
				$this->links->delete($link);
				continue;
			}
			$link->join($a, $b);
			$this->links->update($link);
		}
	}

	/** The account is deleted: its links are kept, without a name. */
	public function forgetAccount(string $uid): void {
		$this->links->clearAuthor($uid);
	}
}
