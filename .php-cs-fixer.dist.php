<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// composer cs:check, after composer install. This has not been run yet: its first run may find differences.

require_once __DIR__ . '/vendor/autoload.php';

$config = new Nextcloud\CodingStandard\Config();
$config->getFinder()
	->in([__DIR__ . '/lib', __DIR__ . '/scripts', __DIR__ . '/templates', __DIR__ . '/tests'])
	->exclude('.state')
	->append([__FILE__]);
return $config;
