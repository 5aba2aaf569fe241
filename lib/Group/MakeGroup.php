<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\Interactions;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;

/** Creates the row of a group and its first members; its team, board and folder are up to GroupMaking. */
class MakeGroup {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly GroupMapper $groups,
		private readonly GroupStore $store,
		private readonly GroupSubject $subject,
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly GroupAccess $access,
		private readonly GroupNotifications $notifications,
		private readonly GroupLimits $limits,
		private readonly Network $network,
		private readonly ITimeFactory $clock,
		private readonly Interactions $interactions,
	) {
	}

	/**
	 * The creator facilitates it. Other facilitators are invited: everyone has to agree before they join. A group already created from the same key, or
	 * from the same place of the same minutes, is returned as it is now.
	 *
	 * @param array<array-key, mixed> $input NewGroupSchema of src/group/model.ts
	 * @throws ReasonException no_card · card_hidden · unknown_member · not_yours: minutes are for facilitators of the network · restricted ·
	 *                         enough_invitations_today · those of GroupRules::write() and GroupSubject::write()
	 */
	public function make(Viewer $viewer, array $input): Group {
		GroupAccess::requireShown($this->access->own($viewer));
		$group = $this->read($viewer, $input);
		$asked = array_map(Input::number(...), Fields::list($input['facilitators'] ?? [], 'facilitators', GroupRules::LIMITS['facilitators']));
		$invited = $this->invited($viewer, $asked);
		$made = $group->getMadeFrom() === null ? null : $this->groups->findMadeFrom($group->getMadeFrom());
		if ($made !== null) {
			return $made;
		}
		foreach ($invited as $id => $member) {
			$this->limits->countInvitation($viewer);
			$this->interactions->requireAllowed($viewer->uid, $member->getUid(), 'facilitators.' . array_search($id, $asked, true));
		}
		try {
			$invited = $this->atomic(function () use ($viewer, $group, $asked): array {
				$this->people->hold(...array_filter([$viewer->memberId, ...$asked], is_int(...)));
				$maker = $this->access->own($viewer);
				GroupAccess::requireShown($maker);
				$invited = $this->invited($viewer, $asked);
				$this->store->insert($group);
				$first = Membership::of((int)$group->getId(), $maker->ownerId(), Membership::ACTIVE);
				$first->setFacilitates(true);
				$this->memberships->insert($first);
				foreach (array_keys($invited) as $id) {
					$asked = Membership::of((int)$group->getId(), $id, Membership::INVITED);
					$asked->setFacilitates(true);
					$asked->setInvitedBy($viewer->uid);
					$asked->setInvitedAt($this->clock->getTime());
					$this->memberships->insert($asked);
				}
				return $invited;
			}, $this->db);
		} catch (Exception $e) {
			// Requested twice at the same moment.
			if ($e->getReason() !== Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw $e;
			}
			return $this->groups->findMadeFrom((string)$group->getMadeFrom()) ?? throw $e;
		}
		foreach ($invited as $member) {
			$member->getUid() === null
				? $this->notifications->askKeepers((int)$group->getId(), $member, (string)$viewer->uid)
				: $this->notifications->notify(GroupNotifications::INVITED, (int)$group->getId(), $member);
		}
		return $group;
	}

	/**
	 * @param list<?int> $asked
	 * @return array<int, Member> people invited to facilitate with the creator, by id of the card
	 * @throws ReasonException unknown_member
	 */
	private function invited(Viewer $viewer, array $asked): array {
		$invited = [];
		foreach ($asked as $id) {
			$member = $this->access->known($viewer, $id);
			$invited[$member->ownerId()] = $member;
		}
		unset($invited[$viewer->memberId]);
		return $invited;
	}

	/** @param array<array-key, mixed> $input */
	private function read(Viewer $viewer, array $input): Group {
		$group = new Group();
		$group->setPurpose('');
		$group->writeMandate([]);
		$group->setJoining($this->network->teamPreset()->value);
		GroupRules::write($group, $input + ['title' => '']);
		$this->subject->write($group, $input);
		$group->setStatus(Group::FORMING);
		$group->setVersion(1);
		$group->setCreatedAt($this->clock->getTime());
		$group->setCreatedBy($viewer->uid);
		$group->setModel(isset($input['model']) ? Fields::text($input['model'], 'model', GroupRules::LIMITS['model']) : null);
		$key = Fields::text($input['key'] ?? '', 'key', GroupRules::LIMITS['key']);
		if ($key !== '') {
			$group->setMadeFrom("$viewer->uid/$key");
		}
		if (isset($input['minutes'])) {
			$this->network->requireFacilitator((string)$viewer->uid);
			$minutes = Fields::map($input['minutes'], 'minutes');
			$group->setMinutesId(self::number($minutes, 'id'));
			$group->setMinutesPosition(Input::count($minutes['position'] ?? null) ?? throw self::wrong('position'));
			// No account has this name.
			$group->setMadeFrom("/minutes/{$group->getMinutesId()}/{$group->getMinutesPosition()}");
		}
		return $group;
	}

	/**
	 * @param array<array-key, mixed> $map
	 * @throws ReasonException wrong_type
	 */
	private static function number(array $map, string $key): int {
		$number = Input::number($map[$key] ?? null);
		return $number !== null && $number >= 0 ? $number : throw self::wrong($key);
	}

	private static function wrong(string $key): ReasonException {
		return new ReasonException('wrong_type', details: ['field' => "minutes.$key"]);
	}
}
