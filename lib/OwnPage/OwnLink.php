<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A link to the page of a person without an account, as it was mailed to them. It has either a memberId or a subscriberId.
 *
 * @method string getTokenHash()
 * @method void setTokenHash(string $hash)
 * @method ?int getMemberId()
 * @method void setMemberId(?int $id)
 * @method ?int getSubscriberId()
 * @method void setSubscriberId(?int $id)
 * @method string getAddressHash()
 * @method void setAddressHash(string $hash)
 * @method int getExpiresAt()
 * @method void setExpiresAt(int $time)
 */
class OwnLink extends Entity {
	protected ?string $tokenHash = null;
	protected ?int $memberId = null;
	protected ?int $subscriberId = null;
	protected ?string $addressHash = null;
	protected ?int $expiresAt = null;

	public function __construct() {
		foreach (['memberId', 'subscriberId', 'expiresAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}
}
