<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Shared\Fold;
use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A person to whom the network sends mails to many: an account, the person of a kept card, or an address alone. The table has exactly one of uid,
 * member_id and address_key.
 *
 * @method ?string getUid()
 * @method void setUid(?string $uid)
 * @method ?int getMemberId()
 * @method void setMemberId(?int $id)
 * @method ?string getAddressKey()
 * @method void setAddressKey(?string $hash)
 * @method ?string getAddress()
 * @method void setAddress(?string $encrypted)
 * @method ?string getAddressHash()
 * @method void setAddressHash(?string $hash)
 * @method ?string getName()
 * @method void setName(?string $name)
 * @method ?string getSortName()
 * @method void setSortName(?string $name)
 * @method ?string getState()
 * @method void setState(?string $state)
 * @method ?string getWhy()
 * @method void setWhy(?string $why)
 * @method ?string getSaidOn()
 * @method void setSaidOn(?string $day)
 * @method ?string getManner()
 * @method void setManner(?string $manner)
 * @method ?int getSaidAt()
 * @method void setSaidAt(?int $time)
 * @method ?string getTokenHash()
 * @method void setTokenHash(?string $hash)
 * @method ?string getToken()
 * @method void setToken(?string $encrypted)
 * @method ?int getAskedUntil()
 * @method void setAskedUntil(?int $time)
 * @method ?int getMailedAt()
 * @method void setMailedAt(?int $time)
 * @method ?int getMails()
 * @method void setMails(?int $count)
 * @method ?int getPageMailedAt()
 * @method void setPageMailedAt(?int $time)
 * @method ?int getPageMails()
 * @method void setPageMails(?int $count)
 * @method ?string getRefusedHash()
 * @method void setRefusedHash(?string $hash)
 */
class Subscriber extends Entity {
	/** They get the letter. */
	public const ON = 'on';
	/** They decided against the letter, or no longer want it. */
	public const OFF = 'off';

	protected ?string $uid = null;
	protected ?int $memberId = null;
	protected ?string $addressKey = null;
	protected ?string $address = null;
	protected ?string $addressHash = null;
	protected ?string $name = null;
	protected ?string $sortName = null;
	/** null: they have not decided. */
	protected ?string $state = null;
	protected ?string $why = null;
	protected ?string $saidOn = null;
	protected ?string $manner = null;
	protected ?int $saidAt = null;
	protected ?string $tokenHash = null;
	protected ?string $token = null;
	protected ?int $askedUntil = null;
	protected ?int $mailedAt = null;
	protected ?int $mails = null;
	/** The number of mails with the link of their page. */
	protected ?int $pageMailedAt = null;
	protected ?int $pageMails = null;
	protected ?string $refusedHash = null;

	public function __construct() {
		foreach (['memberId', 'saidAt', 'askedUntil', 'mailedAt', 'pageMailedAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
		$this->addType('mails', Types::INTEGER);
		$this->addType('pageMails', Types::INTEGER);
	}

	public function id(): int {
		return (int)$this->getId();
	}

	/** For lists by name. */
	public static function sortNameOf(string $name): string {
		return mb_substr(Fold::text($name), 0, 255);
	}

	public function gets(): bool {
		return $this->getState() === self::ON;
	}

	/** Whether they want it on paper, or read aloud, and not by mail. */
	public function isOnPaper(): bool {
		return $this->gets() && $this->getWhy() === Why::Paper->value;
	}

	/** Whether they were asked if they want the letter. */
	public function isAsked(int $now): bool {
		return $this->getAskedUntil() !== null && $this->getAskedUntil() >= $now;
	}
}
