<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\MemberService;

/** The groups in the format they are imported from. */
class GroupExport {
	public function __construct(
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly MemberService $members,
	) {
	}

	/** @return list<array<string, mixed>> */
	public function export(): array {
		$exported = [];
		$refs = $this->members->refs();
		foreach ($this->groups->findAll() as $group) {
			$rows = [];
			$facilitators = [];
			foreach ($this->memberships->findOfGroup((int)$group->getId()) as $membership) {
				$ref = $refs[$membership->getMemberId()];
				if ($membership->getFacilitates() === true) {
					$facilitators[] = $ref;
				}
				$rows[] = array_filter([
					'member' => $ref,
					'role' => $membership->getRole() ?? '',
					'commitment' => $membership->getCommitment() ?? '',
					'from' => $membership->getFromDate(),
					'until' => $membership->getUntilDate(),
					'limits' => $membership->getLimits() ?? '',
					'left' => $membership->getLeftDate(),
					'exitNote' => $membership->getExitNote(),
				], static fn (?string $value): bool => $value !== null);
			}
			$exported[] = [
				'id' => $group->getRef() ?? 'group-' . $group->getId(),
				'title' => $group->getTitle(),
				'purpose' => $group->getPurpose(),
				'mandate' => json_decode($group->getMandate(), true, 16, JSON_THROW_ON_ERROR),
				'facilitators' => $facilitators,
				'memberships' => $rows,
			];
		}
		return $exported;
	}
}
