<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Board;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * The network's board templates after one change. A row is never changed.
 *
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method string getModels()
 * @method void setModels(string $json)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $createdAt)
 */
class ModelList extends Entity {
	/** Counted from 1. */
	protected ?int $version = null;
	/** JSON: a list as ModelRules::check() returns it. */
	protected ?string $models = null;
	protected ?int $createdAt = null;

	public function __construct() {
		$this->addType('version', Types::INTEGER);
		$this->addType('createdAt', Types::INTEGER);
	}
}
