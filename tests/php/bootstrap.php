<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* PHPUnit: the classes of lib/ and of tests/php/, and the sandbox as their Nextcloud. */

require_once __DIR__ . '/../sandbox/bootstrap.php';

if (!is_file(__DIR__ . '/../../l10n/fr.json')) {
	throw new RuntimeException('l10n/fr.json is missing: npm run phpunit writes it, and so does npm run ready');
}

spl_autoload_register(static function (string $class): void {
	foreach (['OCA\\Reseau\\Tests\\' => __DIR__, 'OCA\\Reseau\\' => dirname(__DIR__, 2) . '/lib'] as $namespace => $folder) {
		$file = $folder . '/' . str_replace('\\', '/', substr($class, strlen($namespace))) . '.php';
		if (str_starts_with($class, $namespace) && is_file($file)) {
			require $file;
			return;
		}
	}
});
