<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A person without an account was asked into a group. What tells who it is waits encrypted for their answer, 30 days at most; by then, or
 * once they have answered, hashes alone are left, by which nobody is asked twice.
 *
 * @method int getGroupId()
 * @method void setGroupId(int $id)
 * @method ?int getMemberId()
 * @method void setMemberId(?int $id)
 * @method string getPersonHash()
 * @method void setPersonHash(string $hash)
 * @method ?string getPhoneHash()
 * @method void setPhoneHash(?string $hash)
 * @method ?string getTokenHash()
 * @method void setTokenHash(?string $hash)
 * @method ?string getData()
 * @method void setData(?string $encrypted)
 * @method string getState()
 * @method void setState(string $state)
 * @method ?string getByUid()
 * @method void setByUid(?string $uid)
 * @method int getMadeAt()
 * @method void setMadeAt(int $time)
 * @method ?int getSentAt()
 * @method void setSentAt(?int $time)
 * @method ?int getExpiresAt()
 * @method void setExpiresAt(?int $time)
 */
class Ask extends Entity {
	/** A mail has left, or is leaving. */
	public const WAITING = 'waiting';
	/** There is nothing to write to: somebody asks them otherwise. */
	public const BY_HAND = 'by_hand';
	public const ACCEPTED = 'accepted';
	/** Said no to this group. Who wants to be asked nothing at all is in Member\Refusals, and leaves nothing here. */
	public const DECLINED = 'declined';

	protected ?int $groupId = null;
	/** The card they have; of an accepted one the card they came in with. */
	protected ?int $memberId = null;
	/** Of their mail address as in Member\Refusals; without one, of what else is known of them. */
	protected ?string $personHash = null;
	protected ?string $phoneHash = null;
	protected ?string $tokenHash = null;
	protected ?string $data = null;
	protected ?string $state = null;
	/** Who asks; null: the account is gone, the facilitators together do. */
	protected ?string $byUid = null;
	protected ?int $madeAt = null;
	/** null while the mail is being handed over to the mail server. */
	protected ?int $sentAt = null;
	/** null once it is answered. */
	protected ?int $expiresAt = null;

	public function __construct() {
		foreach (['groupId', 'memberId', 'madeAt', 'sentAt', 'expiresAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public function isOpen(int $now): bool {
		return in_array($this->getState(), [self::WAITING, self::BY_HAND], true) && (int)$this->getExpiresAt() >= $now;
	}
}
