<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\BackgroundJob\TimedJob;
use Psr\Container\ContainerInterface;
use ReflectionMethod;

/** The background jobs of the app: they run on request, regardless of their interval. */
class Jobs {
	public function __construct(
		private readonly Apps $apps,
		private readonly ContainerInterface $container,
	) {
	}

	/** @return array<int, class-string<TimedJob>> by a number of their own */
	public function all(): array {
		$classes = array_map('strval', $this->apps->info->xpath('background-jobs/job'));
		return $classes === [] ? [] : array_combine(range(1, count($classes)), $classes);
	}

	/** @param class-string<TimedJob> $class */
	public function run(string $class): void {
		(new ReflectionMethod($class, 'run'))->invoke($this->container->get($class), null);
	}
}
