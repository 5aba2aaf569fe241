<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** Pages of cards, as somebody may see them. */
class MemberDirectory {
	public const DEFAULT_LIMIT = 20;
	private const MAX_LIMIT = 100;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly MemberPresenter $presenter,
	) {
	}

	/**
	 * The published cards, by name.
	 *
	 * @return array{members: list<array<string, mixed>>, total: int, next: ?string}
	 * @throws ReasonException bad_cursor · bad_limit
	 */
	public function published(Viewer $viewer, string $cursor = '', int $limit = self::DEFAULT_LIMIT): array {
		$after = $this->check($cursor, $limit);
		return $this->page($viewer, $this->members->findPublished($after, $limit + 1), $limit, $this->members->countPublished());
	}

	/**
	 * The cards this viewer keeps for people without an account, whatever their status; for facilitators also those
	 * nobody in particular keeps.
	 *
	 * @return array{members: list<array<string, mixed>>, total: int, next: ?string}
	 * @throws ReasonException bad_cursor · bad_limit
	 */
	public function kept(Viewer $viewer, string $cursor = '', int $limit = self::DEFAULT_LIMIT): array {
		$after = $this->check($cursor, $limit);
		$uid = (string)$viewer->uid;
		$members = $this->members->findKept($uid, $viewer->facilitator, $after, $limit + 1);
		return $this->page($viewer, $members, $limit, $this->countKept($viewer));
	}

	public function countKept(Viewer $viewer): int {
		return $this->members->countKept((string)$viewer->uid, $viewer->facilitator);
	}

	/**
	 * @throws ReasonException bad_cursor · bad_limit
	 */
	private function check(string $cursor, int $limit): ?Cursor {
		if ($limit < 1 || $limit > self::MAX_LIMIT) {
			throw new ReasonException('bad_limit', details: ['max' => self::MAX_LIMIT]);
		}
		return Cursor::parse($cursor);
	}

	/**
	 * @param list<Member> $found one more than the page holds, where there are more
	 * @return array{members: list<array<string, mixed>>, total: int, next: ?string}
	 */
	private function page(Viewer $viewer, array $found, int $limit, int $total): array {
		$shown = array_slice($found, 0, $limit);
		return [
			'members' => array_map(fn (Member $member): array => $this->presenter->present($viewer, $member), $shown),
			'total' => $total,
			'next' => count($found) > $limit ? (string)Cursor::after($shown[$limit - 1]) : null,
		];
	}
}
