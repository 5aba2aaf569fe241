<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\Indexable;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * The search terms of a group: its title, purpose and mandate, what it looks for, its subjects and places, which every account may read. Its people
 * are not indexed, because some viewers may not see them.
 */
class GroupIndex implements Indexable {
	public const TYPE = 'group';

	private const TITLE_WEIGHT = 9;
	private const PURPOSE_WEIGHT = 5;
	private const SEEKS_WEIGHT = 4;
	private const PLACE_WEIGHT = 4;
	/** A place that contains the given one. */
	private const AROUND_WEIGHT = 3;
	/** The tasks of the group count more than what it excludes, and than the groups it works with. */
	private const MANDATE_WEIGHTS = ['mayAdvance' => 3, 'mustNot' => 1, 'with' => 2];
	private const NAME_LENGTH = 180;

	public function __construct(
		private readonly GroupMapper $groups,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
	) {
	}

	public function type(): string {
		return self::TYPE;
	}

	public function count(): int {
		return count($this->groups->column('title'));
	}

	public function idsAfter(int $id, int $limit): array {
		// A network has hundreds of groups at most.
		$after = array_filter(array_keys($this->groups->column('title')), static fn (int $one): bool => $one > $id);
		return array_slice(array_values($after), 0, $limit);
	}

	public function documents(array $ids): array {
		return array_map($this->of(...), $this->groups->findByIds($ids));
	}

	public function of(Group $group): Document {
		$all = $group->isPublic() ? Audience::Public : Audience::Members;
		$name = mb_substr(Fold::text($group->getTitle()), 0, self::NAME_LENGTH);
		// No member has the number 0: nothing here is for the groups of a member.
		$document = new Document(self::TYPE, (int)$group->getId(), 0, $all, $name, (int)$group->getCreatedAt());
		$document->text('title', $group->getTitle(), $all, self::TITLE_WEIGHT);
		$document->text('purpose', $group->getPurpose(), $all, self::PURPOSE_WEIGHT);
		$mandate = $group->mandate();
		foreach (self::MANDATE_WEIGHTS as $part => $weight) {
			// The showcase does not show the mandate, which may name people.
			$document->text($part, implode("\n", $mandate[$part]), Audience::Members, $weight);
		}
		$document->text('seeks', (string)$group->getSeeks(), $all, self::SEEKS_WEIGHT);
		foreach ($this->vocabulary->resolveAll($group->terms()) as $term) {
			$document->term('term', $term, $all);
		}
		foreach ($group->places() as $place) {
			foreach ($this->territories->around($place['kind'], $place['code']) as $i => $territory) {
				$document->term('territory', "{$territory['kind']}:{$territory['code']}", $all);
				$document->text('territories', $territory['name'], $all, $i === 0 ? self::PLACE_WEIGHT : self::AROUND_WEIGHT);
			}
		}
		return $document;
	}
}
