<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * One entry of the record of consents; entries are added, never changed.
 *
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method string getWhat()
 * @method void setWhat(string $what)
 * @method ?string getVersion()
 * @method void setVersion(?string $version)
 * @method string getHow()
 * @method void setHow(string $how)
 * @method string getGivenOn()
 * @method void setGivenOn(string $date)
 * @method ?string getByUid()
 * @method void setByUid(?string $uid)
 * @method int getRecordedAt()
 * @method void setRecordedAt(int $time)
 */
class Consent extends Entity {
	/** The person consents to their card being kept and shown. */
	public const CARD = 'card';
	/** The person withdraws their consent. */
	public const CARD_ENDED = 'card_ended';
	/** The person accepts a version of the network's charter. */
	public const CHARTER = 'charter';
	/** A person without an account joins a group, whose id is stored as the version. */
	public const ENGAGEMENT = 'engagement';

	protected ?int $memberId = null;
	protected ?string $what = null;
	protected ?string $version = null;
	protected ?string $how = null;
	protected ?string $givenOn = null;
	protected ?string $byUid = null;
	protected ?int $recordedAt = null;

	public function __construct() {
		$this->addType('memberId', Types::BIGINT);
		$this->addType('recordedAt', Types::BIGINT);
	}

	/** @param string $date YYYY-MM-DD */
	public static function of(int $memberId, string $what, ?string $version, string $how, string $date, ?string $byUid, int $now): self {
		$consent = new self();
		$consent->setMemberId($memberId);
		$consent->setWhat($what);
		$consent->setVersion($version);
		$consent->setHow($how);
		$consent->setGivenOn($date);
		$consent->setByUid($byUid);
		$consent->setRecordedAt($now);
		return $consent;
	}
}
