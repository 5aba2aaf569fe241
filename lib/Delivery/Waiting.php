<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * Something that waits for the next daily mail of an account. Like a notification it has a subject and an object, but no text.
 *
 * @method string getUid()
 * @method void setUid(string $uid)
 * @method string getKind()
 * @method void setKind(string $kind)
 * @method string getSubject()
 * @method void setSubject(string $subject)
 * @method string getObjectType()
 * @method void setObjectType(string $type)
 * @method string getObjectId()
 * @method void setObjectId(string $id)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 * @method ?string getMailedOn()
 * @method void setMailedOn(?string $day)
 */
class Waiting extends Entity {
	protected ?string $uid = null;
	protected ?string $kind = null;
	protected ?string $subject = null;
	protected ?string $objectType = null;
	protected ?string $objectId = null;
	protected ?int $createdAt = null;
	/** The day of the mail it is in. If it still exists after that mail, it is unknown whether the mail was sent. */
	protected ?string $mailedOn = null;

	public function __construct() {
		$this->addType('createdAt', Types::BIGINT);
	}

	public static function of(string $uid, Kind $kind, string $subject, string $type, string $id, int $now): self {
		$waiting = new self();
		$waiting->setUid($uid);
		$waiting->setKind($kind->value);
		$waiting->setSubject($subject);
		$waiting->setObjectType($type);
		$waiting->setObjectId($id);
		$waiting->setCreatedAt($now);
		return $waiting;
	}
}
