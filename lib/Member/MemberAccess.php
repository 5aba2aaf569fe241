<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** Who may do what with a card. */
class MemberAccess {
	/**
	 * @throws ReasonException not_found: the card is not there, or not for this viewer
	 */
	public function requireSight(Viewer $viewer, ?Member $member): Member {
		if ($member === null || Audience::relation($viewer, $member) === null) {
			throw ReasonException::notFound();
		}
		return $member;
	}

	/**
	 * @throws ReasonException not_found · not_yours
	 */
	public function requireKeeper(Viewer $viewer, ?Member $member): Member {
		$member = $this->requireSight($viewer, $member);
		if (!Audience::keeps($viewer, $member)) {
			throw ReasonException::notYours();
		}
		return $member;
	}

	/**
	 * For making claim links: the keeper, or any facilitator who can see the card.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function requireHost(Viewer $viewer, ?Member $member): Member {
		$member = $this->requireSight($viewer, $member);
		if (!Audience::keeps($viewer, $member) && !$viewer->facilitator) {
			throw ReasonException::notYours();
		}
		return $member;
	}

	/**
	 * @return array<string, bool> the `can` of the payload, for the interface to show only what works
	 */
	public function can(Viewer $viewer, Member $member): array {
		$keeps = Audience::keeps($viewer, $member);
		$hasAccount = $member->getUid() !== null;
		return [
			'edit' => $keeps,
			'publish' => $keeps && !$member->statusIs(Status::Published),
			'pause' => $keeps && $member->statusIs(Status::Published),
			'withdraw' => $keeps && $member->statusIs(Status::Published, Status::Paused),
			'delete' => $keeps,
			'export' => $keeps,
			'recordConsent' => $keeps && !$hasAccount,
			'invite' => !$hasAccount && ($keeps || $viewer->facilitator),
			'passOn' => $keeps && !$hasAccount,
		];
	}
}
