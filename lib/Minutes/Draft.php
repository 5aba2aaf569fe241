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
 * Minutes under review, as a facilitator's browser writes them: text, corrections, people and their addresses. All of it is encrypted.
 *
 * @method string getUid()
 * @method void setUid(string $uid)
 * @method ?string getFromUid()
 * @method void setFromUid(?string $uid)
 * @method string getName()
 * @method void setName(string $encrypted)
 * @method string getContent()
 * @method void setContent(string $encrypted)
 * @method ?int getMinutesId()
 * @method void setMinutesId(?int $id)
 * @method string getKeyHash()
 * @method void setKeyHash(string $hash)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method int getChangedAt()
 * @method void setChangedAt(int $time)
 */
class Draft extends Entity {
	/** How long an unchanged draft is kept. */
	public const DAYS = 30;

	/** The account that has it: no one else may know of it. */
	protected ?string $uid = null;
	/** The account that passed it on. */
	protected ?string $fromUid = null;
	protected ?string $name = null;
	/** Not loaded for lists. */
	protected ?string $content = null;
	/** The import that was made from it. */
	protected ?int $minutesId = null;
	protected ?string $keyHash = null;
	protected ?int $version = null;
	protected ?int $changedAt = null;

	public function __construct() {
		$this->addType('minutesId', Types::BIGINT);
		$this->addType('version', Types::INTEGER);
		$this->addType('changedAt', Types::BIGINT);
	}

	/** @return int seconds since 1970 */
	public function until(): int {
		return $this->getChangedAt() + self::DAYS * 86_400;
	}
}
