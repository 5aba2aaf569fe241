<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Matching\Matches;
use OCA\Reseau\Matching\MatchPresenter;
use OCA\Reseau\Matching\MatchReason;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Shared\Audience\Viewer;

/**
 * What fits what was said: what others in the room said, and what every member may see. It is shown on a wall, so nothing counts that only the facilitator
 * may see.
 */
class SessionFits {
	/** In the room, and among all members, for one row. */
	private const MOST = 5;
	/** People who could meet one person in the room. */
	private const MOST_OF_ONE = 4;

	public function __construct(
		private readonly Matches $matches,
		private readonly MatchPresenter $presenter,
		private readonly MemberPresenter $cards,
		private readonly Sessions $sessions,
		private readonly SessionWords $words,
	) {
	}

	/** @return list<array<string, mixed>> FitSchema of src/session/model.ts: in the room first */
	public function of(Viewer $viewer, SessionRoom $room, SessionRow $row): array {
		$person = $room->people[$row->getPersonId()];
		$said = $this->said($room, $person, [$row]);
		$others = [];
		foreach ($room->peopleFor($viewer) as $id => $other) {
			if ($other !== $person) {
				$others[$id] = $this->said($room, $other, $room->rowsOf($other));
			}
		}
		$fits = [];
		$cards = array_filter([$person->getMemberId()]);
		foreach ($this->matches->amongSaid($said, $others, self::MOST) as $id => $reason) {
			$other = $room->people[$id];
			$cards[] = (int)$other->getMemberId();
			$fits[] = ['person' => $id, 'name' => $this->name($room, $other), 'reason' => $this->reason($this->name($room, $person), $this->name($room, $other), $reason)];
		}
		foreach ($this->matches->ofSaid($said, array_values(array_filter($cards)), self::MOST) as $id => ['card' => $card, 'reason' => $reason]) {
			$fits[] = ['member' => $id, 'name' => $card['name'], 'reason' => $this->reason($this->name($room, $person), (string)$card['name'], $reason)];
		}
		return $fits;
	}

	/**
	 * People in the room who could meet and who have, or get, a card.
	 *
	 * @return list<array<string, mixed>> SessionPairSchema
	 */
	public function pairs(Viewer $viewer, SessionRoom $room): array {
		$people = array_filter($room->peopleFor($viewer), static fn (SessionPerson $person): bool => $person->getMemberId() !== null || $person->getsCard());
		$said = array_map(fn (SessionPerson $person): array => $this->said($room, $person, $room->rowsOf($person)), $people);
		$pairs = [];
		foreach ($people as $id => $person) {
			foreach ($this->matches->amongSaid($said[$id], array_diff_key($said, [$id => 0]), self::MOST_OF_ONE) as $otherId => $reason) {
				$key = min($id, $otherId) . ' ' . max($id, $otherId);
				$names = [$this->name($room, $person), $this->name($room, $people[$otherId])];
				$pairs[$key] ??= ['people' => [$id, $otherId], 'names' => $names, 'reason' => $this->reason($names[0], $names[1], $reason)];
			}
		}
		return array_values($pairs);
	}

	/**
	 * @param list<SessionRow> $rows
	 * @return array<string, mixed> what was said in the place of what is sought and offered on the card, as every member sees it
	 */
	private function said(SessionRoom $room, SessionPerson $person, array $rows): array {
		$said = ['seeks' => [], 'offers' => []];
		foreach ($rows as $row) {
			// The themes are read from the words: one in common is enough, however many others a sentence touches.
			foreach ($row->words() === [] ? [[]] : array_map(static fn (string $theme): array => [$theme], $row->words()) as $terms) {
				$said[$row->getKind() === 'offer' ? 'offers' : 'seeks'][] = ['text' => $this->words->read($row->getText()), 'terms' => $terms];
			}
		}
		$member = $room->member($person);
		return $said + ($member === null ? [] : $this->cards->listed(Viewer::anyMember(), $member));
	}

	private function name(SessionRoom $room, SessionPerson $person): string {
		return $this->sessions->nameOf($person, $room->member($person));
	}

	private function reason(string $name, string $other, MatchReason $reason): string {
		$best = $reason->best();
		return $this->presenter->sentence($name, $other, $best, $best === $reason->theyOffer);
	}
}
