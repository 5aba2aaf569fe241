<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * Answers a function that loads the PHP libraries of the sandbox, the tests and the checks: those of `composer install` where it was run, else
 * Debian's packages, named by their folders.
 */
return static function (string ...$packages): void {
	$composer = dirname(__DIR__, 2) . '/vendor/autoload.php';
	$debian = array_map(static fn (string $package): string => "/usr/share/php/$package/autoload.php", $packages);
	foreach (is_file($composer) ? [$composer] : $debian as $file) {
		require_once $file;
	}
};
