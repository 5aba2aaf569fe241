<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** A conversation with its two people. A person whose card was erased is missing. */
final class TwoPeople {
	/**
	 * @param array<string, Party> $parties by side
	 * @param array<int, Member> $members with identity and visibility only, by id
	 */
	public function __construct(
		public readonly Conversation $conversation,
		private readonly array $parties,
		private readonly array $members,
	) {
	}

	public function id(): int {
		return (int)$this->conversation->getId();
	}

	public function party(Side $side): ?Party {
		return $this->parties[$side->value] ?? null;
	}

	public function member(Side $side): ?Member {
		return $this->members[$this->party($side)?->getMemberId() ?? 0] ?? null;
	}

	/** The side of the viewer: as one of the two, otherwise as keeper of the card of one; null: none. */
	public function sideOf(Viewer $viewer): ?Side {
		$own = $viewer->memberId === null ? null : $this->sideOfPerson($viewer->memberId);
		if ($own !== null) {
			return $own;
		}
		foreach (Side::cases() as $side) {
			$member = $this->member($side);
			if ($member !== null && Visibility::keeps($viewer, $member)) {
				return $side;
			}
		}
		return null;
	}

	public function sideOfPerson(int $memberId): ?Side {
		foreach (Side::cases() as $side) {
			if ($this->party($side)?->getMemberId() === $memberId) {
				return $side;
			}
		}
		return null;
	}

	/** Whether the person of a side is an author who stays unnamed to all others. */
	public function isMasked(Side $side): bool {
		return $side === Side::To && $this->conversation->isMasked();
	}

	/** The person of a side, if the viewer may know of them here. */
	public function known(Viewer $viewer, Side $side): ?Member {
		$member = $this->member($side);
		$named = !$this->isMasked($side) || $this->sideOf($viewer) === $side;
		return $named && $member !== null && People::knows($viewer, $member) ? $member : null;
	}

	public function isUnread(Side $side): bool {
		return (int)$this->party($side)?->getReadId() < $this->conversation->getLastId();
	}
}
