<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\ReasonException;
use OCP\App\IAppManager;
use OCP\IGroup;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;

/**
 * The facilitators' group and its members. Réseau adds people only to the group it created itself: another group may grant rights elsewhere that not
 * everyone who may configure Réseau may grant.
 */
class Facilitation {
	/** Maximum groups or accounts in one search. */
	private const CHOICES = 20;

	public function __construct(
		private readonly string $appName,
		private readonly Network $network,
		private readonly IGroupManager $groups,
		private readonly IUserManager $users,
		private readonly IAppManager $apps,
	) {
	}

	/**
	 * @return array{group: string, exists: bool, can: array{change: bool}, people: list<array{uid: string, name: string, access: bool}>}
	 *         `group` is its name; `can.change`: people can be added and removed here; `access`: Réseau is enabled for them
	 */
	public function present(): array {
		$id = $this->network->facilitatorsGroup();
		$group = $this->groups->get($id);
		return [
			'group' => $group?->getDisplayName() ?? $id,
			'exists' => $group !== null,
			'can' => ['change' => $id === Network::FACILITATORS_GROUP && ($group === null || ($group->canAddUser() && $group->canRemoveUser()))],
			'people' => array_map(
				fn (array $person): array => $person + ['access' => $this->apps->isEnabledForUser($this->appName, $this->users->get($person['uid']))],
				$this->network->facilitators(),
			),
		];
	}

	/** Whether a group can be the facilitators': it exists, or is the one that Réseau creates. */
	public function mayBe(string $group): bool {
		return $group === Network::FACILITATORS_GROUP || ($group !== '' && $this->groups->groupExists($group));
	}

	/**
	 * Adds a person to the facilitators' group, which is created if needed, or removes them.
	 *
	 * @throws ReasonException foreign_group · unknown_account · group_not_writable
	 */
	public function set(string $uid, bool $member): void {
		if ($this->network->facilitatorsGroup() !== Network::FACILITATORS_GROUP) {
			throw new ReasonException('foreign_group', details: ['field' => 'member']);
		}
		$user = $this->users->get($uid);
		if ($user === null) {
			throw new ReasonException('unknown_account', details: ['field' => 'uid']);
		}
		$group = $this->group();
		if (!($member ? $group->canAddUser() : $group->canRemoveUser())) {
			throw new ReasonException('group_not_writable', details: ['field' => 'member']);
		}
		$member ? $group->addUser($user) : $group->removeUser($user);
	}

	/** @return list<array{id: string, name: string}> groups that match a text */
	public function groups(string $text): array {
		return array_values(array_map(
			static fn (IGroup $group): array => ['id' => $group->getGID(), 'name' => $group->getDisplayName()],
			$this->groups->search($text, self::CHOICES, 0),
		));
	}

	/** @return list<array{uid: string, name: string}> enabled accounts that match a text */
	public function accounts(string $text): array {
		$enabled = array_filter($this->users->searchDisplayName($text, self::CHOICES), static fn (IUser $user): bool => $user->isEnabled());
		return array_values(array_map(static fn (IUser $user): array => ['uid' => $user->getUID(), 'name' => $user->getDisplayName()], $enabled));
	}

	/**
	 * @throws ReasonException group_not_writable: no group can be created if all come from external backends
	 */
	private function group(): IGroup {
		return $this->groups->get(Network::FACILITATORS_GROUP)
			?? $this->groups->createGroup(Network::FACILITATORS_GROUP)
			?? throw new ReasonException('group_not_writable', details: ['field' => 'member']);
	}
}
