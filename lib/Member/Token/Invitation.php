<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Token;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A person without an account was asked by mail for their consent to the card kept for them. The link in the mail lets them see the card, agree, and
 * have it erased. Neither its token nor the address is stored, only a hash of each.
 *
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method string getTokenHash()
 * @method void setTokenHash(string $hash)
 * @method string getAddressHash()
 * @method void setAddressHash(string $hash)
 * @method int getMadeAt()
 * @method void setMadeAt(int $time)
 * @method ?int getSentAt()
 * @method void setSentAt(?int $time)
 * @method ?int getExpiresAt()
 * @method void setExpiresAt(?int $time)
 */
class Invitation extends Entity {
	protected ?int $memberId = null;
	protected ?string $tokenHash = null;
	protected ?string $addressHash = null;
	protected ?int $madeAt = null;
	/** null while the mail is being handed over to the mail server. */
	protected ?int $sentAt = null;
	/** null once the person has consented: from then on the link works as long as the card is kept. */
	protected ?int $expiresAt = null;

	public function __construct() {
		$this->addType('memberId', Types::BIGINT);
		$this->addType('madeAt', Types::BIGINT);
		$this->addType('sentAt', Types::BIGINT);
		$this->addType('expiresAt', Types::BIGINT);
	}
}
