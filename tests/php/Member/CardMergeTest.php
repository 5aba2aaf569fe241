<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Claim\CardMerge;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Relation;
use PHPUnit\Framework\TestCase;

class CardMergeTest extends TestCase {
	public function testNothingIsLostAndNothingShownToMorePeople(): void {
		for ($seed = 1; $seed <= 300; $seed++) {
			mt_srand($seed);
			[$into, $from] = [$this->draw('a'), $this->draw('b')];
			$before = [$into->cardParts(), $from->cardParts()];
			$levels = [];
			foreach (Part::cases() as $part) {
				$levels[$part->value] = [$into->audienceOf($part), $from->audienceOf($part)];
			}
			CardMerge::merge($into, $from);
			self::assertSame('Nom b', $into->getName());
			$merged = $into->cardParts();
			foreach ($before as $parts) {
				foreach ($parts as $name => $value) {
					if (is_string($value)) {
						self::assertStringContainsString($value, $merged[$name], "seed $seed");
						continue;
					}
					foreach ($value as $entry) {
						self::assertContains($entry, $merged[$name], "seed $seed");
					}
				}
			}
			foreach (array_filter($merged, is_array(...)) as $list) {
				self::assertSame(array_unique($list, SORT_REGULAR), $list, "seed $seed: no doubles");
			}
			foreach (Part::cases() as $part) {
				foreach (Relation::cases() as $relation) {
					if ($relation->sees($into->audienceOf($part))) {
						self::assertTrue($relation->sees($levels[$part->value][0]) && $relation->sees($levels[$part->value][1]), "seed $seed");
					}
				}
			}
		}
	}

	private function draw(string $mark): Member {
		$member = new Member();
		$member->rename("Nom $mark");
		$parts = [];
		$levels = [];
		foreach (Part::ofCard() as $part) {
			if (mt_rand(0, 2) > 0) {
				$words = array_map(static fn (): string => ['commun', "$mark-propre", "$mark-autre"][mt_rand(0, 2)], range(0, 2));
				$parts[$part->value] = $part->kind()->isList() ? array_values(array_unique($words)) : $words[0];
			}
		}
		foreach (Part::cases() as $part) {
			$levels[$part->value] = Audience::cases()[mt_rand(0, 3)];
		}
		$member->writeCardParts($parts);
		$member->writeAudiences($levels);
		return $member;
	}
}
