<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

/**
 * An entry in a calendar, as one person may see it, in their language. It names people only where the authors of its texts did: it goes to calendars on
 * other servers.
 */
final class CalendarEvent {
	public const MEETING = 'meeting';
	public const SESSION = 'session';
	public const APPOINTMENT = 'appointment';
	public const ENGAGEMENT = 'engagement';
	public const TERM = 'term';

	/**
	 * @param string $id equal for everyone and permanent, within this Nextcloud
	 * @param ?array{id: int, title: string} $group
	 * @param int $from when it begins, in seconds since 1970; for whole days, when the first day begins for this person
	 * @param ?int $until when it ends; null: not specified
	 * @param int $over when it is over, at the latest
	 * @param ?array{string, string} $days first and last, YYYY-MM-DD, if it takes whole days
	 * @param string $text Markdown
	 * @param string $page path in the app
	 * @param ?int $sequence rises with each change; null: changes are not announced, since some are of parts that are hidden here
	 * @param int $changed when it was last changed or, if changes are not announced, read: in seconds since 1970
	 */
	public function __construct(
		public readonly string $kind,
		public readonly string $id,
		public readonly string $title,
		public readonly ?array $group,
		public readonly int $from,
		public readonly ?int $until,
		public readonly int $over,
		public readonly ?array $days,
		public readonly string $place,
		public readonly string $text,
		public readonly string $page,
		public readonly bool $cancelled,
		public readonly ?int $sequence,
		public readonly int $changed,
	) {
	}

	/** Its title in a calendar with entries of other kinds. */
	public function summary(): string {
		return $this->group === null ? $this->title : "{$this->group['title']} – $this->title";
	}
}
