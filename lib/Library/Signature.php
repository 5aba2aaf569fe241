<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A signature of a manifesto, for the version that was read: with an account, by mail, or on paper. The personal data of a person asked by mail is
 * stored encrypted until they answer, 30 days at most; a refusal leaves a hash, so that they are not asked again.
 *
 * @method int getSheetId()
 * @method void setSheetId(int $id)
 * @method string getHow()
 * @method void setHow(string $how)
 * @method string getState()
 * @method void setState(string $state)
 * @method string getHash()
 * @method void setHash(string $hash)
 * @method string getDay()
 * @method void setDay(string $day)
 * @method ?int getMemberId()
 * @method void setMemberId(?int $id)
 * @method ?string getName()
 * @method void setName(?string $name)
 * @method ?string getNote()
 * @method void setNote(?string $note)
 * @method ?string getData()
 * @method void setData(?string $encrypted)
 * @method ?string getPersonHash()
 * @method void setPersonHash(?string $hash)
 * @method ?string getTokenHash()
 * @method void setTokenHash(?string $hash)
 * @method ?string getByUid()
 * @method void setByUid(?string $uid)
 * @method ?int getExpiresAt()
 * @method void setExpiresAt(?int $time)
 */
class Signature extends Entity {
	public const ACCOUNT = 'account';
	public const MAIL = 'mail';
	public const PAPER = 'paper';

	public const SIGNED = 'signed';
	/** Asked by mail, no answer yet. */
	public const WAITING = 'waiting';
	/** Declined to sign this one. */
	public const REFUSED = 'refused';

	protected ?int $sheetId = null;
	protected ?string $how = null;
	protected ?string $state = null;
	/** SHA-256 of the text that was signed, in hexadecimal digits. */
	protected ?string $hash = null;
	/** YYYY-MM-DD */
	protected ?string $day = null;
	/** Of a person with an account, whose name is on their card. */
	protected ?int $memberId = null;
	protected ?string $name = null;
	/** Where the paper is stored. */
	protected ?string $note = null;
	protected ?string $data = null;
	/** Hash of their mail address, as in Refusals; for paper as in PaperSignature. */
	protected ?string $personHash = null;
	protected ?string $tokenHash = null;
	/** The account that asks by mail; null: it is deleted, or the request was answered. */
	protected ?string $byUid = null;
	protected ?int $expiresAt = null;

	public function __construct() {
		foreach (['sheetId', 'memberId', 'expiresAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public function is(string $state): bool {
		return $this->getState() === $state;
	}
}
