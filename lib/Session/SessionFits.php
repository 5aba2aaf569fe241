<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Matching\Degree;
use OCA\Reseau\Matching\Matches;
use OCA\Reseau\Matching\MatchPresenter;
use OCA\Reseau\Matching\MatchReason;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Shared\Audience\Viewer;

/**
 * What fits the words of a person: the words of others in the room, and what every member may see. It is shown on a wall, so nothing counts that only the
 * facilitator may see.
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

	/** @return list<array<string, mixed>> FitSchema of src/session/model.ts: sure ones first, of each degree those in the room first */
	public function of(Viewer $viewer, SessionRoom $room, SessionRow $row): array {
		$person = $room->people[$row->getPersonId()];
		$spoken = $this->spoken($room, $person, [$row]);
		$others = [];
		foreach ($room->peopleFor($viewer) as $id => $other) {
			if ($other !== $person) {
				$others[$id] = $this->spoken($room, $other, $room->rowsOf($other));
			}
		}
		$fits = [];
		$cards = array_filter([$person->getMemberId()]);
		foreach ($this->matches->amongSpoken($spoken, $others, self::MOST) as $id => $reason) {
			$other = $room->people[$id];
			$cards[] = (int)$other->getMemberId();
			$fits[] = ['person' => $id, 'name' => $this->name($room, $other), 'reason' => $this->reason($this->name($room, $person), $this->name($room, $other), $reason), 'degree' => $reason->degree()->value];
		}
		foreach ($this->matches->forSpoken($spoken, array_values(array_filter($cards)), self::MOST) as $id => ['card' => $card, 'reason' => $reason]) {
			$fits[] = ['member' => $id, 'name' => $card['name'], 'reason' => $this->reason($this->name($room, $person), (string)$card['name'], $reason), 'degree' => $reason->degree()->value];
		}
		return self::sureFirst($fits);
	}

	/**
	 * People in the room who could meet and who have, or get, a card.
	 *
	 * @return list<array<string, mixed>> PairSchema: sure ones first
	 */
	public function pairs(Viewer $viewer, SessionRoom $room): array {
		$people = array_filter($room->peopleFor($viewer), static fn (SessionPerson $person): bool => $person->getMemberId() !== null || $person->getsCard());
		$spoken = array_map(fn (SessionPerson $person): array => $this->spoken($room, $person, $room->rowsOf($person)), $people);
		$pairs = [];
		foreach ($people as $id => $person) {
			foreach ($this->matches->amongSpoken($spoken[$id], array_diff_key($spoken, [$id => 0]), self::MOST_OF_ONE) as $otherId => $reason) {
				$key = min($id, $otherId) . ' ' . max($id, $otherId);
				$names = [$this->name($room, $person), $this->name($room, $people[$otherId])];
				$pairs[$key] ??= ['people' => [$id, $otherId], 'names' => $names, 'reason' => $this->reason($names[0], $names[1], $reason), 'degree' => $reason->degree()->value];
			}
		}
		return self::sureFirst(array_values($pairs));
	}

	/**
	 * @param list<array<string, mixed>> $found
	 * @return list<array<string, mixed>> of each degree in the same order
	 */
	private static function sureFirst(array $found): array {
		$of = static fn (Degree $degree): array => array_values(array_filter($found, static fn (array $one): bool => $one['degree'] === $degree->value));
		return [...$of(Degree::Sure), ...$of(Degree::Perhaps)];
	}

	/**
	 * @param list<SessionRow> $rows
	 * @return array<string, mixed> the person's card as every member sees it, with the needs and offers of the session in place of its own
	 */
	private function spoken(SessionRoom $room, SessionPerson $person, array $rows): array {
		$spoken = ['seeks' => [], 'offers' => []];
		foreach ($rows as $row) {
			// The themes are read from the words: one in common is enough, however many others a sentence mentions.
			foreach ($row->words() === [] ? [[]] : array_map(static fn (string $theme): array => [$theme], $row->words()) as $terms) {
				$spoken[$row->getKind() === 'offer' ? 'offers' : 'seeks'][] = ['text' => $this->words->read($row->getText()), 'terms' => $terms];
			}
		}
		$member = $room->member($person);
		return $spoken + ($member === null ? [] : $this->cards->listed(Viewer::anyMember(), $member));
	}

	private function name(SessionRoom $room, SessionPerson $person): string {
		return $this->sessions->nameOf($person, $room->member($person));
	}

	private function reason(string $name, string $other, MatchReason $reason): string {
		$best = $reason->best();
		return $this->presenter->sentence($name, $other, $best, $best === $reason->theyOffer);
	}
}
