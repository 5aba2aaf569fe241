<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A member's membership in a group. Only an active one counts for “people of my groups”; `untilDate` is a reminder and ends nothing.
 *
 * @method int getGroupId()
 * @method void setGroupId(int $id)
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method ?string getRole()
 * @method void setRole(?string $role)
 * @method ?bool getFacilitates()
 * @method void setFacilitates(?bool $facilitates)
 * @method ?string getFacilitatesUntil()
 * @method void setFacilitatesUntil(?string $date)
 * @method string getState()
 * @method void setState(string $state)
 * @method ?string getCommitment()
 * @method void setCommitment(?string $commitment)
 * @method ?string getHours()
 * @method void setHours(?string $hours)
 * @method ?string getFromDate()
 * @method void setFromDate(?string $date)
 * @method ?string getUntilDate()
 * @method void setUntilDate(?string $date)
 * @method ?string getLimits()
 * @method void setLimits(?string $limits)
 * @method ?int getInvitedAt()
 * @method void setInvitedAt(?int $time)
 * @method ?string getInvitedBy()
 * @method void setInvitedBy(?string $uid)
 * @method ?bool getInTeam()
 * @method void setInTeam(?bool $inTeam)
 * @method ?string getLeftDate()
 * @method void setLeftDate(?string $date)
 * @method ?bool getLeftInTeams()
 * @method void setLeftInTeams(?bool $left)
 * @method ?string getExitNote()
 * @method void setExitNote(?string $note)
 * @method ?string getReminded()
 * @method void setReminded(?string $of)
 * @method ?int getEnteredAt()
 * @method void setEnteredAt(?int $time)
 * @method ?string getRemindedTerm()
 * @method void setRemindedTerm(?string $of)
 */
class Membership extends Entity {
	public const INVITED = 'invited';
	/** Asks to join; a facilitator has to accept. */
	public const REQUESTED = 'requested';
	public const ACTIVE = 'active';
	/** Joined through the Team and has not written an engagement. */
	public const UNSIGNED = 'unsigned';
	public const DECLINED = 'declined';
	public const LEFT = 'left';

	protected ?int $groupId = null;
	protected ?int $memberId = null;
	protected ?string $role = null;
	/** For an invited person: invited as a facilitator. */
	protected ?bool $facilitates = null;
	protected ?string $facilitatesUntil = null;
	protected ?string $state = null;
	protected ?string $commitment = null;
	protected ?string $hours = null;
	protected ?string $fromDate = null;
	protected ?string $untilDate = null;
	protected ?string $limits = null;
	protected ?int $invitedAt = null;
	protected ?string $invitedBy = null;
	protected ?bool $inTeam = null;
	protected ?string $leftDate = null;
	protected ?bool $leftInTeams = null;
	protected ?string $exitNote = null;
	protected ?string $reminded = null;
	protected ?string $remindedTerm = null;
	/** Since when they are in the group; null if they are not, or were before this was stored. */
	protected ?int $enteredAt = null;

	public function __construct() {
		$this->addType('groupId', Types::BIGINT);
		$this->addType('memberId', Types::BIGINT);
		$this->addType('facilitates', Types::BOOLEAN);
		$this->addType('invitedAt', Types::BIGINT);
		$this->addType('enteredAt', Types::BIGINT);
		$this->addType('inTeam', Types::BOOLEAN);
		$this->addType('leftInTeams', Types::BOOLEAN);
	}

	public static function of(int $groupId, int $memberId, string $state): self {
		$membership = new self();
		$membership->setGroupId($groupId);
		$membership->setMemberId($memberId);
		$membership->setState($state);
		return $membership;
	}

	public function is(string ...$states): bool {
		// Not through the magic getter: a list of groups calls it tens of thousands of times.
		return in_array($this->state, $states, true);
	}

	/** What a person contributes to a group: their commitment, otherwise their role. */
	public static function contribution(?string $commitment, ?string $role): string {
		return trim($commitment ?? '') ?: trim($role ?? '');
	}

	public function isFacilitator(): bool {
		return $this->state === self::ACTIVE && $this->facilitates === true;
	}

	public function hasLeftInTeams(): bool {
		return $this->state === self::LEFT && $this->leftInTeams === true;
	}

	/** Becomes an active member from any status. */
	public function enter(): void {
		$this->setState(self::ACTIVE);
		$this->setLeftDate(null);
		$this->setLeftInTeams(null);
		$this->setExitNote(null);
	}

	/** Declines the invitation. */
	public function decline(): void {
		$this->setState(self::DECLINED);
		$this->setFacilitates(false);
	}

	/**
	 * Is no longer in the group. Teams decides whether they are in its Team.
	 *
	 * @param string $today YYYY-MM-DD
	 * @param bool $inTeams they left there, not here
	 */
	public function leave(string $today, bool $inTeams = false): void {
		$this->setState(self::LEFT);
		$this->setLeftDate($today);
		$this->setLeftInTeams($inTeams ?: null);
		$this->setFacilitates(false);
		$this->setFacilitatesUntil(null);
	}
}
