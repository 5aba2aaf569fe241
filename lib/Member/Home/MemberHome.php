<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Home;

use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Member\Event\CollectingMatches;
use OCA\Reseau\Member\Event\CollectingNotices;
use OCA\Reseau\Member\Event\CollectingNews;
use OCA\Reseau\Member\Event\CollectingWork;
use OCA\Reseau\Member\SavedSearch\SavedSearches;
use OCA\Reseau\Settings\WelcomeText;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;

/** The home page: what waits for the person, whom they could meet, their saved searches, and new members. */
class MemberHome {
	private const NEWEST = 6;
	private const SEARCHES = 5;
	private const MATCHES = 3;
	private const NOTICES = 3;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly MemberPresenter $presenter,
		private readonly KeptCount $kept,
		private readonly SavedSearches $searches,
		private readonly Beginning $beginning,
		private readonly WelcomeText $welcome,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return array<string, mixed> HomeSchema of src/member/home/model.ts */
	public function present(Viewer $viewer): array {
		$newest = $this->members->findNewest($viewer->memberId, self::NEWEST);
		$own = $this->own($viewer);
		return [
			'welcome' => $this->welcome->for((string)$viewer->uid),
			'awaits' => $this->waiting($viewer, $own),
			'beginning' => $this->beginning->steps($viewer),
			'meetings' => $own === null ? [] : $this->matches($viewer, $own),
			...$own === null ? [] : $this->notices($viewer, $own),
			'groups' => $viewer->ownGroups(),
			'news' => $this->news($viewer),
			'searches' => $this->searches->of((string)$viewer->uid, self::SEARCHES),
			'newest' => array_map(fn (Member $member): array => $this->presenter->summary($this->presenter->listed($viewer, $member)), $newest),
		];
	}

	/** @return array{notices?: list<array<string, mixed>>} HomeNoticeSchema */
	private function notices(Viewer $viewer, Member $own): array {
		$event = new CollectingNotices($viewer, $own, self::NOTICES);
		$this->events->dispatchTyped($event);
		return array_filter(['notices' => $event->notices]);
	}

	/** @return list<array<string, mixed>> MatchSchema */
	private function matches(Viewer $viewer, Member $own): array {
		$event = new CollectingMatches($viewer, $own, self::MATCHES);
		$this->events->dispatchTyped($event);
		return $event->matches;
	}

	/** @return list<array<string, mixed>> NewsSchema, the latest first */
	private function news(Viewer $viewer): array {
		$event = new CollectingNews($viewer);
		$this->events->dispatchTyped($event);
		usort($event->news, static fn (array $a, array $b): int => $b['day'] <=> $a['day']);
		return $event->news;
	}

	/** @return array{lines: list<array<string, mixed>>} WorkListSchema: what is due in the viewer's groups, by day, then the files that are new there, the latest first */
	public function work(Viewer $viewer): array {
		$event = new CollectingWork($viewer);
		$this->events->dispatchTyped($event);
		usort($event->lines, static fn (array $a, array $b): int => [$a['kind'], $a['kind'] === 'due' ? $a['day'] : ''] <=> [$b['kind'], $b['kind'] === 'due' ? $b['day'] : '']);
		return ['lines' => $event->lines];
	}

	/** @return list<array<string, mixed>> AwaitSchema */
	public function awaits(Viewer $viewer): array {
		return $this->waiting($viewer, $this->own($viewer));
	}

	private function own(Viewer $viewer): ?Member {
		return $viewer->memberId === null ? null : $this->members->findById($viewer->memberId);
	}

	/** @return list<array<string, mixed>> AwaitSchema */
	private function waiting(Viewer $viewer, ?Member $own): array {
		$event = new CollectingAwaits($viewer);
		$this->events->dispatchTyped($event);
		$counts = ['consents' => $this->kept->withoutConsent($viewer), 'kept_due' => $this->kept->due($viewer)];
		return [
			...$own === null || $own->statusIs(Status::Published) ? [] : [['kind' => 'card_' . $own->getStatus()]],
			...$own !== null && StillTrue::isDue($own, $this->clock->getTime()) ? [['kind' => 'still_true']] : [],
			...$event->lines(),
			...array_map(
				static fn (string $kind, int $count): array => ['kind' => $kind, 'count' => $count],
				array_keys(array_filter($counts)),
				array_filter($counts),
			),
		];
	}
}
