<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IGroup;
use OCP\IUser;
use OCP\IUserManager;

class Group implements IGroup {
	/**
	 * @param array<string, mixed> $row of oc_groups
	 * @param bool $foreign comes from a directory that can only be read
	 */
	public function __construct(
		private readonly Store $store,
		private readonly IUserManager $users,
		private array $row,
		private readonly bool $foreign,
	) {
	}

	public function getGID(): string {
		return $this->row['gid'];
	}

	public function getDisplayName(): string {
		return $this->row['displayname'];
	}

	public function setDisplayName(string $displayName): bool {
		$this->row['displayname'] = $displayName;
		$this->store->put('groups', ['gid' => $this->getGID()], ['displayname' => $displayName]);
		return true;
	}

	public function getUsers(): array {
		$users = [];
		foreach ($this->store->rows('group_user', ['gid' => $this->getGID()], 'uid') as $row) {
			$users[$row['uid']] = $this->users->get($row['uid']);
		}
		return $users;
	}

	public function addUser(IUser $user): void {
		$this->store->put('group_user', ['gid' => $this->getGID(), 'uid' => $user->getUID()]);
	}

	public function removeUser(IUser $user): void {
		$this->store->remove('group_user', ['gid' => $this->getGID(), 'uid' => $user->getUID()]);
	}

	public function canAddUser(): bool {
		return !$this->foreign;
	}

	public function canRemoveUser(): bool {
		return !$this->foreign;
	}
}
