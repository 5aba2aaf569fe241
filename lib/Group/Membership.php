<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A member's part in a group. Only an active one counts for “people of my groups”; `untilDate` is a reminder and ends
 * nothing.
 *
 * @method int getGroupId()
 * @method void setGroupId(int $id)
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method ?string getRole()
 * @method void setRole(?string $role)
 * @method ?bool getFacilitates()
 * @method void setFacilitates(?bool $facilitates)
 * @method string getState()
 * @method void setState(string $state)
 * @method ?string getCommitment()
 * @method void setCommitment(?string $commitment)
 * @method ?string getFromDate()
 * @method void setFromDate(?string $date)
 * @method ?string getUntilDate()
 * @method void setUntilDate(?string $date)
 * @method ?string getLimits()
 * @method void setLimits(?string $limits)
 * @method ?string getLeftDate()
 * @method void setLeftDate(?string $date)
 * @method ?string getExitNote()
 * @method void setExitNote(?string $note)
 */
class Membership extends Entity {
	public const ACTIVE = 'active';
	public const LEFT = 'left';

	protected ?int $groupId = null;
	protected ?int $memberId = null;
	protected ?string $role = null;
	protected ?bool $facilitates = null;
	protected ?string $state = null;
	protected ?string $commitment = null;
	protected ?string $fromDate = null;
	protected ?string $untilDate = null;
	protected ?string $limits = null;
	protected ?string $leftDate = null;
	protected ?string $exitNote = null;

	public function __construct() {
		$this->addType('groupId', Types::BIGINT);
		$this->addType('memberId', Types::BIGINT);
		$this->addType('facilitates', Types::BOOLEAN);
	}
}
