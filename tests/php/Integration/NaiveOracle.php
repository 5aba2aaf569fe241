<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

/**
 * The rights to see things, written out flat from the design, without code of the app: facts in, answer out.
 * Slow and plain on purpose.
 */
final class NaiveOracle {
	/**
	 * @param array<int, array{uid: ?string, steward: ?string, status: string, audience: array<string, string>, showcased?: bool}> $cards by id; `showcased`: their person chose to be in the showcase
	 * @param list<array{group: string, card: int, active: bool}> $memberships
	 * @param list<string> $facilitators accounts
	 */
	public function __construct(
		private readonly array $cards,
		private readonly array $memberships,
		private readonly array $facilitators,
	) {
	}

	public function keeps(string $viewer, int $card): bool {
		$facts = $this->cards[$card];
		if ($facts['uid'] !== null) {
			return $facts['uid'] === $viewer;
		}
		if ($facts['steward'] !== null) {
			return $facts['steward'] === $viewer;
		}
		return in_array($viewer, $this->facilitators, true);
	}

	public function knows(string $viewer, int $card): bool {
		return $this->cards[$card]['status'] === 'published' || $this->keeps($viewer, $card);
	}

	public function mayRead(string $viewer, int $card, string $part): bool {
		if ($this->keeps($viewer, $card)) {
			return true;
		}
		if ($this->cards[$card]['status'] !== 'published') {
			return false;
		}
		$audience = $this->cards[$card]['audience'][$part];
		if ($audience === 'public' || $audience === 'members') {
			return true;
		}
		return $audience === 'groups' && $this->shareAGroup($viewer, $card);
	}

	/** Whether a visitor of the showcase meets a person. */
	public function visitorKnows(int $card): bool {
		return ($this->cards[$card]['showcased'] ?? false) && $this->cards[$card]['status'] === 'published';
	}

	public function visitorReads(int $card, string $part): bool {
		return $this->visitorKnows($card) && $this->cards[$card]['audience'][$part] === 'public';
	}

	/** Whether a preview as a visitor, a member or a member of the owner's groups shows a part. */
	public function previewShows(string $as, int $card, string $part): bool {
		$audience = $this->cards[$card]['audience'][$part];
		if ($as === 'visitor') {
			return $audience === 'public';
		}
		if ($as === 'member') {
			return $audience === 'public' || $audience === 'members';
		}
		return $audience !== 'me';
	}

	private function shareAGroup(string $viewer, int $card): bool {
		foreach ($this->memberships as $mine) {
			foreach ($this->memberships as $theirs) {
				if ($mine['active'] && $theirs['active'] && $mine['group'] === $theirs['group']
					&& $this->cards[$mine['card']]['uid'] === $viewer && $theirs['card'] === $card && $mine['card'] !== $card) {
					return true;
				}
			}
		}
		return false;
	}
}
