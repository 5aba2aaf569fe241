<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IConfig {
	public function getSystemValueBool(string $key, bool $default = false): bool;
	public function getSystemValueString(string $key, string $default = ''): string;
	public function setUserValue($userId, $appName, $key, $value, $preCondition = null);
	public function getUserValue($userId, $appName, $key, $default = '');
	public function deleteUserValue($userId, $appName, $key);
	public function getUsersForUserValue($appName, $key, $value);
}
