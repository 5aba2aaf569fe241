<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCP\IURLGenerator;

/** Wherever Nextcloud shows accounts: the pages of their cards, for those the viewer may see. */
class CardsOfAccounts {
	public function __construct(
		private readonly People $people,
		private readonly Viewers $viewers,
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * @param list<string> $uids
	 * @return array<string, string> addresses by account; empty without a session, which the pages require
	 */
	public function addresses(array $uids): array {
		$viewer = $this->viewers->current();
		$addresses = [];
		foreach ($viewer->uid === null || $uids === [] ? [] : $this->people->byUids($uids) as $uid => $member) {
			if (People::knows($viewer, $member)) {
				$addresses[(string)$uid] = $this->urls->linkToRouteAbsolute('reseau.page.index') . "members/{$member->ownerId()}";
			}
		}
		return $addresses;
	}
}
