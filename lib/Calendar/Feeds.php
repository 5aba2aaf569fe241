<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Group\Engagements;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Accounts;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\L10N\IFactory;

/**
 * The secret addresses at which calendars read dates without logging in. An address belongs to a person, also one for a single group: it shows what that
 * person may see at the moment it is read, and dies with their account, when they leave the group, and when they withdraw.
 */
class Feeds {
	private const DAY = 86_400;

	/** Days that have passed, and days to come. */
	private const PAST = 90;
	private const AHEAD = 3 * 365;

	public function __construct(
		private readonly FeedMapper $feeds,
		private readonly Dates $dates,
		private readonly CalendarText $text,
		private readonly Engagements $engagements,
		private readonly Viewers $viewers,
		private readonly Network $network,
		private readonly LinkTokens $tokens,
		private readonly IUserManager $users,
		private readonly Accounts $accounts,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return array<int, ?string> addresses of the viewer by group, 0: all; null: there is one, which can no longer be shown */
	public function of(Viewer $viewer): array {
		$addresses = [];
		foreach ($this->feeds->findOf((string)$viewer->uid) as $feed) {
			if ($this->isAlive($feed, $viewer)) {
				$token = $this->tokens->decrypt($feed->getToken());
				$addresses[$feed->getGroupId()] = $token === null ? null : $this->urls->linkToRouteAbsolute('reseau.page.index') . "calendar/$token.ics";
			}
		}
		return $addresses;
	}

	/**
	 * Makes an address in the place of an earlier one, which no longer works.
	 *
	 * @param int $groupId 0: all
	 * @throws ReasonException not_found: it is no group of the viewer
	 */
	public function make(Viewer $viewer, int $groupId): void {
		$token = $this->tokens->make();
		$feed = new Feed();
		$feed->setUid((string)$viewer->uid);
		$feed->setGroupId($groupId);
		$feed->setEnteredAt($this->since($viewer, $groupId) ?? throw ReasonException::notFound());
		$feed->setTokenHash(LinkTokens::hash($token));
		$feed->setToken($this->tokens->encrypt($token));
		$feed->setMadeAt($this->clock->getTime());
		$this->feeds->put($feed);
	}

	/** @param int $groupId 0: all */
	public function remove(Viewer $viewer, int $groupId): void {
		$this->feeds->deleteOf((string)$viewer->uid, $groupId);
	}

	/**
	 * @return string what a calendar reads at an address
	 * @throws ReasonException link_gone
	 */
	public function read(string $token): string {
		$feed = $this->feeds->findByHash(LinkTokens::hash($token));
		$user = $feed === null ? null : $this->accounts->active($feed->getUid());
		$viewer = $user === null ? null : $this->viewers->of($user->getUID());
		if ($feed === null || $viewer === null || !$this->isAlive($feed, $viewer)) {
			throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND);
		}
		$group = $feed->getGroupId();
		$title = $viewer->groups[$group]['title'] ?? null;
		$of = array_filter(
			$this->all($viewer, $this->languages->getUserLanguage($user)),
			static fn (CalendarEvent $event): bool => $group === Feed::ALL || ($event->kind === CalendarEvent::MEETING && $event->group !== null && $event->group['id'] === $group),
		);
		return $this->text->of(array_values($of), $this->network->name() . ($title === null ? '' : " – $title"));
	}

	/** @return list<CalendarEvent> everything of a person that belongs into a calendar */
	public function all(Viewer $viewer, string $language): array {
		$now = $this->clock->getTime();
		return $this->dates->between($viewer, $now - self::PAST * self::DAY, $now + self::AHEAD * self::DAY, ReaderLanguage::texts($this->languages, $language));
	}

	/** The account is gone, or its person has withdrawn. */
	public function forgetAccount(string $uid): void {
		$this->feeds->deleteOf($uid);
	}

	/** Once a day: those of groups that their people have left, and of accounts that were deleted while one was made. */
	public function forgetDead(): void {
		foreach ($this->feeds->findAll() as $feed) {
			if ($this->users->get($feed->getUid()) === null || !$this->isAlive($feed, $this->viewers->of($feed->getUid()))) {
				$this->feeds->delete($feed);
			}
		}
	}

	private function isAlive(Feed $feed, Viewer $viewer): bool {
		return $this->since($viewer, $feed->getGroupId()) === $feed->getEnteredAt();
	}

	/** @return ?int since when they have been in a group; null: they are not in it */
	private function since(Viewer $viewer, int $groupId): ?int {
		if ($groupId === Feed::ALL) {
			return 0;
		}
		return $viewer->memberId !== null && isset($viewer->groups[$groupId]) ? $this->engagements->since($viewer->memberId, $groupId) : null;
	}
}
