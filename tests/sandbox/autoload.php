<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * Classes of the sandbox (OCP\, of Teams OCA\Circles\, of Deck OCA\Deck\, of Files OCA\Files\, of the bin OCA\Files_Trashbin\, of its CalDAV server Sabre\VObject\, and Sandbox\) and of the libraries it needs. The app's own are added by the Kernel,
 * which knows where the app is.
 */

(require __DIR__ . '/../../scripts/lib/libraries.php')('Doctrine/DBAL', 'Symfony/Component/Console', 'Psr/Container', 'Psr/Log');

spl_autoload_register(static function (string $class): void {
	$file = __DIR__ . '/' . str_replace('\\', '/', str_starts_with($class, 'Sandbox\\') ? substr($class, 8) : $class) . '.php';
	if (preg_match('/^(OCP|OCA\\\\Circles|OCA\\\\Deck|OCA\\\\Files|OCA\\\\Files_Trashbin|Sabre\\\\VObject|Sandbox)\\\\/', $class) === 1 && is_file($file)) {
		require $file;
	}
});
