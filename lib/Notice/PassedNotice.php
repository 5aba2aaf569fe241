<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A notice that a person without an account got by mail, and the link by which they read and answer it.
 *
 * @method int getNoticeId()
 * @method void setNoticeId(int $id)
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method string getTokenHash()
 * @method void setTokenHash(string $hash)
 * @method string getToken()
 * @method void setToken(string $encrypted)
 * @method string getAddressHash()
 * @method void setAddressHash(string $hash)
 * @method ?int getSentAt()
 * @method void setSentAt(?int $time)
 */
class PassedNotice extends Entity {
	protected ?int $noticeId = null;
	protected ?int $memberId = null;
	protected ?string $tokenHash = null;
	protected ?string $token = null;
	protected ?string $addressHash = null;
	/** When a keeper sent it as a separate mail; null: not yet. */
	protected ?int $sentAt = null;

	public function __construct() {
		foreach (['noticeId', 'memberId', 'sentAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}
}
