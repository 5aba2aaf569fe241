<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * Classes of the sandbox (OCP\, of Teams OCA\Circles\, of Deck OCA\Deck\, of Files OCA\Files\, of the bin OCA\Files_Trashbin\, and Sandbox\) and of the Debian packages it stands on. The app's own are added by the Kernel,
 * which knows where the app is.
 */

foreach (['Doctrine/DBAL', 'Symfony/Component/Console', 'Psr/Container', 'Psr/Log'] as $package) {
	require_once "/usr/share/php/$package/autoload.php";
}

spl_autoload_register(static function (string $class): void {
	$file = __DIR__ . '/' . str_replace('\\', '/', str_starts_with($class, 'Sandbox\\') ? substr($class, 8) : $class) . '.php';
	if (preg_match('/^(OCP|OCA\\\\Circles|OCA\\\\Deck|OCA\\\\Files|OCA\\\\Files_Trashbin|Sandbox)\\\\/', $class) === 1 && is_file($file)) {
		require $file;
	}
});
