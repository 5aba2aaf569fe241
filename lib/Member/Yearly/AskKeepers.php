<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Yearly;

use OCA\Reseau\Member\Card\KeptMapper;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Accounts;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IUser;

/**
 * Asks keepers whether their cards are still true: about their own card, and once about all the cards they keep. A few people per run, so that a
 * network whose people joined on one day is not asked in one night; the next run continues.
 *
 * The question is recorded before it is sent: if the run dies in between, one person is asked a month later, by the reminder. If it were recorded
 * afterwards, everybody in that position would be asked twice. If it cannot be sent, it is undone and retried with the next run.
 */
class AskKeepers {
	/** Maximum people notified per run. */
	public const AT_ONCE = 100;

	private const PAGE = 200;

	private int $left = 0;

	/** @var array<string, true> accounts notified about kept cards in this run: keepers who also facilitate get one notification for all */
	private array $told = [];

	public function __construct(
		private readonly MemberMapper $members,
		private readonly KeptMapper $kept,
		private readonly StillTrueNotifications $notifications,
		private readonly Network $network,
		private readonly Accounts $accounts,
		private readonly ITimeFactory $clock,
	) {
	}

	public function run(): void {
		$this->left = self::AT_ONCE;
		$this->told = [];
		$this->aboutKept();
		$this->aboutOwn();
	}

	private function aboutKept(): void {
		$now = $this->clock->getTime();
		foreach ($this->kept->stewardsOfDue(StillTrue::yearBefore($now)) as $steward) {
			$cards = $this->kept->findDueOf($steward, StillTrue::yearBefore($now));
			$next = array_map(static fn (Member $card): ?string => StillTrue::next($card, $now), $cards);
			$resting = array_filter($cards, static fn (Member $card): bool => StillTrue::isFresh($card, $now)) !== [];
			if ($resting || array_filter($next) === []) {
				continue;
			}
			$keepers = array_filter(array_map($this->accounts->active(...), $this->network->keepers($steward)));
			if ($keepers !== [] && $this->left > 0) {
				$this->writeDown($cards, $next, $now, fn (): bool => in_array(true, array_map($this->tellOfKept(...), $keepers), true));
			}
		}
	}

	private function aboutOwn(): void {
		$now = $this->clock->getTime();
		$last = 0;
		do {
			$cards = $this->members->findDueOwn(StillTrue::yearBefore($now), $last, self::PAGE);
			foreach ($cards as $card) {
				$last = $card->ownerId();
				$next = StillTrue::next($card, $now);
				$person = $next === null ? null : $this->accounts->active((string)$card->getUid());
				if ($person !== null && $this->left > 0) {
					$this->writeDown([$card], [$next], $now, fn (): bool => $this->tellOfOwn($card));
				}
			}
		} while (count($cards) === self::PAGE && $this->left > 0);
	}

	/**
	 * @param list<Member> $cards
	 * @param list<?string> $next what StillTrue::next() says of each
	 * @param callable(): bool $tell false if nobody could be notified
	 */
	private function writeDown(array $cards, array $next, int $now, callable $tell): void {
		$columns = [StillTrue::ASK => 'asked_at', StillTrue::REMIND => 'reminded_at'];
		$ids = [];
		foreach ($cards as $i => $card) {
			$ids[$next[$i] ?? ''][] = $card->ownerId();
		}
		foreach ($columns as $step => $column) {
			$this->members->writeTold($ids[$step] ?? [], $column, $now);
		}
		if (!$tell()) {
			foreach ($columns as $step => $column) {
				$this->members->writeTold($ids[$step] ?? [], $column, null);
			}
		}
	}

	private function tellOfOwn(Member $card): bool {
		$this->left--;
		return $this->notifications->askOwn($card);
	}

	private function tellOfKept(IUser $keeper): bool {
		$uid = $keeper->getUID();
		if (isset($this->told[$uid])) {
			return true;
		}
		$this->told[$uid] = true;
		$this->left--;
		return $this->notifications->askKept($uid);
	}
}
