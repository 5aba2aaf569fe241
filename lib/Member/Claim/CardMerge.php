<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Claim;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Part;

/** Merges two cards of the same person: nothing is lost, and no one sees more than before. */
final class CardMerge {
	/**
	 * @param Member $into the card that was kept for the person: it keeps its id, its texts come first
	 * @param Member $from the person's own: their name is kept
	 */
	public static function merge(Member $into, Member $from): void {
		$parts = $into->cardParts();
		foreach ($from->cardParts() as $name => $value) {
			$parts[$name] = isset($parts[$name]) ? self::both(Part::from($name), $parts[$name], $value) : $value;
		}
		$audiences = [];
		foreach (Part::cases() as $part) {
			$audiences[$part->value] = $into->audienceOf($part)->narrower($from->audienceOf($part));
		}
		$into->rename($from->getName());
		$into->writeCardParts($parts);
		$into->writeContactDetails($into->contactDetails() + $from->contactDetails());
		$into->writeAudiences($audiences);
		$into->setShowcased($into->getShowcased() === true && $from->getShowcased() === true ? true : null);
	}

	/**
	 * Joins lists without duplicates; a second text goes on a new line and is kept even if the two exceed the limit: the person shortens them.
	 */
	private static function both(Part $part, mixed $first, mixed $second): mixed {
		if (!$part->kind()->isList()) {
			return $first === $second ? $first : "$first\n$second";
		}
		$list = $first;
		foreach ($second as $entry) {
			if (!in_array($entry, $list, true)) {
				$list[] = $entry;
			}
		}
		return $list;
	}
}
