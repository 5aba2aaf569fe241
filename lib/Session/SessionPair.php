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
 * Two people in the room who would like to be introduced. If one of them has not agreed in front of the facilitator, that person is asked.
 *
 * @method int getSessionId()
 * @method void setSessionId(int $id)
 * @method int getOneId()
 * @method void setOneId(int $id)
 * @method int getOtherId()
 * @method void setOtherId(int $id)
 * @method ?string getMediatorUid()
 * @method void setMediatorUid(?string $uid)
 */
class SessionPair extends Entity {
	protected ?int $sessionId = null;
	protected ?int $oneId = null;
	protected ?int $otherId = null;
	protected ?string $mediatorUid = null;

	public function __construct() {
		foreach (['sessionId', 'oneId', 'otherId'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public static function of(int $sessionId, int $one, int $other, ?string $mediator): self {
		$pair = new self();
		$pair->setSessionId($sessionId);
		$pair->setMediatorUid($mediator);
		$pair->join($one, $other);
		return $pair;
	}

	/** Sets the two cards. */
	public function join(int $one, int $other): void {
		$this->setOneId(min($one, $other));
		$this->setOtherId(max($one, $other));
	}

	/** The card of the other person. */
	public function with(int $memberId): int {
		return $this->getOneId() === $memberId ? $this->getOtherId() : $this->getOneId();
	}
}
