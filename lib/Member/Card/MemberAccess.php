<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/** The permissions on a card. */
class MemberAccess {
	public function __construct(
		private readonly MemberMapper $members,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * A card this viewer may see.
	 *
	 * @throws ReasonException not_found: the card does not exist, or this viewer may not see it
	 */
	public function seen(Viewer $viewer, int $id): Member {
		$member = $this->members->findById($id);
		if ($member === null || Visibility::relation($viewer, $member) === null) {
			throw ReasonException::notFound();
		}
		return $member;
	}

	/**
	 * A card this viewer decides about.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function kept(Viewer $viewer, int $id): Member {
		$member = $this->seen($viewer, $id);
		if (!Visibility::keeps($viewer, $member)) {
			throw ReasonException::notYours();
		}
		return $member;
	}

	/**
	 * A card this viewer may create a claim link for: its keeper, or any facilitator who can see it.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function hosted(Viewer $viewer, int $id): Member {
		$member = $this->seen($viewer, $id);
		if (!Visibility::keeps($viewer, $member) && !$viewer->facilitator) {
			throw ReasonException::notYours();
		}
		return $member;
	}

	/**
	 * The viewer's own card.
	 *
	 * @throws ReasonException no_card
	 */
	public function own(Viewer $viewer): Member {
		$member = $viewer->memberId === null ? null : $this->members->findById($viewer->memberId);
		return $member ?? throw new ReasonException('no_card', Http::STATUS_NOT_FOUND);
	}

	/**
	 * @return array<string, bool> the `can` of the payload, so that the interface shows only what works
	 */
	public function can(Viewer $viewer, Member $member): array {
		$keeps = Visibility::keeps($viewer, $member);
		$hasAccount = $member->getUid() !== null;
		$organisation = $member->isOrganisation();
		return [
			'edit' => $keeps,
			'confirm' => $keeps && StillTrue::isDue($member, $this->clock->getTime()),
			'publish' => $keeps && !$member->statusIs(Status::Published),
			'pause' => $keeps && $member->statusIs(Status::Published),
			'withdraw' => $keeps && $member->statusIs(Status::Published, Status::Paused),
			'delete' => $keeps,
			'export' => $keeps,
			'recordConsent' => $keeps && !$hasAccount,
			'askConsent' => $keeps && !$hasAccount && !$organisation && !$member->statusIs(Status::Withdrawn),
			'invite' => !$hasAccount && !$organisation && ($keeps || $viewer->facilitator),
			'passOn' => $keeps && !$hasAccount,
		];
	}
}
