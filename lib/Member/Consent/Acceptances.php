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

/** Which version of the network's charter a person accepted, in the record of consents: once for everything in the network. */
class Acceptances {
	public function __construct(
		private readonly ConsentMapper $consents,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	/**
	 * @param list<int> $memberIds
	 * @return array<int, array{version: int, date: string}> what each accepted last, by id of the card
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

	/** Somebody without an account has said that they come into a group. */
	public function recordEngagement(Owned $member, int $groupId, string $how, ?string $byUid): void {
		$this->write($member, Consent::ENGAGEMENT, $groupId, $how, $byUid);
	}

	private function write(Owned $member, string $what, int $version, string $how, ?string $byUid): void {
		$this->consents->insert(Consent::of($member->ownerId(), $what, (string)$version, $how, $this->days->today(), $byUid, $this->clock->getTime()));
	}
}
