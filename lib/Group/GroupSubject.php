<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** The subjects and places of a group. */
class GroupSubject {
	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
	) {
	}

	/**
	 * Writes the given terms and places to the group; missing ones keep their value.
	 *
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · unknown_term · unknown_territory, each with its `field`
	 */
	public function write(Group $group, array $input): void {
		if (array_key_exists('terms', $input)) {
			$group->writeTerms($this->vocabulary->chosen($input['terms'], 'terms', GroupRules::LIMITS['terms'], $group->terms(), ...Vocabulary::SUBJECTS));
		}
		if (array_key_exists('territories', $input)) {
			$group->writePlaces($this->territories->places($input['territories'], 'territories', GroupRules::LIMITS['territories']));
		}
	}
}
