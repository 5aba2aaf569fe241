<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * What happens in groups among Nextcloud's notifications. One holds the number of a group and what it is about; its words are made when
 * somebody reads it (Integration\GroupNotifier). A failure to tell is logged and fails nothing here.
 */
class GroupNotice {
	public const APP = 'reseau';
	/** A facilitator asks them in. */
	public const INVITED = 'group_invited';
	/** The same to whoever keeps the card of somebody without an account. */
	public const KEPT_INVITED = 'group_kept_invited';
	/** Somebody who facilitates the network, and is not in the group, makes its team, board and folder. */
	public const TAKEN_OVER = 'group_taken_over';
	/** The same has changed something about it. */
	public const FROM_OUTSIDE = 'group_from_outside';
	/** Somebody asks a facilitator to be let in. */
	public const REQUESTED = 'group_requested';
	public const ADMITTED = 'group_admitted';
	public const FACILITATES = 'group_facilitates';
	/** They came in by the Team, and are asked what they engage for. */
	public const UNSIGNED = 'group_unsigned';
	/** Their engagement ends within two weeks, or has. */
	public const ENDS_SOON = 'group_ends_soon';
	public const ENDED = 'group_ended';
	/** Their term as a facilitator ends within two weeks, or has. */
	public const TERM = 'group_term';
	/** The network's charter has a version they have not accepted. */
	public const CHARTER = 'charter_asked';

	/** What an answer of the person settles. */
	private const QUESTIONS = [self::INVITED, self::UNSIGNED];

	public function __construct(
		private readonly IManager $notifications,
		private readonly Network $network,
		private readonly ITimeFactory $clock,
		private readonly LoggerInterface $logger,
	) {
	}

	/**
	 * Tells somebody who has an account; what was told of the same before goes.
	 *
	 * @param int $id of the group, of CHARTER the version
	 * @return bool false when it could not be told, or to nobody
	 */
	public function tell(string $what, int $id, ?Member $member): bool {
		$uid = $member?->getUid();
		return $uid !== null && $this->tellAccount($what, $id, $uid);
	}

	/** Somebody without an account is asked: whoever keeps their card is told, unless they ask themselves. */
	public function askKeepers(int $groupId, Member $member, string $byUid): void {
		foreach (array_diff($this->keepers($member), [$byUid]) as $uid) {
			$this->tellAccount(self::KEPT_INVITED, $groupId, $uid);
		}
	}

	/** Tells everybody in a group of what somebody did to it who is not: nothing where they are. */
	public function tellInside(string $what, Viewer $by, GroupPeople $group): void {
		foreach ($group->isIn($by) ? [] : $group->inside() as $membership) {
			$this->tell($what, $group->id(), $group->member($membership->getMemberId()));
		}
	}

	/** They have answered, or are not asked any more. */
	public function answered(int $groupId, Member $member): void {
		$uid = $member->getUid();
		foreach ($uid === null ? [] : self::QUESTIONS as $what) {
			$this->attempt(fn () => $this->notifications->markProcessed($this->about($what, $groupId)->setUser($uid)));
		}
	}

	/** @return list<string> accounts that keep a card */
	private function keepers(Member $member): array {
		$steward = $member->getStewardUid();
		return $steward === null ? $this->network->facilitating() : [$steward];
	}

	private function tellAccount(string $what, int $id, string $uid): bool {
		return $this->attempt(function () use ($what, $id, $uid): void {
			$this->notifications->markProcessed($this->about($what, $id)->setUser($uid));
			$this->notifications->notify($this->about($what, $id)->setUser($uid)->setDateTime($this->clock->getDateTime())->setSubject($what));
		});
	}

	private function about(string $what, int $id): INotification {
		return $this->notifications->createNotification()->setApp(self::APP)->setObject($what, (string)$id);
	}

	/** @param callable(): void $step */
	private function attempt(callable $step): bool {
		try {
			$step();
			return true;
		} catch (Throwable $e) {
			// The message of the exception may name somebody: only its kind is told.
			$this->logger->warning('A notification about a group could not be told or taken back: ' . $e::class, ['app' => self::APP]);
			return false;
		}
	}
}
