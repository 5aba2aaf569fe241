<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny\AppInfo;

use OCA\Tiny\ThingGone;
use OCA\Tiny\ThingMiddleware;
use OCA\Tiny\ThingSearch;
use OCP\AppFramework\App;
use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\AppFramework\Bootstrap\IBootstrap;
use OCP\AppFramework\Bootstrap\IRegistrationContext;
use OCP\User\Events\UserDeletedEvent;

class Application extends App implements IBootstrap {
	public function __construct() {
		parent::__construct('tiny');
	}

	public function register(IRegistrationContext $context): void {
		$context->registerMiddleware(ThingMiddleware::class);
		$context->registerSearchProvider(ThingSearch::class);
		$context->registerEventListener(UserDeletedEvent::class, ThingGone::class);
	}

	public function boot(IBootContext $context): void {
	}
}
