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
 * An account that has got daily mails.
 *
 * @method string getUid()
 * @method void setUid(string $uid)
 * @method ?string getDay()
 * @method void setDay(?string $day)
 * @method int getTriedAt()
 * @method void setTriedAt(int $time)
 * @method ?string getTokenHash()
 * @method void setTokenHash(?string $hash)
 * @method ?string getToken()
 * @method void setToken(?string $encrypted)
 * @method ?string getAddressHash()
 * @method void setAddressHash(?string $hash)
 */
class Recipient extends Entity {
	protected ?string $uid = null;
	/** Of their last mail, in their time zone. */
	protected ?string $day = null;
	/** When a mail to them was last attempted. */
	protected ?int $triedAt = null;
	/** The link in their mails: its hash, and the encrypted token for the next mail. */
	protected ?string $tokenHash = null;
	protected ?string $token = null;
	/** The address it was sent to: the link works while the account has this address. */
	protected ?string $addressHash = null;

	public function __construct() {
		$this->addType('triedAt', Types::BIGINT);
	}
}
