<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Services;

interface IAppConfig {
	public function getAppKeys(): array;
	public function deleteAppValue(string $key): void;
	public function setAppValueString(string $key, string $value, bool $lazy = false, bool $sensitive = false): bool;
	public function getAppValueString(string $key, string $default = '', bool $lazy = false): string;
}
