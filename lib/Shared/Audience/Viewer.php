<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

use OCA\Reseau\Shared\Fold;

/** A person who views something, with everything that decides what they may see. */
final class Viewer {
	/** @var ?array<int, list<array{id: int, title: string}>> the groups shared with each member, by member id */
	private ?array $together = null;

	/**
	 * @param ?string $uid account, null for a visitor
	 * @param ?int $memberId their own card
	 * @param bool $facilitator facilitates the network: keeps the cards without a keeper, otherwise sees nothing more
	 * @param array<int, array{title: string, members: list<int>}> $groups the groups they are active in, with the other active members
	 * @param bool $shown whether others see their own card
	 * @param ?list<int> $kept the members whose cards they keep; null: not known, or too many to list
	 * @param bool $public a visitor of the public showcase, who meets only people who chose to be in it
	 */
	public function __construct(
		public readonly ?string $uid,
		public readonly ?int $memberId = null,
		public readonly bool $facilitator = false,
		public readonly array $groups = [],
		public readonly bool $shown = false,
		public readonly ?array $kept = null,
		public readonly bool $public = false,
	) {
	}

	/** A visitor of the public showcase. The reader of a letter is not a visitor: they subscribed, and read what people show to everyone. */
	public static function visitor(): self {
		return new self(null, public: true);
	}

	/** Any member: an account without anything of its own, for what is shown to many people together. */
	public static function anyMember(): self {
		// No account has the empty name.
		return new self('');
	}

	/** The viewer as a member of one group only, or of none if it is not theirs. */
	public function within(int $group): self {
		return new self($this->uid, $this->memberId, $this->facilitator, array_intersect_key($this->groups, [$group => true]), $this->shown, $this->kept, $this->public);
	}

	/** @return list<array{id: int, title: string}> the groups they are active in, by title */
	public function ownGroups(): array {
		$own = array_map(static fn (int $id, array $group): array => ['id' => $id, 'title' => $group['title']], array_keys($this->groups), $this->groups);
		usort($own, static fn (array $a, array $b): int => Fold::text($a['title']) <=> Fold::text($b['title']));
		return $own;
	}

	/**
	 * @return list<array{id: int, title: string}> the groups this viewer shares with a member
	 */
	public function together(int $memberId): array {
		if ($this->together === null) {
			$this->together = [];
			foreach ($this->groups as $group => ['title' => $title, 'members' => $members]) {
				foreach ($members as $id) {
					$this->together[$id][] = ['id' => $group, 'title' => $title];
				}
			}
		}
		return $memberId === $this->memberId ? [] : $this->together[$memberId] ?? [];
	}
}
