<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;

/** The groups of accounts; `admin` are the administrators. */
class Groups implements IGroupManager {
	public function __construct(
		private readonly Store $store,
		private readonly IUserManager $users,
	) {
	}

	public function get($gid) {
		$row = $this->store->row('groups', ['gid' => (string)$gid]);
		return $row === null ? null : new Group($this->store, $this->users, $row);
	}

	public function groupExists($gid) {
		return $this->get($gid) !== null;
	}

	public function createGroup($gid) {
		if ((string)$gid === '') {
			return null;
		}
		if (!$this->groupExists($gid)) {
			$this->store->put('groups', ['gid' => $gid], ['displayname' => $gid]);
		}
		return $this->get($gid);
	}

	public function getUserGroupIds(IUser $user): array {
		return array_column($this->store->rows('group_user', ['uid' => $user->getUID()], 'gid'), 'gid');
	}

	public function isAdmin($userId) {
		return $this->isInGroup($userId, 'admin');
	}

	public function isInGroup($userId, $group) {
		return $this->store->row('group_user', ['gid' => (string)$group, 'uid' => (string)$userId]) !== null;
	}
}
