<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\WithoutMail;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A keeper has spoken with the person of a card, or written to them on paper.
 *
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method string getDay()
 * @method void setDay(string $day)
 * @method string getHow()
 * @method void setHow(string $how)
 * @method ?string getNote()
 * @method void setNote(?string $encrypted)
 * @method ?string getByUid()
 * @method void setByUid(?string $uid)
 * @method string getKeyHash()
 * @method void setKeyHash(string $hash)
 */
class Call extends Entity {
	protected ?int $memberId = null;
	/** YYYY-MM-DD */
	protected ?string $day = null;
	protected ?string $how = null;
	/** What they answered, encrypted. */
	protected ?string $note = null;
	/** null: that account is deleted. */
	protected ?string $byUid = null;
	/** Hash of the key that the browser made for it: sent twice, it is one call. */
	protected ?string $keyHash = null;

	public function __construct() {
		$this->addType('memberId', Types::BIGINT);
	}
}
