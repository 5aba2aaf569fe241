<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Page;

class Util {
	public static function addScript(
		string $application,
		?string $file = null,
		string $afterAppId = 'core',
		bool $prepend = false,
	): void {
		Kernel::current()->container()->get(Page::class)->addScript($application, (string)$file);
	}

	public static function addStyle(string $application, ?string $file = null, bool $prepend = false): void {
		Kernel::current()->container()->get(Page::class)->addStyle($application, (string)$file);
	}
}
