<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Calendar;

use OCA\Reseau\Calendar\EventProperties;
use OCA\Reseau\Calendar\Feeds;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Accounts;
use OCP\Calendar\ICalendarProvider;
use OCP\L10N\IFactory;

/** A person's dates in Nextcloud's Calendar and everything that synchronises with it: one read-only calendar. */
class CalendarProvider implements ICalendarProvider {
	private const PRINCIPAL = 'principals/users/';

	public function __construct(
		private readonly Feeds $feeds,
		private readonly EventProperties $properties,
		private readonly Viewers $viewers,
		private readonly Network $network,
		private readonly Accounts $accounts,
		private readonly IFactory $languages,
	) {
	}

	/** @return list<DatesCalendar> */
	public function getCalendars(string $principalUri, array $calendarUris = []): array {
		$uid = str_starts_with($principalUri, self::PRINCIPAL) ? substr($principalUri, strlen(self::PRINCIPAL)) : '';
		$user = $uid === '' ? null : $this->accounts->active($uid);
		if ($user === null || ($calendarUris !== [] && !in_array(DatesCalendar::URI, $calendarUris, true))) {
			return [];
		}
		$all = fn (): array => $this->feeds->all($this->viewers->of($user->getUID()), $this->languages->getUserLanguage($user));
		return [new DatesCalendar($this->network->name(), $all, $this->properties->of(...))];
	}
}
