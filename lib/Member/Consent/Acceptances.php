<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent;

use OCA\Reseau\Shared\Audience\Owned;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Utility\ITimeFactory;

/** A person's acceptances of the network's charter, in the record of consents: once for everything in the network. */
class Acceptances {
	public function __construct(
		private readonly ConsentMapper $consents,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	/**
	 * @param list<int> $memberIds
	 * @return array<int, array{version: int, date: string}> the last acceptance of each card, by id
	 */
	public function latest(array $memberIds): array {
		$latest = [];
		foreach ($this->consents->findOfWhat($memberIds, Consent::CHARTER) as $consent) {
			$latest[$consent->getMemberId()] = ['version' => (int)$consent->getVersion(), 'date' => $consent->getGivenOn()];
		}
		return $latest;
	}

	public function record(Owned $member, int $version, string $how, ?string $byUid): void {
		$this->write($member, Consent::CHARTER, $version, $how, $byUid);
	}

	/** A person without an account has agreed to join a group. */
	public function recordEngagement(Owned $member, int $groupId, string $how, ?string $byUid): void {
		$this->write($member, Consent::ENGAGEMENT, $groupId, $how, $byUid);
	}

	private function write(Owned $member, string $what, int $version, string $how, ?string $byUid): void {
		$this->consents->insert(Consent::of($member->ownerId(), $what, (string)$version, $how, $this->days->today(), $byUid, $this->clock->getTime()));
	}
}
