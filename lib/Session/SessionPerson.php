<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A person in the room: with a card, or only a name in this session.
 *
 * @method int getSessionId()
 * @method void setSessionId(int $id)
 * @method ?int getMemberId()
 * @method void setMemberId(?int $id)
 * @method ?string getName()
 * @method void setName(?string $encrypted)
 * @method ?bool getAgreed()
 * @method void setAgreed(?bool $agreed)
 * @method ?bool getListed()
 * @method void setListed(?bool $listed)
 */
class SessionPerson extends Entity {
	protected ?int $sessionId = null;
	protected ?int $memberId = null;
	/** Encrypted by SessionWords; null with a card. */
	protected ?string $name = null;
	protected ?bool $agreed = null;
	protected ?bool $listed = null;

	public function __construct() {
		$this->addType('sessionId', Types::BIGINT);
		$this->addType('memberId', Types::BIGINT);
		$this->addType('agreed', Types::BOOLEAN);
		$this->addType('listed', Types::BOOLEAN);
	}

	/** Has no card, and agreed in the room to have one. */
	public function getsCard(): bool {
		return $this->getMemberId() === null && $this->getAgreed() === true;
	}

	/** Agreed to be on the printed list. */
	public function isListed(): bool {
		return $this->getListed() === true;
	}
}
