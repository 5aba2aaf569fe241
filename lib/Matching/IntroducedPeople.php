<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** An introduction with its two people. */
final class IntroducedPeople {
	/** @param array<int, Member> $members by id, with identity and visibility at least */
	public function __construct(
		public readonly Introduction $introduction,
		private readonly array $members,
	) {
	}

	public function id(): int {
		return (int)$this->introduction->getId();
	}

	public function member(Side $side): ?Member {
		return $this->members[$this->introduction->memberId($side)] ?? null;
	}

	/** The person of a side, if the viewer may know of them. */
	public function known(Viewer $viewer, Side $side): ?Member {
		$member = $this->member($side);
		return $member !== null && People::knows($viewer, $member) ? $member : null;
	}

	/** The side of the viewer: as one of the two, otherwise as keeper of the card of one; null: none. */
	public function sideOf(Viewer $viewer): ?Side {
		foreach (Side::cases() as $side) {
			if ($viewer->memberId !== null && $this->introduction->memberId($side) === $viewer->memberId) {
				return $side;
			}
		}
		foreach (Side::cases() as $side) {
			$member = $this->member($side);
			if ($member !== null && Visibility::keeps($viewer, $member)) {
				return $side;
			}
		}
		return null;
	}

	/** Whether everyone else sees both their cards. */
	public function areShown(): bool {
		return $this->member(Side::From)?->isShown() === true && $this->member(Side::To)?->isShown() === true;
	}
}
