<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\KeptMapper;
use OCA\Reseau\Member\Card\KeptState;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;

/** The cards a person keeps for people without an account. */
class KeptCards {
	/** @var array<string, string> the shape of a cursor */
	private const CURSOR = ['kept' => 'isi'];

	public function __construct(
		private readonly KeptMapper $cards,
		private readonly MemberPresenter $presenter,
		private readonly KeptCount $count,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * The cards this viewer keeps, of any status: due ones first, then by name; for facilitators also cards without a keeper.
	 *
	 * @param string $of a KeptState; empty: any
	 * @return array{members: list<array<string, mixed>>, total: int, next: ?string} MemberPageSchema of src/member/model.ts
	 * @throws ReasonException bad_cursor · bad_limit · unknown_state
	 */
	public function page(Viewer $viewer, string $cursor, int $limit, string $of): array {
		MemberSearch::checkLimit($limit);
		$state = KeptState::tryFrom($of);
		if ($state === null && $of !== '') {
			throw new ReasonException('unknown_state', details: ['field' => 'state']);
		}
		$now = $this->clock->getTime();
		$after = Cursor::parse($cursor, self::CURSOR);
		$found = $this->cards->find((string)$viewer->uid, $viewer->facilitator, StillTrue::yearBefore($now), $after, $limit + 1, $state, $now);
		$shown = array_slice($found, 0, $limit);
		$last = $shown[$limit - 1] ?? null;
		return [
			'members' => array_map(fn (Member $member): array => $this->presenter->present($viewer, $member), $shown),
			'total' => $this->count->all($viewer, $state),
			'next' => $last !== null && count($found) > $limit
				? (string)new Cursor('kept', [StillTrue::isDue($last, $now) ? 0 : 1, $last->getSortName(), $last->ownerId()])
				: null,
		];
	}
}
