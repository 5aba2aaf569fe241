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
	/** Before everything else of the page, with the words of the app unless its name says it has its own. */
	public static function addInitScript(string $application, string $file): void {
		self::addScript($application, $file, 'core', true);
	}

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
