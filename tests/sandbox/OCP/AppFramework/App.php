<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework;

use Psr\Container\ContainerInterface;
use Sandbox\Kernel\Kernel;

class App {
	/** @var ContainerInterface */
	private $container;

	public function __construct(string $appName, array $urlParams = []) {
		$this->container = Kernel::current()->container();
	}
}
