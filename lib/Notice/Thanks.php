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
 * A person thanked by a notice.
 *
 * @method int getNoticeId()
 * @method void setNoticeId(int $id)
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 */
class Thanks extends Entity {
	protected ?int $noticeId = null;
	protected ?int $memberId = null;

	public function __construct() {
		$this->addType('noticeId', Types::BIGINT);
		$this->addType('memberId', Types::BIGINT);
	}
}
