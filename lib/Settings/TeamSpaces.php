<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use Psr\Container\ContainerInterface;
use Throwable;

/** Whether teams have their own folders here: Nextcloud 35 with an app that provides them. Earlier versions do not have this check. */
class TeamSpaces {
	private const MANAGER = 'OCP\\Teams\\ITeamManager';

	public function __construct(
		private readonly ContainerInterface $container,
	) {
	}

	public function areThere(): bool {
		try {
			$manager = $this->container->get(self::MANAGER);
			return method_exists($manager, 'getTeamFolderProvider') && $manager->getTeamFolderProvider() !== null;
		} catch (Throwable) {
			return false;
		}
	}
}
