<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** One meeting as a file that a calendar takes in. */
class MeetingAsFile {
	public function __construct(
		private readonly Viewers $viewers,
		private readonly Meetings $meetings,
		private readonly CalendarText $text,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function read(int $id): string {
		$viewer = $this->viewers->current();
		return $this->text->of([Dates::meeting($viewer, $this->meetings->one($viewer, $id), $this->l)]);
	}
}
