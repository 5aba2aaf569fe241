<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Board;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;

/**
 * The network's board templates. Until a person changes them nothing is stored: the browser has the initial ones (src/board/models.ts) and creates
 * the boards.
 *
 * @psalm-import-type Model from ModelRules
 * @psalm-type Models = array{version: int, models: ?list<Model>}
 */
class Models {
	/** How many versions are kept, to look back at after a mistake. */
	private const KEPT = 20;

	public function __construct(
		private readonly ModelListMapper $mapper,
		private readonly Network $network,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return Models version 0 and null: the initial ones */
	public function current(): array {
		$newest = $this->mapper->newest();
		return $newest === null
			? ['version' => 0, 'models' => null]
			: ['version' => $newest->getVersion(), 'models' => json_decode($newest->getModels(), true, 16, JSON_THROW_ON_ERROR)];
	}

	/**
	 * @param string $uid a facilitator of the network
	 * @param array<array-key, mixed> $input raw input: the `version` they were changed from, and all `models`; null: back to the initial ones
	 * @return Models
	 * @throws ReasonException not_yours · version_missing · those of ModelRules · stale_version with the `current` ones
	 */
	public function write(string $uid, array $input): array {
		$this->network->requireFacilitator($uid);
		$from = Input::version($input);
		$models = isset($input['models']) ? ModelRules::check($input['models']) : null;
		return $this->store($models, $from);
	}

	/**
	 * Stores templates that were checked.
	 *
	 * @param ?list<Model> $models null: the initial ones
	 * @param int $from the version they were changed from
	 * @return Models
	 * @throws ReasonException stale_version with the `current` ones
	 */
	public function store(?array $models, int $from): array {
		$current = $this->current();
		if ($current['version'] !== $from) {
			throw ReasonException::stale(current: $current);
		}
		$list = new ModelList();
		$list->setVersion($from + 1);
		$list->setModels(json_encode($models, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
		$list->setCreatedAt($this->clock->getTime());
		try {
			$this->mapper->insert($list);
		} catch (Exception $e) {
			// Another person saved this version at the same moment.
			throw $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? ReasonException::stale(current: $this->current()) : $e;
		}
		$this->mapper->deleteBefore($from + 2 - self::KEPT);
		return ['version' => $from + 1, 'models' => $models];
	}
}
