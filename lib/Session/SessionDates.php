<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;

/** Sessions for calendars: every session for the facilitators of the network; for others, those in which something they said is recorded. */
class SessionDates {
	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly Days $days,
	) {
	}

	/** @return list<Session> coming sessions, the next first: for facilitators, and for people whom one of them announces it to */
	public function coming(): array {
		return $this->sessions->findComing($this->days->today());
	}

	/** @return list<Session> */
	public function of(Viewer $viewer): array {
		if ($viewer->facilitator) {
			return $this->sessions->findAll();
		}
		$persons = $viewer->memberId === null ? [] : $this->persons->findOfMember($viewer->memberId);
		return array_values(array_filter(array_map(fn (SessionPerson $person): ?Session => $this->sessions->find($person->getSessionId()), $persons)));
	}
}
