<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

/** What the recipe reads of a card, in the parts that the viewer may see. */
final class Portrait {
	public const BEGINNING = 2;

	/**
	 * @param list<Item> $seeks
	 * @param list<Item> $offers
	 * @param array<array-key, true> $field words of headline, trades, skills, organisation, role and drives
	 * @param array<array-key, array<string, true>> $fieldThemes words by theme that these mention, without drives
	 * @param array<array-key, mixed> $limits themes that the limits mention
	 * @param array<array-key, true> $sectors
	 * @param array<array-key, true> $departments
	 */
	public function __construct(
		public readonly array $seeks,
		public readonly array $offers,
		public readonly array $field,
		public readonly array $fieldThemes,
		public readonly array $limits,
		public readonly array $sectors,
		public readonly array $departments,
	) {
	}

	/** @return array<array-key, true> the first letters of what is sought, which stemming does not change */
	public function beginnings(): array {
		$beginnings = [];
		foreach ($this->seeks as $seek) {
			foreach ($seek->tokens as $token => $_) {
				$beginnings[substr((string)$token, 0, self::BEGINNING)] = true;
			}
		}
		return $beginnings;
	}

	/** @return array<array-key, true> all words of what the person seeks and offers, and of their field */
	public function words(): array {
		$words = $this->field;
		foreach ([...$this->seeks, ...$this->offers] as $item) {
			$words += $item->tokens;
		}
		return $words;
	}
}
