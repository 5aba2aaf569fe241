<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A meeting of a group. Days and times are in its time zone; without a time it takes whole days. The seconds since 1970 at which it starts and ends
 * follow from them: set both only by when().
 *
 * @method int getGroupId()
 * @method void setGroupId(int $id)
 * @method ?string getRef()
 * @method void setRef(?string $ref)
 * @method string getKeyHash()
 * @method void setKeyHash(string $hash)
 * @method ?string getTitle()
 * @method void setTitle(?string $title)
 * @method string getDay()
 * @method ?string getStartTime()
 * @method string getEndDay()
 * @method ?string getEndTime()
 * @method string getZone()
 * @method int getStartsAt()
 * @method int getEndsAt()
 * @method ?string getPlace()
 * @method void setPlace(?string $place)
 * @method ?string getAgenda()
 * @method void setAgenda(?string $agenda)
 * @method ?bool getShowcased()
 * @method void setShowcased(?bool $showcased)
 * @method ?string getByUid()
 * @method void setByUid(?string $uid)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 * @method int getUpdatedAt()
 * @method void setUpdatedAt(int $time)
 * @method ?int getCancelledAt()
 * @method void setCancelledAt(?int $time)
 */
class Meeting extends Entity {
	private const MIDNIGHT = '00:00';

	protected ?int $groupId = null;
	/** The name it has in files. */
	protected ?string $ref = null;
	protected ?string $keyHash = null;
	protected ?string $title = null;
	/** YYYY-MM-DD */
	protected ?string $day = null;
	/** HH:MM; null: whole days. */
	protected ?string $startTime = null;
	/** The last day: most often the first. */
	protected ?string $endDay = null;
	/** HH:MM; null: whole days, or an open end. */
	protected ?string $endTime = null;
	protected ?string $zone = null;
	protected ?int $startsAt = null;
	/** With an open end: when its day is over. */
	protected ?int $endsAt = null;
	protected ?string $place = null;
	/** Markdown */
	protected ?string $agenda = null;
	/** Its author chose to show it to visitors of the public showcase, while its group is there. */
	protected ?bool $showcased = null;
	/** The account that last wrote it; null: the account is deleted, or it came from a file. */
	protected ?string $byUid = null;
	protected ?int $version = null;
	protected ?int $createdAt = null;
	protected ?int $updatedAt = null;
	protected ?int $cancelledAt = null;

	public function __construct() {
		foreach (['groupId', 'startsAt', 'endsAt', 'createdAt', 'updatedAt', 'cancelledAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
		$this->addType('version', Types::INTEGER);
		$this->addType('showcased', Types::BOOLEAN);
	}

	public function when(string $day, ?string $time, string $endDay, ?string $endTime, string $zone): void {
		foreach (['day' => $day, 'startTime' => $time, 'endDay' => $endDay, 'endTime' => $endTime, 'zone' => $zone] as $field => $value) {
			$this->setter($field, [$value]);
		}
		$this->setter('startsAt', [Days::momentIn($zone, $day, $time ?? self::MIDNIGHT)]);
		$this->setter('endsAt', [$endTime === null
			? Days::momentIn($zone, Days::after($endDay, '+1 day'), self::MIDNIGHT)
			: Days::momentIn($zone, $endDay, $endTime)]);
	}

	public function takesWholeDays(): bool {
		return $this->getStartTime() === null;
	}

	/** When it ends; null: not specified. */
	public function end(): ?int {
		return $this->takesWholeDays() || $this->getEndTime() !== null ? $this->getEndsAt() : null;
	}

	public function isCancelled(): bool {
		return $this->getCancelledAt() !== null;
	}

	public function isOver(int $now): bool {
		return $this->getEndsAt() <= $now;
	}
}
