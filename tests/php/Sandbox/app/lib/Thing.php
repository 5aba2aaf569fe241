<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * @method string getOwnerUid()
 * @method void setOwnerUid(string $uid)
 * @method ?string getTitle()
 * @method void setTitle(?string $title)
 * @method ?bool isDone()
 * @method void setDone(?bool $done)
 */
class Thing extends Entity {
	protected $ownerUid = '';
	protected $title;
	protected $done;
	protected $note;

	public function __construct() {
		$this->addType('done', Types::BOOLEAN);
	}
}
