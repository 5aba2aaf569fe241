<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Token;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A one-time link by which a person takes over the card kept for them. Only a hash of its token is stored.
 *
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method string getTokenHash()
 * @method void setTokenHash(string $hash)
 * @method string getByUid()
 * @method void setByUid(string $uid)
 * @method int getExpiresAt()
 * @method void setExpiresAt(int $time)
 */
class Claim extends Entity {
	protected ?int $memberId = null;
	protected ?string $tokenHash = null;
	protected ?string $byUid = null;
	protected ?int $expiresAt = null;

	public function __construct() {
		$this->addType('memberId', Types::BIGINT);
		$this->addType('expiresAt', Types::BIGINT);
	}
}
