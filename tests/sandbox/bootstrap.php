<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * The sandbox in the process of a test: sandbox() gives a Kernel with an empty database, the migrations run.
 *
 * RESEAU_DSN names another database than SQLite in memory (see Sandbox\Service\Database); it is emptied each time.
 */

use Sandbox\Kernel\Kernel;

require_once __DIR__ . '/autoload.php';

/** @param ?string $app folder of the app; this one by default */
function sandbox(?string $app = null): Kernel {
	$state = sys_get_temp_dir() . '/reseau-sandbox-' . getmypid() . '-' . bin2hex(random_bytes(4));
	register_shutdown_function(static function () use ($state): void {
		array_map(unlink(...), [...glob("$state/mail/*"), ...glob("$state/*.*")]);
		array_map(rmdir(...), array_filter(["$state/mail", $state], is_dir(...)));
	});
	$kernel = new Kernel($app ?? dirname(__DIR__, 2), $state, getenv('RESEAU_DSN') ?: 'sqlite:///:memory:');
	$kernel->reset();
	return $kernel;
}
