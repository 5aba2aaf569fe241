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
 * A mail of a letter to a reader, and its result. It contains neither an address nor a name.
 *
 * @method int getLetterId()
 * @method void setLetterId(int $id)
 * @method int getReaderId()
 * @method void setReaderId(int $id)
 * @method string getState()
 * @method void setState(string $state)
 * @method ?string getReason()
 * @method void setReason(?string $reason)
 * @method ?string getRun()
 * @method void setRun(?string $run)
 */
class LetterMail extends Entity {
	public const WAITING = 'waiting';
	/** Stored before the mail is handed to the mail server. */
	public const BEGUN = 'begun';
	public const SENT = 'sent';
	public const REFUSED = 'refused';
	/** The run ended between the two: it is unknown whether the mail was sent, so it is not sent again automatically. */
	public const PERHAPS = 'perhaps';
	/** They have left since, or no longer have an address. */
	public const LEFT = 'left';

	/** The letter contained nothing that they may see. */
	public const NOTHING = 'nothing';

	/** In the order of a report. */
	public const STATES = [self::WAITING, self::BEGUN, self::SENT, self::REFUSED, self::PERHAPS, self::LEFT, self::NOTHING];

	protected ?int $letterId = null;
	protected ?int $readerId = null;
	protected ?string $state = null;
	/** Why it was refused: a word of REFUSALS in src/letter/model.ts. */
	protected ?string $reason = null;
	protected ?string $run = null;

	public function __construct() {
		foreach (['letterId', 'readerId'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}
}
