<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use InvalidArgumentException;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUserManager;

/** The accounts. */
class Users implements IUserManager {
	public function __construct(
		private readonly Store $store,
		private readonly IEventDispatcher $events,
	) {
	}

	public function get($uid) {
		$row = $this->store->row('users', ['uid' => (string)$uid]);
		return $row === null ? null : $this->user($row);
	}

	public function getDisplayName(string $uid): ?string {
		return $this->get($uid)?->getDisplayName();
	}

	public function userExists($uid, array $excludeBackends = []) {
		return $this->get($uid) !== null;
	}

	public function createUser($uid, $password) {
		if (preg_match('/^[a-zA-Z0-9_.@\'-][a-zA-Z0-9 _.@\'-]{0,63}$/D', $uid) !== 1) {
			throw new InvalidArgumentException('An account name has 1 to 64 of a-z, A-Z, 0-9, spaces and _.@-\'');
		}
		if ($this->userExists($uid)) {
			throw new InvalidArgumentException('The account name is already being used');
		}
		if (strlen($password) < 10) {
			throw new InvalidArgumentException('A password has at least 10 characters');
		}
		return $this->add($uid, $password);
	}

	/** An account as in other backends than Nextcloud's own (LDAP, single sign-on), with any name. */
	public function add(string $uid, string $password): ?User {
		$values = ['displayname' => '', 'password' => self::hash($password), 'enabled' => 1];
		$this->store->put('users', ['uid' => $uid], $values);
		return $this->get($uid);
	}

	public function checkPassword($loginName, $password) {
		$row = $this->store->row('users', ['uid' => (string)$loginName]);
		return $row !== null && $row['enabled'] && password_verify($password, $row['password']) ? $this->user($row) : false;
	}

	public function search($pattern, $limit = null, $offset = null) {
		$found = [];
		foreach ($this->store->rows('users', [], 'uid') as $row) {
			if ($pattern === '' || stripos($row['uid'] . ' ' . $row['displayname'], $pattern) !== false) {
				$found[$row['uid']] = $this->user($row);
			}
		}
		return array_slice($found, (int)$offset, $limit, true);
	}

	public function searchDisplayName($pattern, $limit = null, $offset = null) {
		return array_values($this->search($pattern, $limit, $offset));
	}

	public function callForAllUsers(\Closure $callback, $search = '') {
		foreach ($this->search($search) as $user) {
			if ($callback($user) === false) {
				break;
			}
		}
	}

	/** Cheap on purpose: the passwords of a test bench are printed on its login page, and most are the same. */
	public static function hash(string $password): string {
		static $made = [];
		return $made[$password] ??= password_hash($password, PASSWORD_BCRYPT, ['cost' => 4]);
	}

	private function user(array $row): User {
		return new User($this->store, $this->events, $row);
	}
}
