<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

/**
 * Decides whether a change was allowed, by the app's promise: an account can read more of a person only after an act
 * of that person, or of the keeper of their card, or by joining a group that accepted them.
 */
final class Judge {
	private const ORDER = ['private', 'request', 'open'];

	/**
	 * @param array<string, array<int, list<string>>> $saw what each account read before, by card
	 * @param array<string, array<int, list<string>>> $sees what it reads now
	 */
	public function __construct(
		private readonly Act $act,
		private readonly Facts $before,
		private readonly Facts $after,
		private readonly array $saw,
		private readonly array $sees,
	) {
	}

	/** @return list<string> what nobody may have done */
	public function wrongs(): array {
		return [...$this->wrongPlaces(), ...$this->wrongDoors(), ...$this->wrongSight()];
	}

	/** @return list<string> people who are in a group, or asked into it, without the yes of both sides */
	private function wrongPlaces(): array {
		$wrong = [];
		foreach ($this->after->states as $key => $state) {
			[$group, $card] = array_map(intval(...), explode(' ', $key));
			$was = $this->before->state($group, $card);
			if ($state === $was || !isset($this->before->groups[$group]) || $this->isMoved($group, $card)) {
				continue;
			}
			if (in_array($was, ['declined', 'left'], true) && !in_array($state, ['none', 'invited'], true) && !$this->speaksFor($card) && $this->act->what !== 'file') {
				$wrong[] = "card $card has declined group $group, and is $state";
			}
			if ($state === 'invited' && !$this->before->mayAdmit($this->act->by, $group)) {
				$wrong[] = "card $card is invited into group $group without the right to do so";
			}
			if ($state === 'active') {
				$wrong = [...$wrong, ...$this->wrongEntry($group, $card, $was)];
			}
		}
		return $wrong;
	}

	/** @return list<string> */
	private function wrongEntry(int $group, int $card, string $was): array {
		if ($this->act->what === 'file' && $was === 'none') {
			// The administrator of the server imports a network, with the members of its groups.
			return [];
		}
		$wrong = [];
		if ($was !== 'requested' && !$this->speaksFor($card)) {
			$wrong[] = "card $card is in group $group without having agreed";
		}
		// What the group's team says does not count: anyone who manages it there lets in anyone they like.
		$letIn = $was === 'invited' || $this->before->mayAdmit($this->act->by, $group) || $this->before->groups[$group]['joining'] === 'open' || $this->isAsked($group);
		if (!$letIn) {
			$wrong[] = "card $card is in group $group, which let nobody in";
		}
		return $wrong;
	}

	/** @return list<string> groups that were opened to more, or into which people were asked, from outside */
	private function wrongDoors(): array {
		$wrong = [];
		foreach ($this->after->groups as $group => $now) {
			$was = $this->before->groups[$group] ?? null;
			if ($was !== null && array_search($now['joining'], self::ORDER, true) > array_search($was['joining'], self::ORDER, true) && !$this->before->mayAdmit($this->act->by, $group)) {
				$wrong[] = "group $group is opened without the right to do so";
			}
		}
		foreach (array_diff_key($this->after->asks, $this->before->asks) as $group) {
			if (!$this->before->mayAdmit($this->act->by, $group)) {
				$wrong[] = "a person without the right to do so invited someone into group $group";
			}
		}
		return $wrong;
	}

	/** @return list<string> */
	private function wrongSight(): array {
		$wrong = [];
		foreach ($this->sees as $viewer => $cards) {
			foreach ($cards as $card => $parts) {
				$more = array_diff($parts, $this->saw[$viewer][$card] ?? []);
				if ($more !== [] && isset($this->before->cards[$card]) && !$this->mayGrow($viewer, $card)) {
					$wrong[] = "$viewer reads " . implode(', ', $more) . " of card $card";
				}
			}
		}
		return $wrong;
	}

	private function mayGrow(string $viewer, int $card): bool {
		['uid' => $uid, 'steward' => $steward] = $this->before->cards[$card];
		$became = in_array($viewer, $this->after->network, true) && !in_array($viewer, $this->before->network, true);
		return $this->speaksFor($card)
			// A new member, or the new owner of a member's card, and the other members see each other; wrongPlaces() checks that they may.
			|| $this->cameIn($viewer, $card)
			|| $this->wasLetIn($viewer, $card)
			|| ($this->act->what === 'file' && $this->broughtTogether($viewer, $card))
			// An account that is let in again, whose card is shown again as its person left it.
			|| ($this->act->what === 'enable' && in_array($this->act->on['uid'], [$uid, $viewer], true))
			// Cards without a keeper are kept by the current facilitators of the network.
			|| ($uid === null && $steward === null && $became)
			|| ($uid === null && in_array($this->act->what, ['erase', 'disable'], true) && $this->act->on['uid'] === $steward && in_array($viewer, $this->after->network, true));
	}

	private function cameIn(string $viewer, int $card): bool {
		$own = $this->after->cardOf($viewer);
		foreach (array_keys($this->before->groups) as $group) {
			$new = $this->before->state($group, $own) !== 'active' || $this->before->cardOf($viewer) !== $own;
			if ($new && $this->after->state($group, $own) === 'active' && $this->before->state($group, $card) === 'active') {
				return true;
			}
		}
		return false;
	}

	/** Whether the card's person, who had asked to, came into a group of the viewer's. */
	private function wasLetIn(string $viewer, int $card): bool {
		$own = $this->after->cardOf($viewer);
		foreach (array_keys($this->after->groups) as $group) {
			if ($this->before->state($group, $card) === 'requested' && $this->after->state($group, $card) === 'active' && $this->after->state($group, $own) === 'active') {
				return true;
			}
		}
		return false;
	}

	/** Whether a file put both into a group, one of them from nowhere. */
	private function broughtTogether(string $viewer, int $card): bool {
		$own = $this->after->cardOf($viewer);
		foreach (array_keys($this->after->groups) as $group) {
			$both = $this->after->state($group, $own) === 'active' && $this->after->state($group, $card) === 'active';
			if ($both && in_array('none', [$this->before->state($group, $own), $this->before->state($group, $card)], true)) {
				return true;
			}
		}
		return false;
	}

	/** Whether the act is one of the card's person or its keeper. */
	private function speaksFor(int $card): bool {
		$token = $this->act->on['token'] ?? null;
		if ($token !== null && ($this->before->links[hash('sha256', (string)$token)] ?? null) === $card) {
			return true;
		}
		if (!isset($this->before->cards[$card])) {
			// Made by the act, which is by a link of its person where it is by nobody.
			return $this->act->by === null ? $token !== null : in_array($this->act->by, $this->after->deciders($card), true);
		}
		return $this->act->by !== null && in_array($this->act->by, $this->before->deciders($card), true);
	}

	/** Whether a question that was sent is answered: it was asked by an account with the right to. */
	private function isAsked(int $group): bool {
		return in_array($group, $this->before->askedInto[hash('sha256', (string)($this->act->on['token'] ?? ''))] ?? [], true);
	}

	/** Of two cards that became one, what either was in a group. */
	private function isMoved(int $group, int $card): bool {
		$own = $this->before->cardOf($this->act->by);
		return $this->act->what === 'member-takeOver' && $own !== null && !isset($this->after->cards[$own])
			&& $this->before->state($group, $own) === $this->after->state($group, $card);
	}
}
