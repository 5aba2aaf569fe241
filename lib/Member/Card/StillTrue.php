<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use DateTimeImmutable;

/**
 * Once a year a keeper is asked whether a card is still true, and reminded once. Times are seconds since 1970, the clock is a parameter, the
 * calendar is UTC.
 */
final class StillTrue {
	public const ASK = 'ask';
	public const REMIND = 'remind';

	/** From the question to its reminder, and from one question about kept cards to the next, in seconds. */
	public const MONTH = 30 * 86400;

	/** When a person last changed or confirmed the card; if nobody has, when it was imported. */
	public static function since(Member $member): int {
		$confirmed = max((int)$member->getEditedAt(), (int)$member->getConfirmedAt());
		return $confirmed > 0 ? $confirmed : $member->getCreatedAt();
	}

	/** Whether the yearly question is due: not for a card that no one sees. */
	public static function isDue(Member $member, int $now): bool {
		return $member->isShown() && self::since($member) <= self::yearBefore($now);
	}

	/** What to send its keeper now: ASK, REMIND, or nothing. */
	public static function next(Member $member, int $now): ?string {
		if (!self::isDue($member, $now)) {
			return null;
		}
		$asked = (int)$member->getAskedAt();
		$reminded = (int)$member->getRemindedAt();
		if (max($asked, $reminded) <= self::yearBefore($now)) {
			return self::ASK;
		}
		return $reminded < $asked && $asked <= $now - self::MONTH ? self::REMIND : null;
	}

	/** Whether its keeper was asked and has not answered. */
	public static function isOpen(Member $member): bool {
		return (int)$member->getAskedAt() > self::since($member);
	}

	/** Whether its keeper was notified within the last month. */
	public static function isFresh(Member $member, int $now): bool {
		return max((int)$member->getAskedAt(), (int)$member->getRemindedAt()) > $now - self::MONTH;
	}

	/** The same time one year earlier. For 29 February it is the end of the 28th. */
	public static function yearBefore(int $now): int {
		$day = new DateTimeImmutable("@$now");
		$before = $day->format('m-d') === '02-29'
			? $day->modify('-1 year -1 day')->setTime(23, 59, 59)
			: $day->modify('-1 year');
		return $before->getTimestamp();
	}
}
