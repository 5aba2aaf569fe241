<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * One thing in a letter: a passage about something of the network, or a free block. Of a passage, only the thing and the text that a facilitator shortened are
 * stored: its words are read when the letter is shown or sent, so that they disappear with their source.
 *
 * @method int getLetterId()
 * @method void setLetterId(int $id)
 * @method int getPlace()
 * @method void setPlace(int $place)
 * @method string getKind()
 * @method void setKind(string $kind)
 * @method ?int getObjectId()
 * @method void setObjectId(?int $id)
 * @method ?bool getTaken()
 * @method void setTaken(?bool $taken)
 * @method ?string getText()
 * @method void setText(?string $text)
 * @method ?string getHash()
 * @method void setHash(?string $hash)
 */
class LetterItem extends Entity {
	/** The kind of free blocks, next to the kinds of passages. */
	public const BLOCK = 'block';

	/** Hash of a source that had disappeared when the letter was sent: it does not appear later. */
	public const GONE = 'gone';

	protected ?int $letterId = null;
	/** From 0. */
	protected ?int $place = null;
	protected ?string $kind = null;
	protected ?int $objectId = null;
	protected ?bool $taken = null;
	/** Of a block: Markdown. Of a passage: the shortened text, if there is one. */
	protected ?string $text = null;
	/** Passage::hash() of the text that was shortened; once the letter is sent, of the text that was sent. */
	protected ?string $hash = null;

	public function __construct() {
		foreach (['letterId', 'objectId'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
		$this->addType('place', Types::INTEGER);
		$this->addType('taken', Types::BOOLEAN);
	}

	public function isBlock(): bool {
		return $this->getKind() === self::BLOCK;
	}

	public function isTaken(): bool {
		return $this->getTaken() === true;
	}

	/** Whether its source had disappeared when the letter was sent. */
	public function wasGone(): bool {
		return $this->getHash() === self::GONE;
	}

	/** A copy of the item, not stored yet. */
	public function copy(int $place): self {
		$copy = new self();
		$copy->setLetterId($this->getLetterId());
		$copy->setPlace($place);
		$copy->setKind($this->getKind());
		$copy->setObjectId($this->getObjectId());
		$copy->setTaken($this->getTaken());
		$copy->setText($this->getText());
		$copy->setHash($this->getHash());
		return $copy;
	}

	/** The key of a passage within a letter. */
	public function key(): string {
		return Passage::keyOf($this->getKind(), (int)$this->getObjectId());
	}
}
