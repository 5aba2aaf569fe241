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
 * What a person offers, needs, calls for or wants to exchange, for a time. Read and write its JSON columns only through the typed methods below.
 *
 * @method ?string getRef()
 * @method void setRef(?string $ref)
 * @method string getKeyHash()
 * @method void setKeyHash(string $hash)
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method string getKind()
 * @method void setKind(string $kind)
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method ?string getText()
 * @method void setText(?string $text)
 * @method ?string getMode()
 * @method void setMode(?string $mode)
 * @method ?string getNeededBy()
 * @method void setNeededBy(?string $day)
 * @method ?string getFree()
 * @method void setFree(?string $text)
 * @method ?int getGroupId()
 * @method void setGroupId(?int $id)
 * @method ?int getOnlyGroup()
 * @method void setOnlyGroup(?int $id)
 * @method ?string getAbout()
 * @method void setAbout(?string $about)
 * @method ?string getFromPart()
 * @method void setFromPart(?string $part)
 * @method ?string getFromText()
 * @method void setFromText(?string $text)
 * @method ?string getSaidHow()
 * @method void setSaidHow(?string $how)
 * @method string getState()
 * @method void setState(string $state)
 * @method ?bool getStopped()
 * @method void setStopped(?bool $stopped)
 * @method string getUntilDay()
 * @method void setUntilDay(string $day)
 * @method ?string getOutcome()
 * @method void setOutcome(?string $text)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method int getPublishedAt()
 * @method void setPublishedAt(int $time)
 * @method ?int getDoneAt()
 * @method void setDoneAt(?int $time)
 * @method ?int getAskedAt()
 * @method void setAskedAt(?int $time)
 * @method ?string getTokenHash()
 * @method void setTokenHash(?string $hash)
 * @method ?bool getShowcased()
 * @method void setShowcased(?bool $showcased)
 */
class Notice extends Entity {
	public const OPEN = 'open';
	/** Closed by its author, who may have added the outcome. */
	public const DONE = 'done';
	/** Its time is over, or its author or a facilitator ended it. */
	public const ENDED = 'ended';
	/** Never stored: it is open, but the card of its author is not shown. */
	public const PAUSED = 'paused';
	/** The beginning of the key of an imported notice. */
	public const BROUGHT = 'brought-';

	protected ?string $ref = null;
	protected ?string $keyHash = null;
	protected ?int $memberId = null;
	protected ?string $kind = null;
	protected ?string $title = null;
	protected ?string $text = null;
	protected ?string $mode = null;
	protected ?string $neededBy = null;
	protected ?string $free = null;
	protected ?string $territories = null;
	protected ?string $terms = null;
	/** What its author says it is about (`about` of ItemSchema of src/member/model.ts). */
	protected ?string $about = null;
	protected ?int $groupId = null;
	protected ?int $onlyGroup = null;
	protected ?string $fromPart = null;
	protected ?string $fromText = null;
	/** How its person, who has no account, gave it to the keeper who recorded it: one of MessageRules::WAYS. */
	protected ?string $saidHow = null;
	protected ?string $state = null;
	/** Ended by a facilitator of the network. */
	protected ?bool $stopped = null;
	protected ?string $untilDay = null;
	protected ?string $outcome = null;
	protected ?int $version = null;
	protected ?int $publishedAt = null;
	/** Null for notices that were done before this was stored. */
	protected ?int $doneAt = null;
	protected ?int $askedAt = null;
	protected ?string $tokenHash = null;
	/** Its author put it into the public showcase. */
	protected ?bool $showcased = null;

	public function __construct() {
		$this->addType('stopped', Types::BOOLEAN);
		$this->addType('showcased', Types::BOOLEAN);
		$this->addType('version', Types::INTEGER);
		foreach (['memberId', 'groupId', 'onlyGroup', 'publishedAt', 'doneAt', 'askedAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public function is(string ...$states): bool {
		return in_array($this->getState(), $states, true);
	}

	/** A facilitator of the network ended it. */
	public function isStopped(): bool {
		return $this->getStopped() === true;
	}

	/** Whether it may be in the public showcase: it is open, and not only for the people of one group. */
	public function mayBePublic(): bool {
		return $this->is(self::OPEN) && $this->getOnlyGroup() === null;
	}

	/** It was imported by its author from a file, and not counted as published. */
	public function isBrought(): bool {
		return str_starts_with($this->getKeyHash(), self::BROUGHT);
	}

	/** @return list<array{code: string, kind: string, name: string}> */
	public function places(): array {
		return self::decode($this->territories);
	}

	/** @param list<array{code: string, kind: string, name: string}> $places */
	public function writePlaces(array $places): void {
		$this->setter('territories', [self::encode($places)]);
	}

	/** @return list<string> */
	public function words(): array {
		return self::decode($this->terms);
	}

	/** @param list<string> $words ids of terms */
	public function writeWords(array $words): void {
		$this->setter('terms', [self::encode($words)]);
	}

	/** The question whether it is still true belongs to one period: for the next one, its mail was not sent yet, and its link no longer works. */
	public function beginPeriod(string $until): void {
		$this->setUntilDay($until);
		$this->setAskedAt(null);
		$this->setTokenHash(null);
	}

	/** @return list<mixed> */
	private static function decode(?string $json): array {
		return json_decode($json ?? '[]', true, 8, JSON_THROW_ON_ERROR);
	}

	/** @param list<mixed> $value */
	private static function encode(array $value): string {
		return json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
	}
}
