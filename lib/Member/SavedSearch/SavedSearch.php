<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\SavedSearch;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * Words and criteria of the directory that a person has saved.
 *
 * @method string getUid()
 * @method void setUid(string $uid)
 * @method string getName()
 * @method void setName(string $name)
 * @method string getCriteria()
 * @method void setCriteria(string $criteria)
 * @method string getHash()
 * @method void setHash(string $hash)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 */
class SavedSearch extends Entity {
	protected ?string $uid = null;
	protected ?string $name = null;
	protected ?string $criteria = null;
	protected ?string $hash = null;
	protected ?int $createdAt = null;

	public function __construct() {
		$this->addType('createdAt', Types::BIGINT);
	}
}
