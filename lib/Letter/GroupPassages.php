<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupChronicle;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;

/** Groups that opened, look for something or were closed, which every member may know. */
class GroupPassages implements PassageSource {
	/** The server's time zone: a letter must not depend on whose request or job reads it. */
	private const NOBODY = '';

	public function __construct(
		private readonly GroupChronicle $groups,
		private readonly Days $days,
	) {
	}

	public function found(Viewer $viewer, Period $period): array {
		return [
			Passage::GROUP => $this->groups->openedBetween($period->begins, $period->ends, self::MOST),
			Passage::SEEKING => $this->groups->seeking(self::MOST),
			Passage::CLOSED => $this->groups->closedBetween($period->begins, $period->ends, self::MOST),
		];
	}

	public function read(array $ids, LetterWords $words): array {
		$groups = $this->groups->some(array_values(array_unique(array_merge([], ...array_map(static fn (string $kind): array => $ids[$kind] ?? [], [Passage::GROUP, Passage::SEEKING, Passage::CLOSED])))));
		$passages = [];
		foreach ($groups as $id => $group) {
			$is = static fn (string $kind): bool => in_array($id, $ids[$kind] ?? [], true);
			$closed = $group->is(Group::CLOSED);
			if ($is(Passage::GROUP) && $group->is(Group::ACTIVE, Group::DORMANT)) {
				$passages[] = self::passage(Passage::GROUP, $group, '', LetterWords::text($group->getPurpose()), (int)$group->getCreatedAt());
			}
			if ($is(Passage::SEEKING) && !$closed && trim((string)$group->getSeeks()) !== '') {
				$passages[] = self::passage(Passage::SEEKING, $group, '', LetterWords::text((string)$group->getSeeks()), (int)$group->getCreatedAt());
			}
			if ($is(Passage::CLOSED) && $closed) {
				$day = $group->getClosedAt() === null ? '' : $words->l->t('Closed on %s', [$words->day($this->days->of($group->getClosedAt(), self::NOBODY))]);
				$passages[] = self::passage(Passage::CLOSED, $group, $day, LetterWords::text($group->getPurpose()), (int)$group->getClosedAt());
			}
		}
		return $passages;
	}

	private static function passage(string $kind, Group $group, string $line, string $text, int $at): Passage {
		$id = (int)$group->getId();
		return new Passage(
			$kind,
			$id,
			LetterWords::plain($group->getTitle()),
			$line,
			$text,
			"groups/$id",
			$at,
			Reach::Members,
			'',
			['places' => $group->places(), 'terms' => $group->terms(), 'groups' => [$id]],
			static fn (Viewer $viewer): bool => $viewer->uid !== null,
			[LetterWords::plain($group->getTitle()), $text, (string)$at],
		);
	}
}
