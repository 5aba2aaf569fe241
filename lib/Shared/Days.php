<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use DateTimeImmutable;
use DateTimeZone;
use Exception;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IConfig;
use OCP\IUserSession;

/**
 * Which day it is, and which day a moment was: by the clock of the account that reads or acts, else by the server's. Nextcloud stores the browser's
 * time zone as a preference of the account. The only place that converts moments to days; in the browser src/shared/lib/dates.ts.
 */
class Days {
	/** Seconds by which clocks are set back. */
	private const SET_BACK = 3600;

	public function __construct(
		private readonly ITimeFactory $clock,
		private readonly IConfig $config,
		private readonly IUserSession $session,
	) {
	}

	/**
	 * @param string $shift such as `+14 days`
	 * @param ?string $uid whose clock; null: the logged-in user's; empty: the server's
	 * @return string YYYY-MM-DD
	 */
	public function today(string $shift = 'now', ?string $uid = null): string {
		return $this->clock->getDateTime('now', $this->zone($uid))->modify($shift)->format('Y-m-d');
	}

	/**
	 * @param int $time seconds since 1970
	 * @param ?string $uid whose clock; null: the logged-in user's
	 * @return string YYYY-MM-DD
	 */
	public function of(int $time, ?string $uid = null): string {
		return (new DateTimeImmutable("@$time"))->setTimezone($this->zone($uid))->format('Y-m-d');
	}

	/**
	 * A day before or after another, in no time zone.
	 *
	 * @param string $day YYYY-MM-DD
	 * @param string $shift such as `+3 weeks`
	 * @return string YYYY-MM-DD
	 */
	public static function after(string $day, string $shift): string {
		return (new DateTimeImmutable($day))->modify($shift)->format('Y-m-d');
	}

	/**
	 * @param string $time of today, such as `07:00`
	 * @param ?string $uid whose clock; null: the logged-in user's
	 * @return int seconds since 1970
	 */
	public function moment(string $time, ?string $uid = null): int {
		return $this->clock->getDateTime('now', $this->zone($uid))->modify($time)->getTimestamp();
	}

	/**
	 * @param ?string $uid whose clock; null: the logged-in user's
	 * @return string its time zone, such as `Europe/Paris`
	 */
	public function zoneName(?string $uid = null): string {
		return $this->zone($uid)->getName();
	}

	/** Whether this is the name of a time zone, which this server knows. */
	public static function isZone(string $name): bool {
		return in_array($name, DateTimeZone::listIdentifiers(DateTimeZone::ALL_WITH_BC), true);
	}

	/**
	 * When a clock shows this time: where clocks are set forward, one that is left out counts as the one after it; where they are set back, it is the first.
	 *
	 * @param string $zone name of the time zone of the clock
	 * @param string $day YYYY-MM-DD
	 * @param string $time HH:MM
	 * @return int seconds since 1970
	 */
	public static function momentIn(string $zone, string $day, string $time): int {
		$clock = new DateTimeZone($zone);
		$moment = (new DateTimeImmutable("$day $time", $clock))->getTimestamp();
		$before = $moment - self::SET_BACK;
		return (new DateTimeImmutable("@$before"))->setTimezone($clock)->format('Y-m-d H:i') === "$day $time" ? $before : $moment;
	}

	/**
	 * @param int $time seconds since 1970
	 * @param ?string $uid whose clock; null: the logged-in user's
	 * @return string HH:MM
	 */
	public function timeOf(int $time, ?string $uid = null): string {
		return (new DateTimeImmutable("@$time"))->setTimezone($this->zone($uid))->format('H:i');
	}

	private function zone(?string $uid): DateTimeZone {
		$uid ??= $this->session->getUser()?->getUID();
		foreach ([$uid === null ? '' : $this->config->getUserValue($uid, 'core', 'timezone'), $this->config->getSystemValueString('default_timezone')] as $name) {
			try {
				if ($name !== '') {
					return new DateTimeZone($name);
				}
			} catch (Exception) {
				// The browser's time zone may be unknown to this PHP: then the server's is used.
			}
		}
		return new DateTimeZone('UTC');
	}
}
