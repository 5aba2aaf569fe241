<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Message\Side;
use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A proposal that two people meet. There is one at most for each pair. A decline is stored apart (Decline), since the person who proposed cannot see it.
 *
 * @method string getPair()
 * @method void setPair(string $pair)
 * @method int getFromId()
 * @method void setFromId(int $id)
 * @method int getToId()
 * @method void setToId(int $id)
 * @method string getState()
 * @method void setState(string $state)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method ?bool getMediated()
 * @method void setMediated(?bool $mediated)
 * @method ?string getMediatorUid()
 * @method void setMediatorUid(?string $uid)
 * @method ?int getConversationId()
 * @method void setConversationId(?int $id)
 * @method ?string getPlace()
 * @method void setPlace(?string $place)
 * @method ?string getMeetOn()
 * @method void setMeetOn(?string $day)
 * @method ?string getMeetAt()
 * @method void setMeetAt(?string $time)
 * @method ?string getLookBack()
 * @method void setLookBack(?string $day)
 * @method ?int getAskedAt()
 * @method void setAskedAt(?int $time)
 * @method ?string getWords()
 * @method void setWords(?string $encrypted)
 * @method int getChangedAt()
 * @method void setChangedAt(int $time)
 */
class Introduction extends Entity {
	public const PROPOSED = 'proposed';
	/** Both want to meet. */
	public const AGREED = 'agreed';
	/** Called off. */
	public const ENDED = 'ended';
	/** Both wanted to be introduced by a facilitator, and none took it on in time. */
	public const UNTAKEN = 'untaken';

	/** Days after which a proposal without an answer, or an introduction that no facilitator takes on, ends; and how long an end is shown. */
	public const DAYS = 28;

	protected ?string $pair = null;
	protected ?int $fromId = null;
	protected ?int $toId = null;
	protected ?string $state = null;
	protected ?int $version = null;
	protected ?bool $mediated = null;
	protected ?string $mediatorUid = null;
	protected ?int $conversationId = null;
	protected ?string $place = null;
	/** YYYY-MM-DD and HH:MM, in the time zone of the place. */
	protected ?string $meetOn = null;
	protected ?string $meetAt = null;
	/** YYYY-MM-DD */
	protected ?string $lookBack = null;
	protected ?int $askedAt = null;
	/** Encrypted by IntroductionWords. */
	protected ?string $words = null;
	protected ?int $changedAt = null;

	public function __construct() {
		foreach (['fromId', 'toId', 'conversationId', 'askedAt', 'changedAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
		$this->addType('version', Types::INTEGER);
		$this->addType('mediated', Types::BOOLEAN);
	}

	public static function proposed(int $from, int $to, bool $mediated, int $now): self {
		$introduction = new self();
		$introduction->join($from, $to);
		$introduction->setState(self::PROPOSED);
		$introduction->setVersion(1);
		$introduction->setMediated($mediated);
		$introduction->setChangedAt($now);
		return $introduction;
	}

	/** Sets the two people: the one who proposes, then the other. */
	public function join(int $from, int $to): void {
		$this->setFromId($from);
		$this->setToId($to);
		$this->setPair(self::pairOf($from, $to));
	}

	public static function pairOf(int $one, int $other): string {
		return min($one, $other) . ' ' . max($one, $other);
	}

	public function is(string ...$states): bool {
		return in_array($this->getState(), $states, true);
	}

	public function isMediated(): bool {
		return $this->getMediated() === true;
	}

	public function memberId(Side $side): int {
		return $side === Side::From ? $this->getFromId() : $this->getToId();
	}

	/** A proposal that was not answered in time no longer counts, and the daily job deletes it. */
	public function isOver(int $now): bool {
		return $this->is(self::PROPOSED) && $this->getChangedAt() < $now - self::DAYS * 86_400;
	}

	/** The two people meet at a place and a time. */
	public function isPlanned(): bool {
		return $this->getMeetOn() !== null;
	}

	/** @param string $today YYYY-MM-DD */
	public function isOutcomeDue(string $today): bool {
		return $this->is(self::AGREED) && ($this->getAskedAt() !== null || ($this->getLookBack() !== null && $this->getLookBack() <= $today));
	}
}
