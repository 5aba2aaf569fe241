<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* `occ`: php console.php COMMAND, on the state folder RESEAU_STATE (and the database RESEAU_DSN) as serve.php. Brings the tables up to date first. */

use Sandbox\Kernel\Console;
use Sandbox\Kernel\Kernel;

require_once __DIR__ . '/autoload.php';

$kernel = Kernel::ofEnvironment();
$kernel->migrate();
exit($kernel->get(Console::class)->run());
