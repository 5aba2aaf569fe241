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
 * A person without an account was invited to a group. Their personal data is stored encrypted until they answer, 30 days at most; after that only
 * hashes are left, so that no one is asked twice.
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
	/** A mail was sent, or is being sent. */
	public const WAITING = 'waiting';
	/** There is no mail address: they are asked in another way. */
	public const BY_HAND = 'by_hand';
	public const ACCEPTED = 'accepted';
	/** Declined this group. People who want no questions at all are in Refusals, and leave nothing here. */
	public const DECLINED = 'declined';

	protected ?int $groupId = null;
	/** The card they have; for an accepted invitation, the card they joined with. */
	protected ?int $memberId = null;
	/** Hash of their mail address as in Refusals; without an address, of the other data about them. */
	protected ?string $personHash = null;
	protected ?string $phoneHash = null;
	protected ?string $tokenHash = null;
	protected ?string $data = null;
	protected ?string $state = null;
	/** The inviting account; null: it is deleted, the facilitators together ask. */
	protected ?string $byUid = null;
	protected ?int $madeAt = null;
	/** null while the mail is being handed over to the mail server. */
	protected ?int $sentAt = null;
	/** null once it was answered. */
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
