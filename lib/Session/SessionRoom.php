<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;

/** A session with its people and what they said. */
final class SessionRoom {
	/**
	 * @param array<int, SessionPerson> $people by id
	 * @param list<SessionRow> $rows
	 * @param array<int, Member> $members by number of the card
	 */
	public function __construct(
		public readonly Session $session,
		public readonly array $people,
		public readonly array $rows,
		private readonly array $members,
	) {
	}

	public function id(): int {
		return (int)$this->session->getId();
	}

	/** @return list<int> numbers of the cards of the people, for locking */
	public function cards(): array {
		return array_values(array_filter(array_map(static fn (SessionPerson $person): ?int => $person->getMemberId(), $this->people), is_int(...)));
	}

	/** The card of a person; null: they have none. */
	public function member(SessionPerson $person): ?Member {
		return $this->members[$person->getMemberId() ?? 0] ?? null;
	}

	/** @return array<int, SessionPerson> by id: people without a card, and people whose card the viewer may know of */
	public function peopleFor(Viewer $viewer): array {
		return array_filter($this->people, function (SessionPerson $person) use ($viewer): bool {
			$member = $this->member($person);
			return $member === null ? $person->getMemberId() === null : People::knows($viewer, $member);
		});
	}

	/** @return list<SessionRow> of these people */
	public function rowsFor(Viewer $viewer): array {
		$people = $this->peopleFor($viewer);
		return array_values(array_filter($this->rows, static fn (SessionRow $row): bool => isset($people[$row->getPersonId()])));
	}

	/** @return list<SessionRow> of one person */
	public function rowsOf(SessionPerson $person): array {
		return array_values(array_filter($this->rows, static fn (SessionRow $row): bool => $row->getPersonId() === (int)$person->getId()));
	}
}
