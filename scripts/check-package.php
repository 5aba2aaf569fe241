<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// php check-package.php FOLDER: what the app store would refuse of an app, and what it would lack once installed. The folder is what is packed.

require __DIR__ . '/package/AppInfo.php';
require __DIR__ . '/package/AppFolder.php';

$faults = (new OCA\Reseau\Scripts\Package\AppFolder(rtrim($argv[1] ?? exit(2), '/')))->faults();
foreach ($faults as $fault) {
	echo $fault, "\n";
}
exit($faults === [] ? 0 : 1);
