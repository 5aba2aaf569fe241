<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Import\KnownPeople;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/** Which people of a list of participants are already in the network, as far as one viewer may see (docs/decisions/0011). */
class FindPeople {
	/** Maximum in one request, as MINUTES_LIMITS of src/minutes/model.ts. */
	public const AT_ONCE = 500;

	public function __construct(
		private readonly KnownPeople $known,
		private readonly MemberPresenter $presenter,
	) {
	}

	/**
	 * @param mixed $people raw input: list of SoughtPersonSchema of src/minutes/model.ts
	 * @return list<array<string, mixed>> FoundPersonSchema
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many
	 */
	public function find(Viewer $viewer, mixed $people): array {
		$sought = array_map(AskedPerson::read(...), Fields::list($people, 'people', self::AT_ONCE), array_keys((array)$people));
		return array_map(fn (AskedPerson $person): array => [
			'key' => $person->key,
			'matches' => array_map(fn (array $match): array => [
				'member' => $this->presenter->summary($this->presenter->listed($viewer, $match[0])),
				'by' => $match[1],
			], $this->known->all($viewer, $person->name, $person->email)),
		], $sought);
	}
}
