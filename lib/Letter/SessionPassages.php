<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Session\Session;
use OCA\Reseau\Session\SessionDates;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Days;

/**
 * Coming sessions of needs and offers. Only facilitators find them; one of them who takes a session into a letter announces its title, day and place to members.
 * It contains nothing that people say in it.
 */
class SessionPassages implements PassageSource {
	public function __construct(
		private readonly SessionDates $sessions,
		private readonly Days $days,
	) {
	}

	/** Not by the period: coming ones. */
	public function found(Viewer $viewer, Period $period): array {
		$coming = $viewer->facilitator ? $this->sessions->coming() : [];
		return [Passage::SESSION => array_map(static fn (Session $session): int => (int)$session->getId(), array_slice($coming, 0, self::MOST))];
	}

	public function read(array $ids, LetterWords $words): array {
		$wanted = $ids[Passage::SESSION] ?? [];
		$coming = $wanted === [] ? [] : array_filter($this->sessions->coming(), static fn (Session $session): bool => in_array((int)$session->getId(), $wanted, true));
		return array_map(fn (Session $session): Passage => $this->passage($session, $words), array_values($coming));
	}

	private function passage(Session $session, LetterWords $words): Passage {
		$title = LetterWords::plain($session->getTitle());
		$place = LetterWords::plain((string)$session->getPlace());
		return new Passage(
			Passage::SESSION,
			(int)$session->getId(),
			$title,
			implode(' · ', array_filter([DateWords::full($words->l, $session->getDay()), $place])),
			'',
			'',
			$this->days->moment("{$session->getDay()} 00:00"),
			Reach::Members,
			'',
			['places' => [], 'terms' => [], 'groups' => []],
			static fn (Viewer $viewer): bool => $viewer->uid !== null,
			[$title, $session->getDay(), $place],
		);
	}
}
