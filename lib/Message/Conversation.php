<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A conversation between two people, who are stored as its parties.
 *
 * @method string getAboutType()
 * @method void setAboutType(string $type)
 * @method int getAboutId()
 * @method void setAboutId(int $id)
 * @method string getState()
 * @method void setState(string $state)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method int getLastId()
 * @method void setLastId(int $id)
 * @method int getChangedAt()
 * @method void setChangedAt(int $time)
 * @method ?string getReportedBy()
 * @method void setReportedBy(?string $side)
 * @method ?string getMasked()
 * @method void setMasked(?string $masked)
 */
class Conversation extends Entity {
	public const MEMBER = 'member';
	/** A group: its people get the message together, and answer one by one. */
	public const GROUP = 'group';
	public const SHEET = 'sheet';

	public const OPEN = 'open';
	/** Closed by one of the two, who can reopen it. */
	public const CLOSED = 'closed';
	/** Stopped by the facilitators, after a report. */
	public const STOPPED = 'stopped';

	/** The addressee is the author of something anonymous, and is not named. */
	public const MASKED = 'masked';
	/** They were unnamed, and have revealed since who they are. */
	public const REVEALED = 'revealed';

	protected ?string $aboutType = null;
	protected ?int $aboutId = null;
	protected ?string $state = null;
	protected ?int $version = null;
	protected ?int $lastId = null;
	protected ?int $changedAt = null;
	protected ?string $reportedBy = null;
	protected ?string $masked = null;

	public function __construct() {
		foreach (['aboutId', 'lastId', 'changedAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
		$this->addType('version', Types::INTEGER);
	}

	public function is(string ...$states): bool {
		return in_array($this->getState(), $states, true);
	}

	public function isMasked(): bool {
		return $this->getMasked() === self::MASKED;
	}

	public function isReported(): bool {
		return $this->getReportedBy() !== null;
	}
}
