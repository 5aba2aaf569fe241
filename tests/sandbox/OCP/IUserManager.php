<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IUserManager {
	public function get($uid);
	public function getDisplayName(string $uid): ?string;
	public function userExists($uid, array $excludeBackends = []);
	public function checkPassword($loginName, $password);
	public function search($pattern, $limit = null, $offset = null);
	public function searchDisplayName($pattern, $limit = null, $offset = null);
	public function createUser($uid, $password);
	public function callForAllUsers(\Closure $callback, $search = '');
}
