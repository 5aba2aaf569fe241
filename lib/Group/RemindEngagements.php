<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Services\IAppConfig;

/**
 * Once a day: notifies people whose engagement or term as a facilitator ends within two weeks or has ended, once each. Nothing ends by itself. Also
 * notifies people in groups of a new version of the charter.
 */
class RemindEngagements {
	private const SOON = '+14 days';
	private const CHARTER_TOLD = 'charter_told';

	public function __construct(
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly CharterAcceptance $charter,
		private readonly GroupNotifications $notifications,
		private readonly IAppConfig $config,
		private readonly Days $days,
	) {
	}

	public function run(): void {
		$this->remindOfDays();
		$this->tellOfCharter();
	}

	private function remindOfDays(): void {
		// Each by their own clock: days that are far off in every time zone are not loaded.
		$ending = $this->memberships->findEnding($this->days->today(self::SOON . ' +1 day'));
		$people = $this->people->byIds(array_map(static fn (Membership $membership): int => $membership->getMemberId(), $ending));
		foreach ($ending as $membership) {
			$member = $people[$membership->getMemberId()] ?? null;
			$today = $this->days->today(uid: $member?->getUid());
			$soon = $this->days->today(self::SOON, $member?->getUid());
			$until = self::due($membership->getUntilDate(), $soon, $today);
			if ($until !== null && $until !== $membership->getReminded() && $this->tell(str_starts_with($until, 'over') ? GroupNotifications::ENDED : GroupNotifications::ENDS_SOON, $membership, $member)) {
				$membership->setReminded($until);
			}
			$term = $membership->isFacilitator() ? self::due($membership->getFacilitatesUntil(), $soon, $today) : null;
			if ($term !== null && $term !== $membership->getRemindedTerm() && $this->tell(GroupNotifications::TERM, $membership, $member)) {
				$membership->setRemindedTerm($term);
			}
			$this->memberships->update($membership);
		}
	}

	/** Once per version: to everybody in a group at that time. People who join later accept it when they join. */
	private function tellOfCharter(): void {
		$current = $this->charter->current();
		if ($current === null || (int)$this->config->getAppValueString(self::CHARTER_TOLD, lazy: true) >= $current['version']) {
			return;
		}
		$this->config->setAppValueString(self::CHARTER_TOLD, (string)$current['version'], lazy: true);
		$active = array_filter($this->memberships->findAll(), static fn (Membership $membership): bool => $membership->is(Membership::ACTIVE));
		$people = $this->people->byIds(array_map(static fn (Membership $membership): int => $membership->getMemberId(), array_values($active)));
		foreach ($this->charter->of(array_map(static fn (Member $member): string => '', $people))['people'] as ['id' => $id, 'version' => $version]) {
			if ($version !== $current['version']) {
				$this->notifications->tell(GroupNotifications::CHARTER, $current['version'], $people[$id]);
			}
		}
	}

	/** @return bool whether they need no further notification */
	private function tell(string $what, Membership $membership, ?Member $member): bool {
		return $member?->getUid() === null || $this->notifications->tell($what, $membership->getGroupId(), $member);
	}

	/** @return ?string the reminder; null: the day is far off */
	private static function due(?string $day, string $soon, string $today): ?string {
		return $day === null || $day > $soon ? null : ($day < $today ? 'over' : 'soon') . " $day";
	}
}
