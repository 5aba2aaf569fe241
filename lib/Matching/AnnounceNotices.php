<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Delivery\Choices;
use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\NoticeNotifications;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\NoticesNear;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Services\IAppConfig;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Notifies people of notices for them: of those near them, on their themes, or that what they offer fits, some once a day; and of a need that is urgent and that
 * one of their offers surely fits without waiting for the daily mail, once a day at most. Nobody is notified twice of the same notice. A round over all people,
 * or all urgent needs, takes as many runs as it needs.
 */
class AnnounceNotices {
	/** People, and urgent needs, per run. */
	public const AT_ONCE = 200;
	public const NEEDS_AT_ONCE = 20;

	/** Notices that one person is notified of per day, without the urgent one. */
	public const A_DAY = 3;

	/** Seconds after which a notice is no news any more. */
	public const FRESH = 14 * 86_400;

	/* The day of the last round, and the places in these lists. */
	private const BEGAN = 'announced_began';
	private const LAST = 'announced_last';
	private const LAST_NEED = 'announced_last_need';

	public function __construct(
		private readonly People $people,
		private readonly Viewers $viewers,
		private readonly Notices $notices,
		private readonly NoticesNear $near,
		private readonly NoticesFor $for,
		private readonly Matches $matches,
		private readonly AnnouncedMapper $announced,
		private readonly Choices $choices,
		private readonly NoticeNotifications $notifications,
		private readonly IAppConfig $config,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	public function run(): void {
		$fresh = $this->clock->getTime() - self::FRESH;
		$last = $this->place(self::LAST_NEED);
		$needs = $this->notices->urgent($fresh, $last, self::NEEDS_AT_ONCE);
		array_map($this->announceUrgent(...), $needs);
		$this->setPlace(self::LAST_NEED, count($needs) < self::NEEDS_AT_ONCE ? 0 : end($needs)->id());

		$last = $this->place(self::LAST);
		if ($last === 0) {
			// Soon after midnight, so that the mails of the morning have it.
			$today = $this->days->today(uid: '');
			if ($this->config->getAppValueString(self::BEGAN, lazy: true) === $today) {
				return;
			}
			$this->config->setAppValueString(self::BEGAN, $today, lazy: true);
			// Notices of that time are not announced any more.
			$this->announced->forgetBefore($fresh);
		}
		$people = $this->people->withAccounts($last, self::AT_ONCE);
		foreach ($people as $person) {
			$this->announceTo($person, $fresh);
		}
		$this->setPlace(self::LAST, count($people) < self::AT_ONCE ? 0 : end($people)->ownerId());
	}

	private function announceUrgent(AuthoredNotice $one): void {
		$author = $this->people->byId($one->author->ownerId());
		$helpers = $author === null || !$one->isOpen() ? [] : $this->matches->helpersOf($author, $one->notice);
		$notified = $helpers === [] ? [] : $this->announced->peopleOf($one->id());
		foreach ($helpers as $person) {
			$viewer = in_array($person->ownerId(), $notified, true) ? null : $this->viewer($person);
			if ($viewer !== null && $this->for->reaches($viewer, $person, $one) && $this->matches->findHelp($viewer, $person, $author, $one->notice) !== null) {
				$this->announce($one, $viewer, $person, $this->days->today(uid: $viewer->uid));
			}
		}
	}

	private function announceTo(Member $person, int $fresh): void {
		$viewer = $this->viewer($person);
		$found = $viewer === null ? [] : array_filter(
			array_column($this->near->find($viewer, $person, NoticesNear::READ), 'one'),
			static fn (AuthoredNotice $one): bool => $one->notice->getPublishedAt() >= $fresh,
		);
		if ($viewer === null || $found === []) {
			return;
		}
		$notified = $this->announced->noticesOf($person->ownerId());
		$new = array_filter($found, fn (AuthoredNotice $one): bool => !in_array($one->id(), $notified, true) && $this->for->reaches($viewer, $person, $one));
		foreach (array_slice($new, 0, self::A_DAY) as $one) {
			$this->announce($one, $viewer, $person);
		}
	}

	/** @return ?Viewer null if this person gets no such notifications */
	private function viewer(Member $person): ?Viewer {
		$uid = $person->getUid();
		return $uid === null || !$person->isShown() || $this->choices->of($uid, Kind::Near) === Timing::Never ? null : $this->viewers->of($uid);
	}

	/**
	 * Stored before it is sent: even if a run ends in between, or another runs at the same time, no one is notified twice.
	 *
	 * @param ?string $urgentOn YYYY-MM-DD, to send it without waiting for the daily mail
	 */
	private function announce(AuthoredNotice $one, Viewer $viewer, Member $person, ?string $urgentOn = null): void {
		if ($this->announced->add($person->ownerId(), $one->id(), $this->clock->getTime(), $urgentOn)
			&& !$this->notifications->notifyNear($one, (string)$viewer->uid, $urgentOn !== null)) {
			$this->announced->remove($person->ownerId(), $one->id());
		}
	}

	private function place(string $key): int {
		return (int)$this->config->getAppValueString($key, lazy: true);
	}

	private function setPlace(string $key, int $value): void {
		$this->config->setAppValueString($key, (string)$value, lazy: true);
	}
}
