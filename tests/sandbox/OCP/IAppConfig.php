<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IAppConfig {
	public function clearCache(bool $reload = false): void;
	public function getValueString(string $app, string $key, string $default = '', bool $lazy = false): string;
	public function getValueInt(string $app, string $key, int $default = 0, bool $lazy = false): int;
}
