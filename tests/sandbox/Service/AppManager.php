<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\App\IAppManager;
use OCP\IConfig;
use OCP\IGroupManager;

/**
 * Which apps there are: this one, and those that `sandbox.apps` names in the settings of the system. `sandbox.limited` there names the
 * group this one is limited to.
 */
class AppManager implements IAppManager {
	public function __construct(
		private readonly Apps $apps,
		private readonly IConfig $config,
		private readonly IGroupManager $groups,
	) {
	}

	public function isEnabledForUser($appId, $user = null) {
		$group = $this->config->getSystemValueString('sandbox.limited');
		return $this->isEnabledForAnyone($appId) && ($group === '' || ($user !== null && $this->groups->isInGroup($user->getUID(), $group)));
	}

	public function isEnabledForAnyone(string $appId): bool {
		return in_array($appId, [$this->apps->id, ...explode(',', $this->config->getSystemValueString('sandbox.apps'))], true);
	}
}
