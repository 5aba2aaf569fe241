<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** Which addresses of subscribers a facilitator may connect with their names. */
class KnownAddresses {
	public function __construct(
		private readonly MemberPresenter $cards,
		private readonly Refusals $hashes,
	) {
	}

	/**
	 * @param string $hash of the address
	 * @param ?string $uid account of the subscriber
	 * @param ?Member $card of the subscriber, whether the viewer may see it or not
	 */
	public function mayConnect(Viewer $viewer, string $hash, ?string $uid, ?Member $card): bool {
		if ($uid === null && $card === null) {
			return true;
		}
		// The keeper of a card knows it also while it is a draft.
		$contact = match (true) {
			$card === null => [],
			Visibility::keeps($viewer, $card) => $card->contactDetails(),
			default => $this->cards->reach($viewer, $card),
		};
		$isOwn = $uid !== null && $uid === $viewer->uid;
		return $isOwn || (isset($contact['email']) && hash_equals($hash, $this->hashes->hash($contact['email'])));
	}

	/** Why no mail reaches a subscriber. A reason about others at their address is only for viewers who know that address: else null. */
	public function reasonFor(Viewer $viewer, NoMail $why, Reached $one): ?NoMail {
		$isAboutOthers = $why === NoMail::Shared || $why === NoMail::LeftThere;
		return $isAboutOthers && !$this->mayConnect($viewer, (string)$one->hash, $one->uid, $one->card) ? null : $why;
	}
}
