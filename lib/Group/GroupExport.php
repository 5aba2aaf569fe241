<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Editing\MemberService;

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
				// Unanswered invitations and requests are not exported; they have to be made again in the new network.
				if (!$membership->is(Membership::ACTIVE, Membership::LEFT)) {
					continue;
				}
				$ref = $refs[$membership->getMemberId()];
				if ($membership->getFacilitates() === true) {
					$facilitators[] = $ref;
				}
				$rows[] = array_filter([
					'member' => $ref,
					'role' => $membership->getRole() ?? '',
					'facilitatesUntil' => $membership->getFacilitatesUntil(),
					'commitment' => $membership->getCommitment() ?? '',
					'hours' => $membership->getHours(),
					'from' => $membership->getFromDate(),
					'until' => $membership->getUntilDate(),
					'limits' => $membership->getLimits() ?? '',
					'left' => $membership->getLeftDate(),
					'exitNote' => $membership->getExitNote(),
				], static fn (?string $value): bool => $value !== null);
			}
			$exported[] = array_filter([
				'id' => $group->getRef() ?? 'group-' . $group->getId(),
				'title' => $group->getTitle(),
				'purpose' => $group->getPurpose(),
				'mandate' => $group->mandate(),
				'seeks' => (string)$group->getSeeks() ?: null,
				'terms' => $group->terms() ?: null,
				'territories' => $group->places() ?: null,
				// “Forming” depends on team, board and folder, which are not exported.
				'status' => $group->is(Group::ACTIVE, Group::FORMING) ? null : $group->getStatus(),
				'join' => $group->getJoining(),
				'channel' => $group->channel(),
				'facilitators' => $facilitators,
				'memberships' => $rows,
			], static fn (mixed $value): bool => $value !== null);
		}
		return $exported;
	}
}
