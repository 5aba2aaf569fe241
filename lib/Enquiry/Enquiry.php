<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A message of a visitor of the public showcase.
 *
 * @method string getAboutType()
 * @method int getAboutId()
 * @method string getData()
 * @method string getTokenHash()
 * @method int getWrittenAt()
 * @method ?int getSentAt()
 * @method ?int getAnsweredAt()
 * @method ?string getAnsweredUid()
 * @method ?string getAnswer()
 */
class Enquiry extends Entity {
	/** Seconds for which it waits to be sent by the link in the visitor's email. */
	public const WAITS = 3 * 86_400;
	/** Seconds for which it is kept after it was sent, answered or not. */
	public const KEPT = 365 * 86_400;

	protected ?string $aboutType = null;
	protected ?int $aboutId = null;
	/** Name, address and text, encrypted. */
	protected ?string $data = null;
	/** Of the link in the visitor's email. */
	protected ?string $tokenHash = null;
	/** Of what was written, to whom and when about: pressed twice, it is one. */
	protected ?string $sameHash = null;
	/** Keyed hash of the mailbox: few emails are sent to one. */
	protected ?string $addressHash = null;
	/** Which of the few of its mailbox it is; null: it no longer counts. */
	protected ?int $slot = null;
	protected ?int $writtenAt = null;
	/** null: the visitor has not confirmed it yet, and nobody can read it. */
	protected ?int $sentAt = null;
	protected ?int $answeredAt = null;
	/** null: that account is gone. */
	protected ?string $answeredUid = null;
	/** Encrypted. */
	protected ?string $answer = null;

	public function __construct() {
		foreach (['aboutId', 'slot', 'writtenAt', 'sentAt', 'answeredAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public function id(): int {
		return (int)$this->getId();
	}

	public function type(): AboutType {
		return AboutType::from($this->getAboutType());
	}

	public function isSent(): bool {
		return $this->getSentAt() !== null;
	}

	/** Whether its link still works. */
	public function isThere(int $now): bool {
		return $this->isSent() || $this->getWrittenAt() >= $now - self::WAITS;
	}
}
