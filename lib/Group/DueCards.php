<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Board\Deck;
use OCA\Reseau\Board\DeckCard;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;

/** Deck cards that are late or due within a week on the boards of a person's groups, as far as Deck shows them; none for people who have never used Deck. */
class DueCards {
	private const WEEK = '+7 days';

	public function __construct(
		private readonly GroupMapper $groups,
		private readonly Deck $deck,
		private readonly Days $days,
	) {
	}

	/** @return list<array{card: DeckCard, group: int}> by day */
	public function of(Viewer $viewer): array {
		$uid = (string)$viewer->uid;
		$until = $this->days->today(self::WEEK, $uid);
		$due = [];
		foreach ($this->groups->findByIds(array_keys($viewer->groups)) as $group) {
			foreach ($group->getBoardId() === null ? [] : $this->deck->onBoard($uid, $group->getBoardId()) as $id => $card) {
				if ($card->due !== null && $card->due <= $until) {
					$due[$id] ??= ['card' => $card, 'group' => (int)$group->getId()];
				}
			}
		}
		usort($due, static fn (array $a, array $b): int => [$a['card']->due, $a['card']->id] <=> [$b['card']->due, $b['card']->id]);
		return $due;
	}
}
