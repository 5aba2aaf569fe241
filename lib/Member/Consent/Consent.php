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
 * @method ?int getMemberId()
 * @method void setMemberId(?int $id)
 * @method ?int getSubscriberId()
 * @method void setSubscriberId(?int $id)
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
	/** A person wants the letter. The version is that of the text of the form. */
	public const LETTER = 'letter';
	/** A person without a working mail address wants it on paper, or read aloud. */
	public const LETTER_PAPER = 'letter_paper';
	/** They do not want it, or no longer want it. */
	public const LETTER_ENDED = 'letter_ended';
	/** Without an account, they want no more notices by mail, or want them again. */
	public const NOTICES_ENDED = 'notices_ended';
	public const NOTICES = 'notices';
	/** Without an account, they want no more mails of a conversation, whose number is stored as the version. */
	public const MESSAGES_ENDED = 'messages_ended';

	/** The person is in the public showcase, or no longer in it. */
	public const SHOWCASE = 'showcase';
	public const SHOWCASE_ENDED = 'showcase_ended';
	/** A group they facilitate is in the public showcase, or no longer in it; its id is stored as the version. */
	public const SHOWCASE_GROUP = 'showcase_group';
	public const SHOWCASE_GROUP_ENDED = 'showcase_group_ended';
	/** A sheet they wrote is in the public showcase, or no longer in it; the version is the id of its file. */
	public const SHOWCASE_SHEET = 'showcase_sheet';
	public const SHOWCASE_SHEET_ENDED = 'showcase_sheet_ended';

	/** A notice of theirs is in the public showcase, or no longer in it; its number is the version. */
	public const SHOWCASE_NOTICE = 'showcase_notice';
	public const SHOWCASE_NOTICE_ENDED = 'showcase_notice_ended';

	/** How the consent was given if it was not recorded in a person's words; ConsentWords translates it. */
	public const WRITTEN = 'written by the person';
	public const IN_THE_APP = 'chosen in the app';
	public const BY_LINK = 'answered by the link sent to their address';
	public const BROUGHT = 'brought with the network';
	public const SHEET_CHANGED = 'sheet changed';
	public const NOTICE_CHANGED = 'notice changed';
	public const WITHDRAWN = 'withdrawn';
	public const REFUSED = 'refused to be in the network';

	/** null: it belongs to a person who gets the letter, with or without a card. */
	protected ?int $memberId = null;
	protected ?int $subscriberId = null;
	protected ?string $what = null;
	protected ?string $version = null;
	protected ?string $how = null;
	protected ?string $givenOn = null;
	protected ?string $byUid = null;
	protected ?int $recordedAt = null;

	public function __construct() {
		$this->addType('memberId', Types::BIGINT);
		$this->addType('subscriberId', Types::BIGINT);
		$this->addType('recordedAt', Types::BIGINT);
	}

	/** @return array{what: string, version: string, how: string, date: string, by: ?string, recorded: string} as a person's export has it */
	public function exported(): array {
		return [
			'what' => $this->getWhat(),
			'version' => $this->getVersion() ?? '',
			'how' => $this->getHow(),
			'date' => $this->getGivenOn(),
			'by' => $this->getByUid(),
			'recorded' => gmdate(DATE_ATOM, $this->getRecordedAt()),
		];
	}

	/** @param string $date YYYY-MM-DD */
	public static function ofSubscriber(int $subscriberId, string $what, string $version, string $how, string $date, ?string $byUid, int $now): self {
		$consent = self::of(null, $what, $version, $how, $date, $byUid, $now);
		$consent->setSubscriberId($subscriberId);
		return $consent;
	}

	/** @param string $date YYYY-MM-DD */
	public static function of(?int $memberId, string $what, ?string $version, string $how, string $date, ?string $byUid, int $now): self {
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
