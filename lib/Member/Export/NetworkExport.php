<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Export;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Editing\MemberService;

/**
 * All cards in the import format, regardless of their audience: for the administrator's backups, only through occ.
 */
class NetworkExport {
	public function __construct(
		private readonly MemberMapper $members,
		private readonly ConsentMapper $consents,
		private readonly MemberService $service,
	) {
	}

	/** @return list<array<string, mixed>> */
	public function export(): array {
		$refs = $this->service->refs();
		return array_map(function (Member $member) use ($refs): array {
			$row = ['id' => $refs[$member->ownerId()]] + ($member->isOrganisation() ? ['kind' => $member->kind()->value] : [])
				+ ['name' => $member->getName()] + $member->cardParts();
			$row['contact'] = (object)$member->contactDetails();
			foreach (Part::cases() as $part) {
				$row['audience'][$part->value] = $member->audienceOf($part)->value;
			}
			$row['account'] = $member->getUid() !== null;
			if ($member->getUid() !== null) {
				$row['uid'] = $member->getUid();
			}
			$row['status'] = $member->getStatus();
			$row['joined'] = $member->getJoined();
			$confirmed = max((int)$member->getEditedAt(), (int)$member->getConfirmedAt());
			if ($confirmed > 0) {
				$row['confirmed'] = gmdate('Y-m-d', $confirmed);
			}
			if ($member->getStewardUid() !== null) {
				$row['steward'] = $member->getStewardUid();
			}
			$consent = $member->getUid() === null ? $this->consents->inForce($member->ownerId()) : null;
			if ($consent !== null) {
				$row['consent'] = ['date' => $consent->getGivenOn(), 'how' => $consent->getHow()];
			}
			return $row;
		}, $this->members->findAll());
	}
}
