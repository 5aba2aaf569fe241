<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;

/** Which people a notice may be announced to. */
class NoticesFor {
	public function __construct(
		private readonly Matches $matches,
		private readonly Days $days,
	) {
	}

	/**
	 * Whether a person may be notified of a notice now: they see it, it is someone else's and still open, and they did not decline its author.
	 *
	 * @param Member $own the card of the viewer
	 */
	public function reaches(Viewer $viewer, Member $own, AuthoredNotice $one): bool {
		return $own->isShown()
			&& $one->isOpen()
			&& $one->notice->getUntilDay() >= $this->days->today(uid: $viewer->uid)
			&& $one->isSeenBy($viewer)
			&& !$one->isKeptBy($viewer)
			&& !in_array($one->author->ownerId(), $this->matches->declinedBy($own), true);
	}
}
