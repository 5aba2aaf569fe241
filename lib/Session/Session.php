<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A session in which people in a room name their needs and offers in turn, and a facilitator records them.
 *
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method ?string getPlace()
 * @method void setPlace(?string $place)
 * @method string getDay()
 * @method void setDay(string $day)
 * @method ?string getTalkUrl()
 * @method void setTalkUrl(?string $url)
 * @method string getState()
 * @method void setState(string $state)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method string getKeyHash()
 * @method void setKeyHash(string $hash)
 * @method int getTouchedAt()
 * @method void setTouchedAt(int $time)
 * @method ?bool getNotified()
 * @method void setNotified(?bool $notified)
 */
class Session extends Entity {
	public const OPEN = 'open';
	public const ENDED = 'ended';

	/** Days after the last change, when names without a card and rows without an answer are deleted. */
	public const DAYS = 30;

	protected ?string $title = null;
	protected ?string $place = null;
	/** YYYY-MM-DD, in the time zone of the room. */
	protected ?string $day = null;
	/** Address of its conversation in Talk. */
	protected ?string $talkUrl = null;
	protected ?string $state = null;
	protected ?int $version = null;
	protected ?string $keyHash = null;
	protected ?int $touchedAt = null;
	protected ?bool $notified = null;

	public function __construct() {
		$this->addType('version', Types::INTEGER);
		$this->addType('touchedAt', Types::BIGINT);
		$this->addType('notified', Types::BOOLEAN);
	}

	public function isOpen(): bool {
		return $this->getState() === self::OPEN;
	}

	/** Every change of a row or person is a change of the session, so that it is not ended from an older preview. */
	public function touch(int $now): void {
		$this->setVersion($this->getVersion() + 1);
		$this->setTouchedAt($now);
	}
}
