<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Shared\Audience\Viewer;

/** What somebody meets when they come in: what waits for them, the searches they keep, and who is new. */
class MemberHome {
	private const NEWEST = 6;
	private const SEARCHES = 5;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly MemberPresenter $presenter,
		private readonly KeptCards $kept,
		private readonly SavedSearches $searches,
	) {
	}

	/** @return array<string, mixed> HomeSchema of src/member/model.ts */
	public function present(Viewer $viewer): array {
		$newest = $this->members->findNewest($viewer->memberId, self::NEWEST);
		return [
			'awaits' => $this->awaits($viewer),
			'searches' => $this->searches->of((string)$viewer->uid, self::SEARCHES),
			'newest' => array_map(fn (Member $member): array => $this->presenter->summary($this->presenter->listed($viewer, $member)), $newest),
		];
	}

	/** @return list<array{kind: string, count?: int}> */
	private function awaits(Viewer $viewer): array {
		$own = $viewer->memberId === null ? null : $this->members->findById($viewer->memberId);
		$awaits = $own === null || $own->statusIs(Status::Published) ? [] : [['kind' => 'card_' . $own->getStatus()]];
		$drafts = $this->kept->countWithoutConsent($viewer);
		return $drafts === 0 ? $awaits : [...$awaits, ['kind' => 'consents', 'count' => $drafts]];
	}
}
