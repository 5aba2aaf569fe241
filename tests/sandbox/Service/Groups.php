<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IConfig;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;

/**
 * The groups of accounts; `admin` are the administrators. `sandbox.groups` = `foreign` in the system config simulates groups
 * that all come from a read-only directory.
 */
class Groups implements IGroupManager {
	public function __construct(
		private readonly Store $store,
		private readonly IUserManager $users,
		private readonly IConfig $config,
	) {
	}

	public function get($gid) {
		$row = $this->store->row('groups', ['gid' => (string)$gid]);
		return $row === null ? null : $this->group($row);
	}

	public function groupExists($gid) {
		return $this->get($gid) !== null;
	}

	public function createGroup($gid) {
		if ((string)$gid === '' || ($this->foreign() && !$this->groupExists($gid))) {
			return null;
		}
		if (!$this->groupExists($gid)) {
			$this->store->put('groups', ['gid' => $gid], ['displayname' => $gid]);
		}
		return $this->get($gid);
	}

	public function search(string $search, ?int $limit = null, ?int $offset = 0) {
		$rows = array_filter($this->store->rows('groups', [], 'gid'), static fn (array $row): bool => $search === '' || mb_stripos($row['gid'] . ' ' . $row['displayname'], $search) !== false);
		return array_map($this->group(...), array_slice($rows, (int)$offset, $limit));
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

	/** @param array<string, mixed> $row */
	private function group(array $row): Group {
		return new Group($this->store, $this->users, $row, $this->foreign());
	}

	private function foreign(): bool {
		return $this->config->getSystemValueString('sandbox.groups') === 'foreign';
	}
}
