<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A secret address at which a calendar reads the dates of an account, or of one of its groups. It is found by the hash of its token; the token is stored
 * encrypted as well, so that its owner can see it again.
 *
 * @method string getUid()
 * @method void setUid(string $uid)
 * @method int getGroupId()
 * @method void setGroupId(int $id)
 * @method int getEnteredAt()
 * @method void setEnteredAt(int $time)
 * @method string getTokenHash()
 * @method void setTokenHash(string $hash)
 * @method string getToken()
 * @method void setToken(string $encrypted)
 * @method int getMadeAt()
 * @method void setMadeAt(int $time)
 */
class Feed extends Entity {
	/** Of all groups, and everything else. */
	public const ALL = 0;

	protected ?string $uid = null;
	protected ?int $groupId = null;
	/** Since when its owner was in the group when it was made: after leaving the group it no longer works, even if they come back. */
	protected ?int $enteredAt = null;
	protected ?string $tokenHash = null;
	protected ?string $token = null;
	protected ?int $madeAt = null;

	public function __construct() {
		foreach (['groupId', 'enteredAt', 'madeAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}
}
