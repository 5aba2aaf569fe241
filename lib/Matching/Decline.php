<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A person does not want to be introduced to another. The other never learns of it: nothing they see depends on it.
 *
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method int getOtherId()
 * @method void setOtherId(int $id)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 */
class Decline extends Entity {
	protected ?int $memberId = null;
	protected ?int $otherId = null;
	protected ?int $createdAt = null;

	public function __construct() {
		$this->addType('memberId', Types::BIGINT);
		$this->addType('otherId', Types::BIGINT);
		$this->addType('createdAt', Types::BIGINT);
	}
}
