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
 * A letter of the network, or a message to the statutory list, which is a title and a text. Once it is being sent nothing in it changes, so every reader gets
 * its state at the beginning.
 *
 * @method string getKind()
 * @method void setKind(string $kind)
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method ?string getFromDay()
 * @method void setFromDay(?string $day)
 * @method ?string getUntilDay()
 * @method void setUntilDay(?string $day)
 * @method string getReaders()
 * @method void setReaders(string $readers)
 * @method ?string getReadersOf()
 * @method void setReadersOf(?string $id)
 * @method string getLanguage()
 * @method void setLanguage(string $code)
 * @method ?string getEditorial()
 * @method void setEditorial(?string $markdown)
 * @method ?string getPicture()
 * @method void setPicture(?string $base64)
 * @method ?int getPictureFile()
 * @method void setPictureFile(?int $id)
 * @method ?string getPictureAlt()
 * @method void setPictureAlt(?string $text)
 * @method string getState()
 * @method void setState(string $state)
 * @method ?string getNote()
 * @method void setNote(?string $why)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method string getKeyHash()
 * @method void setKeyHash(string $hash)
 * @method int getChangedAt()
 * @method void setChangedAt(int $time)
 * @method ?int getSentAt()
 * @method void setSentAt(?int $time)
 * @method ?int getFileId()
 * @method void setFileId(?int $id)
 */
class Letter extends Entity {
	/** Kinds. */
	public const LETTER = 'letter';
	public const STATUTORY = 'statutory';

	/** States. */
	public const DRAFT = 'draft';
	public const SENDING = 'sending';
	/** Stopped by a facilitator, or because the mail server accepts no mails. */
	public const STOPPED = 'stopped';
	public const SENT = 'sent';

	protected ?string $kind = null;
	protected ?string $title = null;
	/** The period it covers; null in a statutory message. */
	protected ?string $fromDay = null;
	protected ?string $untilDay = null;
	/** Segment. */
	protected ?string $readers = null;
	protected ?string $readersOf = null;
	protected ?string $language = null;
	protected ?string $editorial = null;
	protected ?string $picture = null;
	protected ?int $pictureFile = null;
	protected ?string $pictureAlt = null;
	protected ?string $state = null;
	protected ?string $note = null;
	protected ?int $version = null;
	protected ?string $keyHash = null;
	protected ?int $changedAt = null;
	protected ?int $sentAt = null;
	protected ?int $fileId = null;
	/** Only LetterMapper writes these two. */
	protected ?string $leaseHolder = null;
	protected ?int $leaseUntil = null;

	public function __construct() {
		$this->addType('version', Types::INTEGER);
		foreach (['pictureFile', 'changedAt', 'sentAt', 'fileId', 'leaseUntil'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public function id(): int {
		return (int)$this->getId();
	}

	public function is(string ...$states): bool {
		return in_array($this->getState(), $states, true);
	}

	public function isStatutory(): bool {
		return $this->getKind() === self::STATUTORY;
	}

	public function segment(): Segment {
		return new Segment($this->getReaders(), (string)$this->getReadersOf());
	}

	public function hasPicture(): bool {
		return (string)$this->getPicture() !== '';
	}
}
