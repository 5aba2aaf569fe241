<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IUserManager;

/** The names of people who answer visitors: as in conversations, from their card. */
class ReaderNames {
	public function __construct(
		private readonly People $people,
		private readonly IUserManager $users,
	) {
	}

	/** @return ?string the name of the account if it has no card; null if neither exists */
	public function of(string $uid): ?string {
		return $this->people->byUid($uid)?->getName() ?? $this->users->getDisplayName($uid);
	}

	/** @return ?string as of(); also null if the viewer may not see the card */
	public function seenBy(Viewer $viewer, string $uid): ?string {
		$card = $this->people->byUid($uid);
		return $card === null || People::knows($viewer, $card) ? $this->of($uid) : null;
	}
}
